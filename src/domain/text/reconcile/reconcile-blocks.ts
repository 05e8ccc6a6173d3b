import { BlockId, type ProjectId } from '../../kernel/ids.ts';
import { compareByOrder, keysBetween, type OrderKey } from '../../kernel/order.ts';
import {
  addChange,
  patchOf,
  type RecordChange,
  type RecordsPatch,
  removeChange,
  updateChange,
} from '../../kernel/patch.ts';
import type { Block, BlockContent } from '../block.ts';
import { type BlockMatch, matchBlocks } from './match-blocks.ts';

/** How many blocks went which way. `kept` includes those whose words stand and only a scene number or the like changed. */
export interface ReconcileCounts {
  readonly kept: number;
  readonly edited: number;
  readonly moved: number;
  readonly added: number;
  readonly removed: number;
}

export interface Reconciliation {
  readonly patch: RecordsPatch;
  /** The project's blocks once the patch is committed, in order. */
  readonly blocks: readonly Block[];
  readonly counts: ReconcileCounts;
}

/**
 * The patch that makes the stored blocks of a project say what a fresh reading says. Unchanged blocks keep their ids
 * and rows; an edited block keeps its id and order key; a moved one keeps its id. The same reading again is an empty
 * patch. Near-linear in the number of blocks.
 *
 * @param newId gives a fresh id per call.
 */
export function reconcileBlocks(
  stored: readonly Block[],
  reading: readonly BlockContent[],
  projectId: ProjectId,
  newId: () => string,
): Reconciliation {
  const before = [...stored].sort(compareByOrder);
  const matches = matchBlocks(before, reading);
  const orders = giveOrders(before, matches);
  const changes: (RecordChange | null)[] = [];
  const blocks: Block[] = [];
  const gone = new Set(before.keys());
  const counts = { kept: 0, edited: 0, moved: 0, added: 0, removed: 0 };
  reading.forEach((content, at) => {
    const match = matches[at];
    const { sourceStart: _start, sourceEnd: _end, ...fields } = content;
    const next = { ...fields, order: orders[at] ?? '' };
    const old = match === undefined || match.how === 'new' ? undefined : before[match.oldAt];
    if (match === undefined || match.how === 'new' || old === undefined) {
      const block: Block = { ...next, id: BlockId.parse(newId()), projectId, notFilmed: null };
      blocks.push(block);
      changes.push(addChange('block', block));
      counts.added++;
      return;
    }
    gone.delete(match.oldAt);
    blocks.push({ ...old, ...next });
    changes.push(updateChange('block', old, next));
    counts[match.how === 'same' ? 'kept' : match.how]++;
  });
  for (const at of gone) {
    const block = before[at];
    if (block !== undefined) changes.push(removeChange('block', block));
    counts.removed++;
  }
  return { patch: patchOf(changes), blocks, counts };
}

/** An ascending order key for each new block: blocks that stay in place keep theirs, the others get one in between. */
function giveOrders(before: readonly Block[], matches: readonly BlockMatch[]): OrderKey[] {
  const orders: OrderKey[] = [];
  let last: OrderKey | null = null;
  let waiting = 0;
  const settle = (upTo: OrderKey | null): void => {
    for (const key of keysBetween(last, upTo, waiting)) orders.push(key);
    waiting = 0;
  };
  for (const match of matches) {
    const stays = match.how === 'same' || match.how === 'edited';
    const own: OrderKey | null = stays ? (before[match.oldAt]?.order ?? null) : null;
    // Two devices may have given one key to two blocks; the second of them then gets a new one.
    if (own === null || (last !== null && own <= last)) {
      waiting++;
      continue;
    }
    settle(own);
    orders.push(own);
    last = own;
  }
  settle(null);
  return orders;
}
