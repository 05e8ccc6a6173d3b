import type { ItemId, TrackId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { snapToFrame } from '../../kernel/time.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { findPlaced } from './find-item.ts';
import { anchorAt, isPlaceFree, takes } from './place-free.ts';
import { refuse } from './refusals.ts';

export interface PlaceItem {
  readonly itemId: ItemId;
  /** Where it is to begin, snapped to a frame of the timeline. */
  readonly atFlicks: number;
  /** Another track that takes its kind; null to stay on its own. */
  readonly trackId: TrackId | null;
}

/**
 * Moves an item of any track but main in time, or to another track. It holds on to the main-track item that it then begins
 * over. Also the way to give a place back to an item whose anchor is gone. One item.
 */
export function placeItem(
  index: TimelineIndex,
  { itemId, atFlicks, trackId }: PlaceItem,
): Result<RecordsPatch> {
  const item = index.items.get(itemId);
  if (item === undefined) return refuse('timeline.no-item', { itemId });
  const found = findPlaced(index, itemId);
  if (found.ok && found.value.onMain) return refuse('timeline.only-on-main', { itemId });
  if (atFlicks < 0) return refuse('timeline.out-of-range', { atFlicks });
  const track = index.tracks.get(trackId ?? item.trackId);
  if (track === undefined || !takes(track, item.kind)) return refuse('timeline.no-track', { trackId });
  const at = snapToFrame(atFlicks, index.rate);
  if (!isPlaceFree(index, track.id, at, at + item.durationFlicks, item.id)) {
    return refuse('timeline.place-taken', { atFlicks: at });
  }
  const draft = new PatchDraft();
  draft.update('item', item, { trackId: track.id, anchor: anchorAt(index, at) });
  return ok(draft.toPatch());
}
