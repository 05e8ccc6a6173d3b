import type { ItemId } from '../../kernel/ids.ts';
import { emptyPatch, type RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import { shiftAnchored } from '../release-anchored.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { trimmed } from './cut-item.ts';
import { findOnMain, frameOf, snapped } from './find-item.ts';
import { refuse } from './refusals.ts';
import { sourceRoom } from './source-room.ts';

export interface SlideItem {
  readonly itemId: ItemId;
  /** Later when positive; whole frames. */
  readonly byFlicks: number;
}

/**
 * Moves an item of the main track between its neighbours: the one before it gets longer, the one behind shorter, or the
 * other way round. Its content and everything else stay as they are. Two items.
 */
export function slideItem(index: TimelineIndex, { itemId, byFlicks }: SlideItem): Result<RecordsPatch> {
  const found = findOnMain(index, itemId);
  if (!found.ok) return found;
  const { item } = found.value;
  const before = index.main.before(item);
  const after = index.main.after(item);
  if (before === null || after === null) return refuse('timeline.no-neighbour', { itemId });
  const frame = frameOf(index);
  const by = snapped(index, byFlicks);
  if (by === 0) return ok(emptyPatch);
  if (before.durationFlicks + by < frame || after.durationFlicks - by < frame) {
    return refuse('timeline.too-short', { itemId });
  }
  if (by > sourceRoom(before, frame).after || -by > sourceRoom(after, frame).before) {
    return refuse('timeline.no-media', { itemId });
  }
  const draft = new PatchDraft();
  draft.update('item', before, trimmed(before, 0, -by));
  draft.update('item', after, trimmed(after, by, 0));
  shiftAnchored(draft, index, after, -by);
  return ok(draft.toPatch());
}
