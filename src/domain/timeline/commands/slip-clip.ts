import type { ItemId } from '../../kernel/ids.ts';
import { emptyPatch, type RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { loopedSource } from '../looped-passes.ts';
import { isOwnCaption } from '../own-caption.ts';
import { PatchDraft } from '../patch-draft.ts';
import { itemsAnchoredTo } from '../queries.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findClip, frameOf, snapped } from './find-item.ts';
import { refuse } from './refusals.ts';
import { sourceRoom } from './source-room.ts';

export interface SlipClip {
  readonly itemId: ItemId;
  /** How much later in its medium the clip shall begin; negative for earlier. Whole frames. */
  readonly byFlicks: number;
}

/** Shows another stretch of the same medium; place and length stay, and the clip's own captions go with the words. One clip. */
export function slipClip(index: TimelineIndex, { itemId, byFlicks }: SlipClip): Result<RecordsPatch> {
  const found = findClip(index, itemId);
  if (!found.ok) return found;
  const clip = found.value;
  if (clip.sourceLengthFlicks === 0) return refuse('timeline.wrong-kind', { itemId, kind: 'still' });
  const by = snapped(index, byFlicks);
  if (by === 0) return ok(emptyPatch);
  const room = sourceRoom(clip, frameOf(index));
  if (by > room.after || -by > room.before) return refuse('timeline.no-media', { ...room });
  const draft = new PatchDraft();
  const sourceInFlicks = clip.loops ? loopedSource(clip, by) : clip.sourceInFlicks + by;
  draft.update('item', clip, { sourceInFlicks });
  for (const caption of itemsAnchoredTo(index, clip.id)) {
    if (caption.anchor?.to !== 'item' || !isOwnCaption(caption, clip)) continue;
    draft.update('item', caption, {
      anchor: { ...caption.anchor, offsetFlicks: caption.anchor.offsetFlicks - by },
    });
  }
  return ok(draft.toPatch());
}
