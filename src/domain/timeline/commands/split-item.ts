import type { ItemId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { leftPart, rightPart } from './cut-item.ts';
import { findPlaced, snapped } from './find-item.ts';
import { keysBehind, type NewId, splitOnMain } from './main-edits.ts';
import { refuse } from './refusals.ts';

export interface SplitItem {
  readonly itemId: ItemId;
  /** Where the razor falls; snapped to a frame of the item, inside of it. */
  readonly atFlicks: number;
  readonly newId: NewId;
}

/**
 * Cuts an item in two; but for a fade that is cut through, the film looks and sounds as before. The first part keeps the id. The second is live-linked to
 * the same shot, carries the transition at the end, and holds what is anchored from the cut on. Two items.
 */
export function splitItem(
  index: TimelineIndex,
  { itemId, atFlicks, newId }: SplitItem,
): Result<RecordsPatch> {
  const found = findPlaced(index, itemId);
  if (!found.ok) return found;
  const { item, startFlicks, onMain } = found.value;
  const into = snapped(index, atFlicks - startFlicks);
  if (into <= 0 || into >= item.durationFlicks) return refuse('timeline.too-short', { itemId, atFlicks });
  const draft = new PatchDraft();
  if (onMain) {
    const [order = item.order] = keysBehind(draft, index, item, 1);
    splitOnMain(draft, index, item, into, newId(), order);
  } else {
    draft.update('item', item, leftPart(item, into));
    draft.add('item', rightPart(item, into, newId(), item.order));
  }
  return ok(draft.toPatch());
}
