import type { AssetId, ItemId } from '../kernel/ids.ts';
import type { GainCurve, GainDip, GainRamp } from './gain-curve.ts';
import { loopedPasses } from './looped-passes.ts';
import { dipsIn, ducking, type RoomRule, standingIn } from './make-room.ts';
import { attachedItemsIn, type Placed } from './queries.ts';
import type { ClipItem, Item, Track } from './records.ts';
import type { TimelineIndex } from './timeline-index.ts';
import { type TransitionSpan, transitionAfter } from './transition-span.ts';

/** One stretch of sound. Its gain at a time is `gainAt`. */
export interface AudioPiece extends GainCurve {
  readonly itemId: ItemId;
  /** A looping clip has a piece for each time that its medium begins; they cross. 0 for every other clip. */
  readonly pass: number;
  readonly assetId: AssetId;
  readonly startFlicks: number;
  /** Time in the medium at `startFlicks`. */
  readonly sourceInFlicks: number;
  readonly durationFlicks: number;
}

type BarePiece = Omit<AudioPiece, 'dips'>;
type Edge = 'start' | 'end';

/**
 * Every piece of sound that overlaps [from, to), whole (not cut to the range), by start; with the dips that are heard in the
 * range. Pieces that a cross-fade reaches are as long as their medium's handle allows. Muted tracks and clips, stills and clips without a medium are
 * left out; whether a medium has sound at all is for the reader to find.
 */
export function describeAudio(index: TimelineIndex, fromFlicks: number, toFlicks: number): AudioPiece[] {
  const pieces: AudioPiece[] = [];
  const dips = dipsBetween(index, fromFlicks, toFlicks);
  const main = index.mainTrackId === null ? undefined : index.tracks.get(index.mainTrackId);
  if (main !== undefined && !main.muted) {
    for (const placed of mainAround(index, fromFlicks, toFlicks)) {
      const piece = mainPiece(index, placed);
      if (piece !== null) pieces.push({ ...piece, dips: dips(placed.item, main) });
    }
  }
  for (const { item, startFlicks } of attachedItemsIn(index, fromFlicks, toFlicks)) {
    const track = index.tracks.get(item.trackId);
    if (track === undefined || track.muted || item.kind !== 'clip') continue;
    const ramps = fadeRamps(item, startFlicks, ['start', 'end']);
    const found =
      item.loops && track.kind === 'audio'
        ? passesOf(item, startFlicks, ramps, fromFlicks, toFlicks)
        : [pieceOf(item, startFlicks, 0, 0, ramps)];
    for (const piece of found) if (piece !== null) pieces.push({ ...piece, dips: dips(item, track) });
  }
  return pieces
    .filter((piece) => piece.startFlicks < toFlicks && piece.startFlicks + piece.durationFlicks > fromFlicks)
    .sort((a, b) => a.startFlicks - b.startFlicks || (a.itemId < b.itemId ? -1 : 1));
}

/** How a clip of a track makes room for others. */
export type DipsOf = (item: Item, track: Track) => readonly GainDip[];

/** What tells the pieces of a film apart: those of one key follow each other and never overlap. */
export function pieceKey({ itemId, pass }: Pick<AudioPiece, 'itemId' | 'pass'>): string {
  return pass === 0 ? itemId : `${itemId} ${pass}`;
}

/** The dips of clips by what they are, in [from, to); the film is looked through once for each kind, where there is such a clip. */
export function dipsBetween(index: TimelineIndex, fromFlicks: number, toFlicks: number): DipsOf {
  const found = new Map<RoomRule, readonly GainDip[]>();
  const under = (rule: RoomRule): readonly GainDip[] => {
    const dips = found.get(rule) ?? dipsIn(index, rule, fromFlicks, toFlicks);
    found.set(rule, dips);
    return dips;
  };
  return (item, track) => {
    if (item.kind !== 'clip') return none;
    if (item.scratch) return under(standingIn);
    return item.ducks && track.ducks && track.role !== 'dialogue' ? under(ducking) : none;
  };
}

const none: readonly GainDip[] = [];

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

function mainPiece(index: TimelineIndex, placed: Placed): BarePiece | null {
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
): BarePiece | null {
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
    pass: 0,
    assetId: clip.assetId,
    startFlicks: startFlicks - early,
    sourceInFlicks,
    durationFlicks,
    gainDb: clip.gainDb,
    ramps,
  };
}

function passesOf(
  clip: ClipItem,
  startFlicks: number,
  fades: readonly GainRamp[],
  fromFlicks: number,
  toFlicks: number,
): BarePiece[] {
  const { assetId, gainDb } = clip;
  if (assetId === null || clip.muted || clip.sourceLengthFlicks === 0) return [];
  return loopedPasses(clip, startFlicks, fromFlicks, toFlicks).map((pass) => ({
    itemId: clip.id,
    pass: pass.number,
    assetId,
    startFlicks: pass.startFlicks,
    sourceInFlicks: pass.sourceInFlicks,
    durationFlicks: pass.endFlicks - pass.startFlicks,
    gainDb,
    ramps: [
      ...fades,
      ...(pass.fadeIn === null ? [] : [ramp(pass.fadeIn.fromFlicks, pass.fadeIn.toFlicks, 1, 'equal-power')]),
      ...(pass.fadeOut === null
        ? []
        : [ramp(pass.fadeOut.fromFlicks, pass.fadeOut.toFlicks, 0, 'equal-power')]),
    ],
  }));
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
