import type { BlockKind } from '../block.ts';
import { alignSequences } from './align-sequences.ts';
import { findMoved } from './find-moved.ts';
import { pairEdited } from './pair-edited.ts';

/** What blocks are compared by. */
export interface Comparable {
  readonly kind: BlockKind;
  readonly text: string;
  readonly key: string | null;
}

/** How a new block relates to the old ones. */
export type BlockMatch =
  | { readonly how: 'same' | 'edited' | 'moved'; readonly oldAt: number }
  | { readonly how: 'new' };

/**
 * Says for each new block which old block it is. `same` and `edited` blocks keep their order among themselves.
 * Near-linear in the number of blocks, with a bounded worst case.
 */
export function matchBlocks(before: readonly Comparable[], after: readonly Comparable[]): BlockMatch[] {
  const { oldKeys, newKeys, keyCount } = internKeys(before, after);
  const matches = alignSequences(oldKeys, newKeys, keyCount);
  const oldTaken = new Uint8Array(before.length);
  const result: BlockMatch[] = new Array(after.length).fill({ how: 'new' });
  for (let j = 0; j < after.length; j++) {
    const oldAt = matches[j] ?? -1;
    if (oldAt === -1) continue;
    oldTaken[oldAt] = 1;
    result[j] = { how: 'same', oldAt };
  }
  findMoved(oldKeys, newKeys, keyCount, matches, oldTaken);
  for (let j = 0; j < after.length; j++) {
    const oldAt = matches[j] ?? -1;
    if (oldAt !== -1 && result[j]?.how === 'new') result[j] = { how: 'moved', oldAt };
  }
  pairGaps(before, after, oldTaken, result);
  return result;
}

/** Runs through the gaps between `same` blocks and pairs what was edited in each. */
function pairGaps(
  before: readonly Comparable[],
  after: readonly Comparable[],
  oldTaken: Uint8Array,
  result: BlockMatch[],
): void {
  let oldFrom = 0;
  let gap: number[] = [];
  for (let j = 0; j <= after.length; j++) {
    const match = result[j];
    if (match?.how === 'new') gap.push(j);
    if (match !== undefined && match.how !== 'same') continue;
    const oldTo = match?.oldAt ?? before.length;
    const olds: number[] = [];
    for (let i = oldFrom; i < oldTo; i++) if (oldTaken[i] === 0) olds.push(i);
    for (const [oldIndex, newIndex] of pairEdited(pick(before, olds), pick(after, gap))) {
      const at = gap[newIndex];
      const oldAt = olds[oldIndex];
      if (at !== undefined && oldAt !== undefined) result[at] = { how: 'edited', oldAt };
    }
    oldFrom = oldTo + 1;
    gap = [];
  }
}

function pick(blocks: readonly Comparable[], indices: readonly number[]): Comparable[] {
  return indices.map((index) => blocks[index]).filter((block) => block !== undefined);
}

/** Numbers for equal contents, so that the algorithms compare integers. */
function internKeys(
  before: readonly Comparable[],
  after: readonly Comparable[],
): { oldKeys: Int32Array; newKeys: Int32Array; keyCount: number } {
  const numbers = new Map<string, number>();
  const numberOf = ({ kind, key, text }: Comparable): number => {
    const content = `${kind}\n${key ?? ''}\n${text}`;
    const known = numbers.get(content);
    if (known !== undefined) return known;
    numbers.set(content, numbers.size);
    return numbers.size - 1;
  };
  const oldKeys = Int32Array.from(before, numberOf);
  const newKeys = Int32Array.from(after, numberOf);
  return { oldKeys, newKeys, keyCount: numbers.size };
}
