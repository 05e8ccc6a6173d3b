import type { AssetId, ItemId } from '../kernel/ids.ts';
import { attachedItemsIn, type Placed } from './queries.ts';
import type { ClipItem } from './records.ts';
import type { TimelineIndex } from './timeline-index.ts';
import { type TransitionSpan, transitionAfter } from './transition-span.ts';

/**
 * A change of gain on the timeline: `fromGain` up to `fromFlicks`, `toGain` from `toFlicks` on, between them linear or
 * along a quarter of a sine (equal power: the squares of a fade-in and the fade-out over it add up to one).
 */
export interface GainRamp {
  readonly fromFlicks: number;
  readonly toFlicks: number;
  readonly fromGain: 0 | 1;
  readonly toGain: 0 | 1;
  readonly curve: 'linear' | 'equal-power';
}

/** One stretch of sound. Its gain at a time is `gainDb` and the product of its ramps. */
export interface AudioPiece {
  readonly itemId: ItemId;
  readonly assetId: AssetId;
  readonly startFlicks: number;
  /** Time in the medium at `startFlicks`. */
  readonly sourceInFlicks: number;
  readonly durationFlicks: number;
  readonly gainDb: number;
  readonly ramps: readonly GainRamp[];
}

type Edge = 'start' | 'end';

/**
 * Every piece of sound that overlaps [from, to), whole (not cut to the range), by start. Pieces that a cross-fade
 * reaches are as long as their medium's handle allows. Muted tracks and clips, stills and clips without a medium are
 * left out; whether a medium has sound at all is for the reader to find.
 */
export function describeAudio(index: TimelineIndex, fromFlicks: number, toFlicks: number): AudioPiece[] {
  const pieces: AudioPiece[] = [];
  const main = index.mainTrackId === null ? undefined : index.tracks.get(index.mainTrackId);
  if (main !== undefined && !main.muted) {
    for (const placed of mainAround(index, fromFlicks, toFlicks)) {
      const piece = mainPiece(index, placed);
      if (piece !== null) pieces.push(piece);
    }
  }
  for (const { item, startFlicks } of attachedItemsIn(index, fromFlicks, toFlicks)) {
    const track = index.tracks.get(item.trackId);
    if (track === undefined || track.muted || item.kind !== 'clip') continue;
    const piece = pieceOf(item, startFlicks, 0, 0, fadeRamps(item, startFlicks, ['start', 'end']));
    if (piece !== null) pieces.push(piece);
  }
  return pieces
    .filter((piece) => piece.startFlicks < toFlicks && piece.startFlicks + piece.durationFlicks > fromFlicks)
    .sort((a, b) => a.startFlicks - b.startFlicks || (a.itemId < b.itemId ? -1 : 1));
}

/** Linear gain (1 = unchanged) of a piece at a time of the timeline. */
export function pieceGainAt(piece: Pick<AudioPiece, 'gainDb' | 'ramps'>, atFlicks: number): number {
  let gain = piece.gainDb <= -60 ? 0 : 10 ** (piece.gainDb / 20);
  for (const ramp of piece.ramps) gain *= rampGainAt(ramp, atFlicks);
  return gain;
}

export function rampGainAt(ramp: GainRamp, atFlicks: number): number {
  if (atFlicks <= ramp.fromFlicks) return ramp.fromGain;
  if (atFlicks >= ramp.toFlicks) return ramp.toGain;
  const through = (atFlicks - ramp.fromFlicks) / (ramp.toFlicks - ramp.fromFlicks);
  const rising = ramp.toGain > ramp.fromGain ? through : 1 - through;
  return ramp.curve === 'linear' ? rising : Math.sin((rising * Math.PI) / 2);
}

/** The items in the range and one more on each side: a cross-fade reaches in from there, and from no further, as it takes at most half of a clip. */
function mainAround(index: TimelineIndex, fromFlicks: number, toFlicks: number): Placed[] {
  const found: Placed[] = [];
  for (const placed of index.main.from(fromFlicks)) {
    if (found.length === 0) {
      const before = index.main.before(placed.item);
      if (before !== null) {
        found.push({ item: before, startFlicks: placed.startFlicks - before.durationFlicks });
      }
    }
    found.push(placed);
    if (placed.startFlicks >= toFlicks) break;
  }
  return found;
}

function mainPiece(index: TimelineIndex, placed: Placed): AudioPiece | null {
  const { item, startFlicks } = placed;
  if (item.kind !== 'clip') return null;
  const left = index.main.before(item);
  const before = left === null ? null : transitionAfter(index, left, startFlicks - left.durationFlicks);
  const after = transitionAfter(index, item, startFlicks);
  const open: Edge[] = [];
  if (before === null) open.push('start');
  if (after === null) open.push('end');
  const ramps = [...fadeRamps(item, startFlicks, open)];
  if (before !== null) ramps.push(transitionRamp(before, 'start'));
  if (after !== null) ramps.push(transitionRamp(after, 'end'));
  const early = before?.transition.kind === 'dissolve' ? before.cutFlicks - before.fromFlicks : 0;
  const late = after?.transition.kind === 'dissolve' ? after.toFlicks - after.cutFlicks : 0;
  return pieceOf(item, startFlicks, early, late, ramps);
}

function pieceOf(
  clip: ClipItem,
  startFlicks: number,
  earlyFlicks: number,
  lateFlicks: number,
  ramps: readonly GainRamp[],
): AudioPiece | null {
  if (clip.assetId === null || clip.muted || clip.sourceLengthFlicks === 0) return null;
  const early = Math.min(earlyFlicks, clip.sourceInFlicks);
  const sourceInFlicks = clip.sourceInFlicks - early;
  const durationFlicks = Math.min(
    early + clip.durationFlicks + lateFlicks,
    clip.sourceLengthFlicks - sourceInFlicks,
  );
  if (durationFlicks <= 0) return null;
  return {
    itemId: clip.id,
    assetId: clip.assetId,
    startFlicks: startFlicks - early,
    sourceInFlicks,
    durationFlicks,
    gainDb: clip.gainDb,
    ramps,
  };
}

function fadeRamps(clip: ClipItem, startFlicks: number, edges: readonly Edge[]): GainRamp[] {
  const ramps: GainRamp[] = [];
  const end = startFlicks + clip.durationFlicks;
  if (edges.includes('start') && clip.fadeInFlicks > 0) {
    ramps.push(ramp(startFlicks, startFlicks + clip.fadeInFlicks, 1, 'linear'));
  }
  if (edges.includes('end') && clip.fadeOutFlicks > 0)
    ramps.push(ramp(end - clip.fadeOutFlicks, end, 0, 'linear'));
  return ramps;
}

function transitionRamp(span: TransitionSpan, edge: Edge): GainRamp {
  switch (span.transition.kind) {
    case 'dissolve':
      return ramp(span.fromFlicks, span.toFlicks, edge === 'start' ? 1 : 0, 'equal-power');
    case 'fade-black':
    case 'fade-white':
      return edge === 'start'
        ? ramp(span.cutFlicks, span.toFlicks, 1, 'linear')
        : ramp(span.fromFlicks, span.cutFlicks, 0, 'linear');
  }
}

function ramp(fromFlicks: number, toFlicks: number, toGain: 0 | 1, curve: GainRamp['curve']): GainRamp {
  return { fromFlicks, toFlicks, fromGain: toGain === 1 ? 0 : 1, toGain, curve };
}
