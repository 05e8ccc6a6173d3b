import { type TextRange, trimRange } from './text-range.ts';

/**
 * Cuts a range into pieces of at most `maxWords` words, at the last `;`, `:`, dash or comma that leaves a
 * piece of some length, else before a conjunction, else between two words. A single word is never cut. The pieces together hold every word.
 */
export function splitLong(text: string, range: TextRange, maxWords: number): TextRange[] {
  const words: TextRange[] = [];
  const piece = text.slice(range.start, range.end);
  for (const match of piece.matchAll(/\S+/g)) {
    words.push({ start: range.start + match.index, end: range.start + match.index + match[0].length });
  }
  if (words.length <= maxWords) {
    const whole = trimRange(text, range);
    return whole === null ? [] : [whole];
  }
  const pieces: TextRange[] = [];
  let first = 0;
  while (first < words.length) {
    const last = words.length - first <= maxWords ? words.length - 1 : cutAt(text, words, first, maxWords);
    pieces.push({ start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 });
    first = last + 1;
  }
  return pieces;
}

function textOf(text: string, range: TextRange | undefined): string {
  return range === undefined ? '' : text.slice(range.start, range.end);
}

/** Index of the last word of the piece that begins at word `first`. */
function cutAt(text: string, words: readonly TextRange[], first: number, maxWords: number): number {
  const left = words.length - first;
  // Two even pieces read better than a full one and a rest of two words.
  const target = left < maxWords * 2 ? Math.ceil(left / 2) + 1 : maxWords;
  const furthest = first + Math.min(maxWords, Math.max(target, 1)) - 1;
  const nearest = first + Math.floor(target * 0.4);
  for (let i = furthest; i >= nearest; i--) {
    if (/[;:,—–]["”’)]*$/.test(textOf(text, words[i]))) return i;
  }
  for (let i = furthest; i >= nearest; i--) {
    if (
      /^(?:and|but|or|because|that|when|while|if|so|which|who|where|until)$/i.test(textOf(text, words[i + 1]))
    )
      return i;
  }
  return furthest;
}
