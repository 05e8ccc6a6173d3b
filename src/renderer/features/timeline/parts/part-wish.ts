import type { CastMember } from '../../../../domain/cast/cast-member.ts';
import type { Place } from '../../../../domain/cast/place.ts';
import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { secondsToFlicks } from '../../../../domain/kernel/time.ts';
import type { Project } from '../../../../domain/project/project.ts';
import { composePrompt } from '../../../../domain/shots/prompt/compose-prompt.ts';
import type { Shot } from '../../../../domain/shots/shot.ts';
import { isOnMain, type Placed, startOf } from '../../../../domain/timeline/queries.ts';
import type { ClipItem } from '../../../../domain/timeline/records.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';

/** A stretch of film that a person wants made, and where. */
export interface PartWish {
  readonly is: 'extend' | 'retake' | 'fill-gap' | 'transcribe';
  readonly itemId: ItemId;
}

/** A clip of the film track with something to show. */
export function filmClip(index: TimelineIndex, placed: Placed | null): ClipItem | null {
  if (placed?.item.kind !== 'clip' || placed.item.assetId === null) return null;
  return isOnMain(index, placed.item) ? placed.item : null;
}

/** A clip of any track whose medium may be heard; what has no sound is refused in words. */
export function heardClip(placed: Placed | null): ClipItem | null {
  if (placed?.item.kind !== 'clip' || placed.item.assetId === null) return null;
  return placed.item.sourceLengthFlicks > 0 ? placed.item : null;
}

/** Whether a clip moves: a still has no part to be made anew. */
export function isMoving(clip: ClipItem | null): clip is ClipItem {
  return clip !== null && clip.sourceLengthFlicks > 0;
}

/** How much of a clip is retaken where nothing is marked. */
const usualPartFlicks = secondsToFlicks(2);

export interface Span {
  readonly fromFlicks: number;
  readonly toFlicks: number;
}

/**
 * The part of a clip that a person means, in times of the film: what is marked, as far as it is in the clip, else from the playhead
 * on, else all of it.
 */
export function meantSpan(
  index: TimelineIndex,
  clip: ClipItem,
  at: {
    readonly playheadFlicks: number;
    readonly inFlicks: number | null;
    readonly outFlicks: number | null;
  },
): Span {
  const start = startOf(index, clip.id) ?? 0;
  const end = start + clip.durationFlicks;
  const within = (from: number, to: number): Span | null =>
    Math.max(from, start) < Math.min(to, end)
      ? { fromFlicks: Math.max(from, start), toFlicks: Math.min(to, end) }
      : null;
  const isMarked = at.inFlicks !== null || at.outFlicks !== null;
  const marked = isMarked ? within(at.inFlicks ?? start, at.outFlicks ?? end) : null;
  const isInside = at.playheadFlicks > start && at.playheadFlicks < end;
  const behind = isInside ? within(at.playheadFlicks, at.playheadFlicks + usualPartFlicks) : null;
  return marked ?? behind ?? { fromFlicks: start, toFlicks: end };
}

/** What happens in a part, as its shot says it; nothing where it belongs to none. */
export function promptOfPart(
  shot: Shot | null,
  source: {
    readonly project: Project | undefined;
    readonly cast: readonly CastMember[];
    readonly places: readonly Place[];
  },
): string {
  const { project, cast, places } = source;
  return shot === null || project === undefined
    ? ''
    : composePrompt(shot, { project, cast, places }, 'clip').text;
}
