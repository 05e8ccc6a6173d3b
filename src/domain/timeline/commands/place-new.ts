import type { TrackId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { snapToFrame } from '../../kernel/time.ts';
import { PatchDraft } from '../patch-draft.ts';
import { trackOfKind } from '../standard-tracks.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import type { NewId } from './main-edits.ts';
import { clipFrom, findMainTrack, type NewClip } from './new-clip.ts';
import { anchorAt, isPlaceFree, takes } from './place-free.ts';
import { refuse } from './refusals.ts';

export interface PlaceNew {
  readonly clip: NewClip;
  /** Null for the first track of the medium's kind, which is made when there is none. */
  readonly trackId: TrackId | null;
  /** What the medium is: a picture or moving picture, or sound alone. */
  readonly mediumKind: 'video' | 'audio';
  /** Snapped to a frame of the timeline. */
  readonly atFlicks: number;
  readonly newId: NewId;
}

/**
 * Puts a clip straight onto a track beside the main one; it holds on to the main-track item under its start. Sound alone
 * goes onto audio tracks only.
 */
export function placeNew(
  index: TimelineIndex,
  { clip, trackId, mediumKind, atFlicks, newId }: PlaceNew,
): Result<RecordsPatch> {
  const main = findMainTrack(index);
  if (!main.ok) return main;
  if (atFlicks < 0) return refuse('timeline.out-of-range', { atFlicks });
  const draft = new PatchDraft();
  const track =
    trackId === null
      ? trackOfKind(draft, index.tracks.values(), mediumKind, main.value.projectId)
      : index.tracks.get(trackId);
  if (track === undefined || !takes(track, 'clip')) return refuse('timeline.no-track', { trackId });
  if (mediumKind === 'audio' && track.kind !== 'audio') return refuse('timeline.no-track', { trackId });
  const made = clipFrom(index, track, clip, 'a0', newId);
  if (!made.ok) return made;
  const at = snapToFrame(atFlicks, index.rate);
  if (!isPlaceFree(index, track.id, at, at + made.value.durationFlicks, null)) {
    return refuse('timeline.place-taken', { atFlicks: at });
  }
  draft.add('item', { ...made.value, anchor: anchorAt(index, at) });
  return ok(draft.toPatch());
}
