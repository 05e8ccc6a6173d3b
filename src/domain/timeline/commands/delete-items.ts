import type { ItemId } from '../../kernel/ids.ts';
import { emptyPatch, type RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isOnMain } from '../queries.ts';
import type { Item } from '../records.ts';
import { isGap } from '../release-anchored.ts';
import { runTogether, type Step } from '../run-together.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { deleteItem } from './delete-item.ts';
import { findItems } from './find-item.ts';
import type { NewId } from './main-edits.ts';
import { refuse } from './refusals.ts';
import { rippleDelete } from './ripple-delete.ts';

export interface DeleteItems {
  readonly itemIds: readonly ItemId[];
  /** Main-track places close; without it they stay as gaps. */
  readonly ripple: boolean;
  readonly newId: NewId;
}

/**
 * Removes items of any kind as one edit. Without ripple, gaps among them stay what they are; only gaps are refused
 * with `timeline.wrong-kind`.
 */
export function deleteItems(
  index: TimelineIndex,
  { itemIds, ripple, newId }: DeleteItems,
): Result<RecordsPatch> {
  const found = findItems(index, itemIds);
  if (!found.ok) return found;
  const wanted = ripple ? found.value : found.value.filter((item) => !isGap(item) || !isOnMain(index, item));
  if (wanted.length === 0) return refuse('timeline.wrong-kind', { kind: 'gap' });
  // What is not on main goes first: a clip that goes takes its own captions along.
  const ordered = [...wanted].sort((a, b) => Number(isOnMain(index, a)) - Number(isOnMain(index, b)));
  return runTogether(
    index,
    ordered.map((item) => removal(item, ripple, newId)),
  );
}

function removal({ id: itemId }: Item, ripple: boolean, newId: NewId): Step {
  return (index) => {
    const item = index.items.get(itemId);
    // Gone with what was removed before it.
    if (item === undefined) return ok(emptyPatch);
    if (ripple && isOnMain(index, item)) return rippleDelete(index, { itemId });
    return deleteItem(index, { itemId, newId });
  };
}
