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

export interface RollCut {
  /** The main-track item before the cut. */
  readonly leftItemId: ItemId;
  /** Where the cut is dragged to; moved by whole frames. */
  readonly toFlicks: number;
}

/** Moves the cut between two neighbours: one gets longer by what the other loses, nothing else moves. Two items. */
export function rollCut(index: TimelineIndex, { leftItemId, toFlicks }: RollCut): Result<RecordsPatch> {
  const found = findOnMain(index, leftItemId);
  if (!found.ok) return found;
  const { item: left, endFlicks } = found.value;
  const right = index.main.after(left);
  if (right === null) return refuse('timeline.no-neighbour', { leftItemId });
  const frame = frameOf(index);
  const by = snapped(index, toFlicks - endFlicks);
  if (by === 0) return ok(emptyPatch);
  if (left.durationFlicks + by < frame || right.durationFlicks - by < frame) {
    return refuse('timeline.too-short', { leftItemId });
  }
  if (by > sourceRoom(left, frame).after || -by > sourceRoom(right, frame).before) {
    return refuse('timeline.no-media', { leftItemId });
  }
  const draft = new PatchDraft();
  draft.update('item', left, trimmed(left, 0, -by));
  draft.update('item', right, trimmed(right, by, 0));
  shiftAnchored(draft, index, right, -by);
  return ok(draft.toPatch());
}
