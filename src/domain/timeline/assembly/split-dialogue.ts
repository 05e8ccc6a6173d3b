/** Longest line and most lines of a caption, as broadcasters ask for. */
export const maxLineLength = 42;
export const maxLines = 2;

const conjunction = /^(and|but|or|nor|so|yet|because|that|which|who|when|where|while|if|than|to|for|with)$/i;

/**
 * Cuts spoken text into captions of at most {@link maxLines} lines of {@link maxLineLength} characters, as few and as
 * evenly as possible, rather at the end of a sentence or clause than inside one. No word is lost or changed; only a
 * word longer than a line is cut. `labelLength` is kept free at the beginning of the first caption. Linear in the text.
 */
export function splitDialogue(text: string, labelLength = 0): string[] {
  const words = text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap(cutLongWord);
  const n = words.length;
  /** `best[i]`: cheapest way to caption the words from i on, and where its first caption ends. */
  const best: { readonly cost: number; readonly end: number }[] = [];
  best[n] = { cost: 0, end: n };
  for (let i = n - 1; i >= 0; i--) {
    const label = i === 0 ? Math.min(labelLength, maxLineLength - 1) : 0;
    let choice = { cost: Number.POSITIVE_INFINITY, end: i + 1 };
    for (let end = i + 1; end <= n; end++) {
      const fits = layLines(words.slice(i, end), label);
      if (fits === null && end > i + 1) break;
      const rest = best[end]?.cost ?? 0;
      const cost = 100 + (fits?.unevenness ?? 0) / 2 + (end === n ? 0 : breakCost(words, end)) + rest;
      if (cost < choice.cost) choice = { cost, end };
    }
    best[i] = choice;
  }
  const captions: string[] = [];
  for (let i = 0; i < n; i = best[i]?.end ?? n) {
    const piece = words.slice(i, best[i]?.end ?? n);
    const label = i === 0 ? Math.min(labelLength, maxLineLength - 1) : 0;
    captions.push(layLines(piece, label)?.text ?? piece.join(' '));
  }
  return captions;
}

/** How much a caption may not end before word `at`: nothing after a sentence, much in the middle of a phrase. */
function breakCost(words: readonly string[], at: number): number {
  const last = words[at - 1] ?? '';
  if (/[.!?…]["'”’)\]]*$/u.test(last)) return 0;
  if (/[,;:–—-]["'”’)\]]*$/u.test(last)) return 15;
  return conjunction.test(words[at] ?? '') ? 30 : 45;
}

/** One or two lines, broken where they are most even; null when the words do not fit. */
function layLines(
  words: readonly string[],
  label: number,
): { readonly text: string; readonly unevenness: number } | null {
  const whole = words.join(' ');
  const length = lengthOf(whole) + label;
  if (length <= maxLineLength) return { text: whole, unevenness: 0 };
  if (length > maxLineLength * maxLines + 1) return null;
  let best: { readonly text: string; readonly unevenness: number } | null = null;
  let first = label - 1;
  for (let at = 1; at < words.length; at++) {
    first += lengthOf(words[at - 1] ?? '') + 1;
    const second = length - first - 1;
    if (first > maxLineLength) break;
    if (second > maxLineLength) continue;
    const unevenness = Math.abs(first - second) + breakCost(words, at);
    if (best === null || unevenness < best.unevenness) {
      best = { text: `${words.slice(0, at).join(' ')}\n${words.slice(at).join(' ')}`, unevenness };
    }
  }
  return best;
}

function cutLongWord(word: string): string[] {
  const points = [...word];
  if (points.length <= maxLineLength) return [word];
  const pieces: string[] = [];
  for (let i = 0; i < points.length; i += maxLineLength)
    pieces.push(points.slice(i, i + maxLineLength).join(''));
  return pieces;
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
