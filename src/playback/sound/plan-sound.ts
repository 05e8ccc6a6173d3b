import { flicksToSeconds } from '../../domain/kernel/time.ts';
import type { AudioPiece } from '../../domain/timeline/audio-piece.ts';
import { describeAudio } from '../../domain/timeline/audio-plan.ts';
import { bendsOf, gainAt } from '../../domain/timeline/gain-curve.ts';
import type { TimelineIndex } from '../../domain/timeline/timeline-index.ts';
import type { Stretch } from '../clock/film-clock.ts';

/** A part of a piece of sound that is heard in one go. */
export interface SoundPart {
  readonly piece: AudioPiece;
  readonly fromFlicks: number;
  readonly toFlicks: number;
  /** Seconds of the medium. */
  readonly sourceFromSeconds: number;
  readonly sourceToSeconds: number;
}

export interface GainPoint {
  readonly atFlicks: number;
  readonly gain: number;
}

/** What is heard during a stretch, each piece cut to it. */
export function planSound(index: TimelineIndex, { fromFlicks, toFlicks }: Stretch): SoundPart[] {
  return describeAudio(index, fromFlicks, toFlicks).map((piece) => {
    const from = Math.max(fromFlicks, piece.startFlicks);
    const to = Math.min(toFlicks, piece.startFlicks + piece.durationFlicks);
    const source = (at: number): number => flicksToSeconds(piece.sourceInFlicks + at - piece.startFlicks);
    return {
      piece,
      fromFlicks: from,
      toFlicks: to,
      sourceFromSeconds: source(from),
      sourceToSeconds: source(to),
    };
  });
}

/** Ten milliseconds: a curve in straight steps of this length cannot be told from the curve. */
const stepFlicks = 7_056_000;

/**
 * The gain of a part as points that straight lines join: its ends, and where it changes a point every ten milliseconds.
 * The same gain that an export mixes with.
 */
export function gainPoints({ piece, fromFlicks, toFlicks }: SoundPart): GainPoint[] {
  const times = new Set([fromFlicks, toFlicks]);
  for (const ramp of piece.ramps) {
    const begin = Math.max(fromFlicks, ramp.fromFlicks);
    const end = Math.min(toFlicks, ramp.toFlicks);
    for (let at = begin; at < end; at += stepFlicks) times.add(at);
    if (end > begin) times.add(end);
  }
  for (const at of bendsOf(piece)) if (at > fromFlicks && at < toFlicks) times.add(at);
  return [...times].sort((a, b) => a - b).map((atFlicks) => ({ atFlicks, gain: gainAt(piece, atFlicks) }));
}
