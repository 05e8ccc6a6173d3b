import { cutToFill, cutToFit, type LineRoom } from './cut-words.ts';
import { joinWords, splitGraphemes, splitWords, type Word } from './split-words.ts';

export interface LineLimits extends LineRoom {
  /** How many lines are wanted at most; a paragraph that needs more is broken greedily, which costs less. */
  readonly maxLines: number;
  /** Room after each character; between words of a line it counts. */
  readonly trackingUnits: number;
}

/**
 * Breaks one paragraph into as few lines as the limits allow, and those as even as they can be: of all ways to break
 * it into that many lines, the one with the least sum of squared empty space, as in Knuth and Plass, "Breaking
 * Paragraphs into Lines" (1981), without hyphenation. Where it costs little evenness, a
 * break falls after a pause and not after a short word. A word wider than a line begins one and is cut between characters;
 * where that takes more lines than are wanted, it begins right after the word before it.
 */
export function breakLines(paragraph: string, limits: LineLimits): string[] {
  const whole = splitWords(paragraph);
  const cut = whole.flatMap((word) => cutToFit(word, limits));
  const usual = greedilyBroken(cut, limits);
  const isLess = usual.lines.length > limits.maxLines && cut.length > whole.length;
  const { words, ruler, lines } = isLess ? greedilyBroken(cutToFill(whole, limits), limits) : usual;
  if (words.length === 0) return [];
  return lines.length > limits.maxLines ? lines : breakEvenly(words, ruler, lines.length, limits);
}

function greedilyBroken(words: readonly Word[], limits: LineLimits) {
  const ruler = rulerOf(words, limits);
  return { words, ruler, lines: breakGreedily(words, ruler, limits) };
}

interface Ruler {
  width(from: number, to: number): number;
  characters(from: number, to: number): number;
}

/** Widths and lengths of `words[from … to)` from prefix sums, so that trying all breaks measures each word once. */
function rulerOf(words: readonly Word[], limits: LineLimits): Ruler {
  const { trackingUnits } = limits;
  const space = limits.widthOf(' ') + trackingUnits;
  const widths = [0];
  const counts = [0];
  for (const word of words) {
    const gap = word.spaceAfter ? 1 : 0;
    widths.push((widths.at(-1) ?? 0) + limits.widthOf(word.text) + trackingUnits + gap * space);
    counts.push((counts.at(-1) ?? 0) + splitGraphemes(word.text).length + gap);
  }
  const trailing = (to: number): number => (words[to - 1]?.spaceAfter ? 1 : 0);
  return {
    width: (from, to) => (widths[to] ?? 0) - (widths[from] ?? 0) - trailing(to) * space - trackingUnits,
    characters: (from, to) => (counts[to] ?? 0) - (counts[from] ?? 0) - trailing(to),
  };
}

function fits(ruler: Ruler, from: number, to: number, limits: LineLimits): boolean {
  return ruler.width(from, to) <= limits.maxWidth && ruler.characters(from, to) <= limits.maxCharacters;
}

function breakGreedily(words: readonly Word[], ruler: Ruler, limits: LineLimits): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let end = 1; end <= words.length; end++) {
    if (end < words.length && fits(ruler, start, end + 1, limits)) continue;
    lines.push(joinWords(words, start, end));
    start = end;
  }
  return lines;
}

interface Break {
  readonly cost: number;
  readonly from: number;
}

function breakEvenly(words: readonly Word[], ruler: Ruler, lines: number, limits: LineLimits): string[] {
  const count = words.length;
  const ideal = Math.min(limits.maxWidth, ruler.width(0, count) / lines);
  /** best[k][end]: the least cost of setting `words[0 … end)` in k lines. */
  const best: Map<number, Break>[] = [new Map([[0, { cost: 0, from: 0 }]])];
  for (let line = 1; line <= lines; line++) {
    const row = new Map<number, Break>();
    for (const [from, before] of best[line - 1] ?? []) {
      for (let end = from + 1; end <= count && (end === from + 1 || fits(ruler, from, end, limits)); end++) {
        const uneven = (ruler.width(from, end) - ideal) / ideal;
        const cost = before.cost + uneven * uneven + (end < count ? breakPenalty(words[end - 1]) : 0);
        const known = row.get(end);
        if (known === undefined || cost < known.cost - 1e-9) row.set(end, { cost, from });
      }
    }
    best.push(row);
  }
  const result: string[] = [];
  let end = count;
  for (let line = lines; line > 0; line--) {
    const from = best[line]?.get(end)?.from ?? 0;
    result.unshift(joinWords(words, from, end));
    end = from;
  }
  return result;
}

/** How a break after `word` reads: well after a pause, ill after a short word ("of", "the"), which belongs to the next. */
function breakPenalty(word: Word | undefined): number {
  if (word === undefined) return 0;
  if (/[.!?…:;]["'”’)]*$/u.test(word.text)) return -0.06;
  if (/[,—–]["'”’)]*$/u.test(word.text)) return -0.04;
  return word.spaceAfter && /^\p{L}{1,3}$/u.test(word.text) ? 0.08 : 0;
}
