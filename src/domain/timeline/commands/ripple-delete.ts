import type { ItemId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { Item } from '../records.ts';
import { isGap, type NewHold, releaseAnchored } from '../release-anchored.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findOnMain } from './find-item.ts';
import { dropTransitionsAround, moveTransition } from './main-edits.ts';

export interface RippleDelete {
  readonly itemId: ItemId;
}

/**
 * Removes an item of the main track and closes its place: everything behind it begins earlier by its length. Two gaps that
 * come to meet become one. Its own live-linked captions and the transitions at its edges go with it; everything else
 * that was anchored to it stays at its time, over what comes to stand there. At most three items.
 */
export function rippleDelete(index: TimelineIndex, { itemId }: RippleDelete): Result<RecordsPatch> {
  const found = findOnMain(index, itemId);
  if (!found.ok) return found;
  const { item } = found.value;
  const before = index.main.before(item);
  const after = index.main.after(item);
  const draft = new PatchDraft();
  draft.remove('item', item);
  dropTransitionsAround(draft, index, item, before);
  if (isGap(before) && isGap(after)) {
    const hold = { itemId: before.id, shiftFlicks: before.durationFlicks };
    draft.update('item', before, { durationFlicks: before.durationFlicks + after.durationFlicks });
    moveTransition(draft, index, after, before);
    releaseAnchored(draft, index, after, hold);
    draft.remove('item', after);
    releaseAnchored(draft, index, item, hold);
  } else {
    releaseAnchored(draft, index, item, holdBeside(before, after));
  }
  return ok(draft.toPatch());
}

function holdBeside(before: Item | null, after: Item | null): NewHold {
  if (after !== null) return { itemId: after.id, shiftFlicks: 0 };
  if (before !== null) return { itemId: before.id, shiftFlicks: before.durationFlicks };
  return { itemId: null, shiftFlicks: 0 };
}
