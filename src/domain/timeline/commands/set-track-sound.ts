import type { TrackId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { TrackRole } from '../records.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { refuse } from './refusals.ts';

export interface SetTrackSound {
  readonly trackId: TrackId;
  /** What the track is for; null for a person's own. What is left out stays. */
  readonly role?: TrackRole | null | undefined;
  /** Its clips go down under dialogue. */
  readonly ducks?: boolean | undefined;
}

/**
 * Says what a track of sound is for, and whether a track goes down under dialogue: also the film's own, where its clips bring
 * sound along. One track.
 */
export function setTrackSound(
  index: TimelineIndex,
  { trackId, role, ducks }: SetTrackSound,
): Result<RecordsPatch> {
  const track = index.tracks.get(trackId);
  if (track === undefined || track.kind === 'title' || track.kind === 'caption') {
    return refuse('timeline.no-track', { trackId });
  }
  if (role !== undefined && track.kind !== 'audio') return refuse('timeline.no-track', { trackId });
  const draft = new PatchDraft();
  draft.update('track', track, {
    ...(role === undefined ? {} : { role }),
    ...(ducks === undefined ? {} : { ducks }),
  });
  return ok(draft.toPatch());
}
