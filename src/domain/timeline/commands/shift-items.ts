import type { ItemId } from '../../kernel/ids.ts';
import { emptyPatch, type RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import { itemsIn } from '../queries.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findPlaced, snapped } from './find-item.ts';
import { anchorAt } from './place-free.ts';
import { refuse } from './refusals.ts';

export interface ShiftItems {
  /** Of any track but main. */
  readonly itemIds: readonly ItemId[];
  /** Later when positive; whole frames. */
  readonly byFlicks: number;
}

/**
 * Moves items of other tracks together in time. Each holds on to the main-track item that it then begins over. Refused
 * when one of them would come before the start or over an item that stays.
 */
export function shiftItems(index: TimelineIndex, { itemIds, byFlicks }: ShiftItems): Result<RecordsPatch> {
  const by = snapped(index, byFlicks);
  if (by === 0) return ok(emptyPatch);
  const moving = new Set(itemIds);
  const draft = new PatchDraft();
  for (const itemId of moving) {
    const found = findPlaced(index, itemId);
    if (!found.ok) return found;
    const { item, startFlicks, endFlicks, onMain } = found.value;
    if (onMain) return refuse('timeline.only-on-main', { itemId });
    const atFlicks = startFlicks + by;
    if (atFlicks < 0) return refuse('timeline.out-of-range', { atFlicks });
    const there = itemsIn(index, item.trackId, atFlicks, endFlicks + by);
    if (!there.every((placed) => moving.has(placed.item.id))) {
      return refuse('timeline.place-taken', { atFlicks });
    }
    draft.update('item', item, { anchor: anchorAt(index, atFlicks) });
  }
  return ok(draft.toPatch());
}
