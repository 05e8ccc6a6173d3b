import { secondsToFlicks } from '../kernel/time.ts';
import type { GainDip } from './gain-curve.ts';
import { attachedItemsIn } from './queries.ts';
import type { ClipItem, TrackRole } from './records.ts';
import type { TimelineIndex } from './timeline-index.ts';

/** How a sound makes room for others. */
export interface RoomRule {
  /** The tracks whose clips it makes room for. */
  readonly roles: ReadonlySet<TrackRole>;
  /** 0…1 */
  readonly gain: number;
  readonly downFlicks: number;
  readonly upFlicks: number;
  /** In a pause that is shorter it stays down: a bed that comes up between two sentences is heard as pumping. */
  readonly pauseFlicks: number;
}

/** How much music goes down under dialogue, decibels. */
export const duckDb = -12;

/** Music under dialogue: down before the first word, and slowly up again. */
export const ducking: RoomRule = {
  roles: new Set(['dialogue']),
  gain: 10 ** (duckDb / 20),
  downFlicks: secondsToFlicks(0.3),
  upFlicks: secondsToFlicks(0.8),
  pauseFlicks: secondsToFlicks(1.5),
};

/** Scratch sound where the real one is there. */
export const standingIn: RoomRule = {
  roles: new Set(['dialogue', 'music', 'effects']),
  gain: 0,
  downFlicks: secondsToFlicks(0.1),
  upFlicks: secondsToFlicks(0.25),
  pauseFlicks: secondsToFlicks(1.5),
};

interface Span {
  readonly fromFlicks: number;
  readonly toFlicks: number;
}

/**
 * The dips of a sound that follows `rule`, as far as they can be heard in [from, to): the gain in the range is what it would be
 * if the whole film had been asked for. Costs what lies in the range, and as many seconds around it as a pause may last.
 */
export function dipsIn(
  index: TimelineIndex,
  { roles, gain, downFlicks, upFlicks, pauseFlicks }: RoomRule,
  fromFlicks: number,
  toFlicks: number,
): GainDip[] {
  return joined(heardSpans(index, roles, fromFlicks - pauseFlicks, toFlicks + pauseFlicks), pauseFlicks)
    .map((span) => ({
      fromFlicks: span.fromFlicks - downFlicks,
      downFlicks: span.fromFlicks,
      upFlicks: span.toFlicks,
      toFlicks: span.toFlicks + upFlicks,
      gain,
    }))
    .filter((dip) => dip.fromFlicks < toFlicks && dip.toFlicks > fromFlicks);
}

/** When clips on tracks of these roles are heard, by start. */
function heardSpans(
  index: TimelineIndex,
  roles: ReadonlySet<TrackRole>,
  fromFlicks: number,
  toFlicks: number,
): Span[] {
  const spans: Span[] = [];
  if (![...index.tracks.values()].some(({ role }) => role !== null && roles.has(role))) return spans;
  for (const { item, startFlicks } of attachedItemsIn(index, fromFlicks, toFlicks)) {
    const track = index.tracks.get(item.trackId);
    if (track === undefined || track.role === null || track.muted || !roles.has(track.role)) continue;
    if (item.kind !== 'clip' || !isHeard(item)) continue;
    const left = item.loops ? item.durationFlicks : item.sourceLengthFlicks - item.sourceInFlicks;
    const length = Math.min(item.durationFlicks, left);
    if (length > 0) spans.push({ fromFlicks: startFlicks, toFlicks: startFlicks + length });
  }
  return spans;
}

function isHeard({ assetId, muted, sourceLengthFlicks, gainDb }: ClipItem): boolean {
  return assetId !== null && !muted && sourceLengthFlicks > 0 && gainDb > -60;
}

function joined(spans: readonly Span[], pauseFlicks: number): Span[] {
  const found: Span[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    if (last === undefined || span.fromFlicks - last.toFlicks >= pauseFlicks) found.push(span);
    else if (span.toFlicks > last.toFlicks) found[found.length - 1] = { ...last, toFlicks: span.toFlicks };
  }
  return found;
}
