import { alignBounded } from './align-bounded.ts';

/** Half-open ranges of two sequences that are still to be aligned. */
interface Span {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
  readonly depth: number;
}

const deepestSplit = 16;

/**
 * A common subsequence of two sequences of small non-negative integers (below `keyCount`): for each new position the
 * old position it is the same as, ascending, or −1.
 *
 * Patience diff (Bram Cohen): equal ends are taken, then what occurs once on both sides splits the rest, again and
 * again; what has no such anchor goes to {@link alignBounded}. O(n log n) and at worst a constant times n more, so
 * that a book of one repeated line costs no more than any other. Not always the longest subsequence.
 */
export function alignSequences(before: Int32Array, after: Int32Array, keyCount: number): Int32Array {
  const matches = new Int32Array(after.length).fill(-1);
  const counts = { before: new Int32Array(keyCount), after: new Int32Array(keyCount) };
  const stack: Span[] = [{ oldFrom: 0, oldTo: before.length, newFrom: 0, newTo: after.length, depth: 0 }];
  for (let span = stack.pop(); span !== undefined; span = stack.pop()) {
    const rest = takeEqualEnds(before, after, span, matches);
    if (rest.oldFrom === rest.oldTo || rest.newFrom === rest.newTo) continue;
    const anchors = rest.depth < deepestSplit ? findAnchors(before, after, rest, counts) : [];
    if (anchors.length === 0) {
      alignBounded(before, after, rest, matches);
      continue;
    }
    let { oldFrom, newFrom } = rest;
    for (const { oldAt, newAt } of anchors) {
      matches[newAt] = oldAt;
      stack.push({ oldFrom, oldTo: oldAt, newFrom, newTo: newAt, depth: rest.depth + 1 });
      oldFrom = oldAt + 1;
      newFrom = newAt + 1;
    }
    stack.push({ oldFrom, oldTo: rest.oldTo, newFrom, newTo: rest.newTo, depth: rest.depth + 1 });
  }
  return matches;
}

function takeEqualEnds(before: Int32Array, after: Int32Array, span: Span, matches: Int32Array): Span {
  let { oldFrom, oldTo, newFrom, newTo } = span;
  while (oldFrom < oldTo && newFrom < newTo && before[oldFrom] === after[newFrom]) {
    matches[newFrom++] = oldFrom++;
  }
  while (oldFrom < oldTo && newFrom < newTo && before[oldTo - 1] === after[newTo - 1]) {
    matches[--newTo] = --oldTo;
  }
  return { oldFrom, oldTo, newFrom, newTo, depth: span.depth };
}

interface Anchor {
  readonly oldAt: number;
  readonly newAt: number;
}

/** The longest chain of values that occur exactly once on both sides and in the same order on both. */
function findAnchors(
  before: Int32Array,
  after: Int32Array,
  span: Span,
  counts: { readonly before: Int32Array; readonly after: Int32Array },
): Anchor[] {
  // Positions are kept in the count of the new side as −(position + 1), so that no third table is needed.
  for (let i = span.oldFrom; i < span.oldTo; i++) bump(counts.before, before[i] ?? 0);
  for (let j = span.newFrom; j < span.newTo; j++) {
    const key = after[j] ?? 0;
    counts.after[key] = counts.after[key] === 0 ? -(j + 1) : 1;
  }
  const pairs: Anchor[] = [];
  for (let i = span.oldFrom; i < span.oldTo; i++) {
    const key = before[i] ?? 0;
    const place = counts.after[key] ?? 0;
    if (counts.before[key] === 1 && place < 0) pairs.push({ oldAt: i, newAt: -place - 1 });
  }
  for (let i = span.oldFrom; i < span.oldTo; i++) counts.before[before[i] ?? 0] = 0;
  for (let j = span.newFrom; j < span.newTo; j++) counts.after[after[j] ?? 0] = 0;
  return longestAscending(pairs);
}

function bump(counts: Int32Array, key: number): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

/** Longest subsequence with ascending `newAt`, by patience sorting with back links: O(n log n). */
function longestAscending(pairs: readonly Anchor[]): Anchor[] {
  const pileTops: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  const newAtOf = (index: number | undefined): number =>
    index === undefined ? -1 : (pairs[index]?.newAt ?? -1);
  for (let i = 0; i < pairs.length; i++) {
    let low = 0;
    let high = pileTops.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (newAtOf(pileTops[middle]) < newAtOf(i)) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? (pileTops[low - 1] ?? -1) : -1;
    pileTops[low] = i;
  }
  const chain: Anchor[] = [];
  for (let i = pileTops.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) {
    const pair = pairs[i];
    if (pair !== undefined) chain.push(pair);
  }
  return chain.reverse();
}
