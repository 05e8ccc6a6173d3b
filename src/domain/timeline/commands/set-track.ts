import type { TrackId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { refuse } from './refusals.ts';

export interface SetTrack {
  readonly trackId: TrackId;
  /** A muted track is not heard. */
  readonly muted: boolean;
  /** A hidden track is not seen. */
  readonly hidden: boolean;
}

/** Mutes or hides a track. One track. */
export function setTrack(index: TimelineIndex, { trackId, muted, hidden }: SetTrack): Result<RecordsPatch> {
  const track = index.tracks.get(trackId);
  if (track === undefined) return refuse('timeline.no-track', { trackId });
  const draft = new PatchDraft();
  draft.update('track', track, { muted, hidden });
  return ok(draft.toPatch());
}
