import type { BlockKind } from '../block.ts';
import { bagOfWords, similarity, type WordBag } from './similarity.ts';

export interface PairedText {
  readonly kind: BlockKind;
  readonly text: string;
}

/** Pairs compared with one another at most, in one gap; beyond it only near neighbours are looked at. */
const fullTable = 1024;
const neighbours = 8;
const alikeEnough = 0.4;
/** A block that also changed its kind must be nearly the same words. */
const alikeAcrossKinds = 0.7;

/**
 * In a gap between unchanged blocks, says which old block became which new one: in order, the likest first, and a
 * lone block of the same kind at the same place in any case. Answers [old index, new index] pairs, ascending.
 */
export function pairEdited(before: readonly PairedText[], after: readonly PairedText[]): [number, number][] {
  if (before.length === 0 || after.length === 0) return [];
  const score = createScore(before, after);
  const pairs =
    before.length * after.length <= fullTable
      ? pairByTable(before.length, after.length, score)
      : pairByNeighbours(before.length, after.length, score);
  return withLonePairs(before, after, pairs);
}

type Score = (i: number, j: number) => number;

/** Likeness where it is enough to call the one an edit of the other, else 0. */
function createScore(before: readonly PairedText[], after: readonly PairedText[]): Score {
  const oldBags: WordBag[] = [];
  const newBags: WordBag[] = [];
  return (i, j) => {
    const a = before[i];
    const b = after[j];
    if (a === undefined || b === undefined) return 0;
    oldBags[i] ??= bagOfWords(a.text);
    newBags[j] ??= bagOfWords(b.text);
    const likeness = similarity(oldBags[i], newBags[j]);
    return likeness >= (a.kind === b.kind ? alikeEnough : alikeAcrossKinds) ? likeness : 0;
  };
}

/** The order-keeping pairing with the greatest sum of scores, by dynamic programming. */
function pairByTable(oldCount: number, newCount: number, score: Score): [number, number][] {
  const width = newCount + 1;
  const scores = new Float64Array(oldCount * newCount);
  const best = new Float64Array((oldCount + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = oldCount - 1; i >= 0; i--) {
    for (let j = newCount - 1; j >= 0; j--) {
      const own = score(i, j);
      scores[i * newCount + j] = own;
      const paired = own > 0 ? own + at(i + 1, j + 1) : 0;
      best[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < oldCount && j < newCount) {
    const own = scores[i * newCount + j] ?? 0;
    if (own > 0 && at(i, j) === own + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}

/** For each new block the likest of the next few old ones. */
function pairByNeighbours(oldCount: number, newCount: number, score: Score): [number, number][] {
  const pairs: [number, number][] = [];
  let from = 0;
  for (let j = 0; j < newCount && from < oldCount; j++) {
    let best = 0;
    let bestAt = -1;
    for (let i = from; i < Math.min(from + neighbours, oldCount); i++) {
      const own = score(i, j);
      if (own > best) {
        best = own;
        bestAt = i;
      }
    }
    if (bestAt === -1) continue;
    pairs.push([bestAt, j]);
    from = bestAt + 1;
  }
  return pairs;
}

/** Between two pairs, a single old and a single new block of one kind are the same place, however rewritten. */
function withLonePairs(
  before: readonly PairedText[],
  after: readonly PairedText[],
  pairs: readonly [number, number][],
): [number, number][] {
  const all: [number, number][] = [];
  let oldFrom = 0;
  let newFrom = 0;
  for (const [i, j] of [...pairs, [before.length, after.length] as const]) {
    const alone = i - oldFrom === 1 && j - newFrom === 1;
    if (alone && before[oldFrom]?.kind === after[newFrom]?.kind) all.push([oldFrom, newFrom]);
    if (i < before.length) all.push([i, j]);
    oldFrom = i + 1;
    newFrom = j + 1;
  }
  return all;
}
