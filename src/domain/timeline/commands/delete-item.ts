import type { ItemId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import { isOnMain } from '../queries.ts';
import { isGap } from '../release-anchored.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { type NewId, replaceByGap } from './main-edits.ts';
import { refuse } from './refusals.ts';

export interface DeleteItem {
  readonly itemId: ItemId;
  readonly newId: NewId;
}

/**
 * Removes an item and moves nothing. On the main track its time is left as a gap, joined with gaps beside it; the last item
 * leaves none. Its own live-linked captions and the transitions at its edges go with it; everything else that was
 * anchored to it keeps its place in time. At most three items. A gap itself is closed by a ripple delete.
 */
export function deleteItem(index: TimelineIndex, { itemId, newId }: DeleteItem): Result<RecordsPatch> {
  const item = index.items.get(itemId);
  if (item === undefined) return refuse('timeline.no-item', { itemId });
  const draft = new PatchDraft();
  draft.remove('item', item);
  if (!isOnMain(index, item)) return ok(draft.toPatch());
  if (isGap(item)) return refuse('timeline.wrong-kind', { itemId, kind: item.kind });
  replaceByGap(draft, index, item, newId, 'remove');
  return ok(draft.toPatch());
}
