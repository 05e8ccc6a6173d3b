/** Text looked at for likeness, UTF-16 units: enough to know a paragraph by, and a bound on the cost. */
const lookedAt = 1200;

export interface WordBag {
  readonly text: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

export function bagOfWords(text: string): WordBag {
  const head = text.slice(0, lookedAt);
  const counts = new Map<string, number>();
  let total = 0;
  for (const word of head.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total++;
  }
  return { text: head, counts, total };
}

/**
 * Likeness of two texts, 0…1: the better of the share of common words (Sørensen–Dice over the bags of words) and the
 * share of characters that a single edit in the middle would leave standing at both ends.
 */
export function similarity(a: WordBag, b: WordBag): number {
  return Math.max(commonWords(a, b), commonEnds(a.text, b.text));
}

function commonWords(a: WordBag, b: WordBag): number {
  if (a.total + b.total === 0) return 0;
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return (2 * common) / (a.total + b.total);
}

function commonEnds(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  const shortest = Math.min(a.length, b.length);
  let head = 0;
  while (head < shortest && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shortest - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail))
    tail++;
  return (head + tail) / longest;
}
