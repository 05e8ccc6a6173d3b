import { type AssetId, ItemId, type ShotId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { snapToFrame } from '../../kernel/time.ts';
import { plainSound } from '../plain-sound.ts';
import type { ClipItem, Track } from '../records.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { frameOf } from './find-item.ts';
import type { NewId } from './main-edits.ts';
import { refuse } from './refusals.ts';

/** A piece of a medium that is to become a clip. */
export interface NewClip {
  readonly assetId: AssetId | null;
  /** Live link to a shot; null for any other medium. */
  readonly shotId: ShotId | null;
  readonly sourceInFlicks: number;
  /** Length of the medium; 0 for a still. */
  readonly sourceLengthFlicks: number;
  /** Snapped to whole frames, at least one. */
  readonly durationFlicks: number;
  readonly fit: 'fit' | 'fill';
  /** Its sound only stands in for what is still to come. */
  readonly scratch?: boolean;
}

/** The clip as a row on main. Refuses `timeline.no-media` when the piece is not in the medium. */
export function clipFrom(
  index: TimelineIndex,
  track: Track,
  clip: NewClip,
  order: string,
  newId: NewId,
): Result<ClipItem> {
  const durationFlicks = snapToFrame(clip.durationFlicks, index.rate, true);
  const isStill = clip.sourceLengthFlicks === 0;
  const end = clip.sourceInFlicks + durationFlicks;
  if (clip.sourceInFlicks < 0 || (!isStill && end > clip.sourceLengthFlicks + frameOf(index) / 2)) {
    return refuse('timeline.no-media', { neededFlicks: end, sourceLengthFlicks: clip.sourceLengthFlicks });
  }
  return ok({
    id: ItemId.parse(newId()),
    projectId: track.projectId,
    trackId: track.id,
    order,
    anchor: null,
    kind: 'clip',
    ...clip,
    durationFlicks: isStill ? durationFlicks : Math.min(durationFlicks, wholeFrames(index, clip)),
    opacity: 1,
    gainDb: 0,
    fadeInFlicks: 0,
    fadeOutFlicks: 0,
    muted: false,
    ...plainSound,
    scratch: clip.scratch ?? false,
    assembled: null,
  });
}

function wholeFrames(index: TimelineIndex, clip: NewClip): number {
  const frame = frameOf(index);
  return Math.max(frame, Math.floor((clip.sourceLengthFlicks - clip.sourceInFlicks) / frame) * frame);
}

/** The main track. Refuses `timeline.no-main-track` before the first assembly. */
export function findMainTrack(index: TimelineIndex): Result<Track> {
  const track = index.mainTrackId === null ? undefined : index.tracks.get(index.mainTrackId);
  return track === undefined ? refuse('timeline.no-main-track') : ok(track);
}
