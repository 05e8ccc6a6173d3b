import type { AssetId, ItemId } from '../kernel/ids.ts';
import type { GainCurve, GainRamp } from './gain-curve.ts';
import { loopedPasses } from './looped-passes.ts';
import type { Placed } from './queries.ts';
import type { ClipItem, Track } from './records.ts';
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

/** A piece as it would sound alone. */
type BarePiece = Omit<AudioPiece, 'dips'>;
type Edge = 'start' | 'end';

/** What tells the pieces of a film apart: those of one key follow each other and never overlap. */
export function pieceKey({ itemId, pass }: Pick<AudioPiece, 'itemId' | 'pass'>): string {
  return pass === 0 ? itemId : `${itemId} ${pass}`;
}

/** The pieces of a clip of another track; those of a looping one that are heard in [from, to). */
export function attachedPieces(
  clip: ClipItem,
  track: Track,
  startFlicks: number,
  fromFlicks: number,
  toFlicks: number,
): BarePiece[] {
  const ramps = fadeRamps(clip, startFlicks, ['start', 'end']);
  if (clip.loops && track.kind === 'audio') return passesOf(clip, startFlicks, ramps, fromFlicks, toFlicks);
  const piece = pieceOf(clip, startFlicks, 0, 0, ramps);
  return piece === null ? [] : [piece];
}

/** A clip of the main track, with the transitions at its edges. */
export function mainPiece(index: TimelineIndex, placed: Placed): BarePiece | null {
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

/** The passes of a looping clip that are heard in [from, to). */
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
