import type { ItemId } from '../../kernel/ids.ts';
import { emptyPatch, type RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findOnMain } from './find-item.ts';
import { dropTransitionsAround, keysBehind } from './main-edits.ts';

export interface MoveItem {
  readonly itemId: ItemId;
  /** The main-track item that it is to stand before; null for the end. */
  readonly beforeItemId: ItemId | null;
}

/**
 * Moves an item of the main track to another place in the sequence; the place it leaves closes, and what is anchored to
 * it comes along. Transitions at its old edges and at the cut it goes into are removed. One item.
 */
export function moveItem(index: TimelineIndex, { itemId, beforeItemId }: MoveItem): Result<RecordsPatch> {
  const found = findOnMain(index, itemId);
  if (!found.ok) return found;
  const { item } = found.value;
  let behind = index.main.last();
  if (beforeItemId !== null) {
    const target = findOnMain(index, beforeItemId);
    if (!target.ok) return target;
    behind = index.main.before(target.value.item);
  }
  const left = index.main.before(item);
  if (beforeItemId === item.id || behind?.id === item.id) return ok(emptyPatch);

  const draft = new PatchDraft();
  const [order = item.order] = keysBehind(draft, index, behind, 1);
  draft.update('item', item, { order });
  dropTransitionsAround(draft, index, item, left);
  if (behind !== null) dropTransitionsAround(draft, index, behind, null);
  return ok(draft.toPatch());
}
