import { secondsToFlicks } from '../kernel/time.ts';
import type { ClipItem } from './records.ts';

/** One time through a medium that begins again. Times are the timeline's; the ends are those of what is heard. */
interface Pass {
  /** 0 for the one that the clip begins in. */
  readonly number: number;
  readonly startFlicks: number;
  readonly endFlicks: number;
  /** Time in the medium at `startFlicks`. */
  readonly sourceInFlicks: number;
  /** Where it crosses from the pass before, and into the next one; null where the clip begins or ends first. */
  readonly fadeIn: { readonly fromFlicks: number; readonly toFlicks: number } | null;
  readonly fadeOut: { readonly fromFlicks: number; readonly toFlicks: number } | null;
}

const crossSeconds = 2;

/**
 * How long one pass of a looping medium is until the next one begins: they cross for two seconds, or for a quarter of a
 * short medium.
 */
export function loopPeriod(sourceLengthFlicks: number): number {
  return sourceLengthFlicks - Math.min(secondsToFlicks(crossSeconds), Math.floor(sourceLengthFlicks / 4));
}

/** Where a looping clip is in its medium, `intoFlicks` after the clip's start; within one period. */
export function loopedSource(
  clip: Pick<ClipItem, 'sourceInFlicks' | 'sourceLengthFlicks'>,
  intoFlicks: number,
): number {
  const period = loopPeriod(clip.sourceLengthFlicks);
  return (((clip.sourceInFlicks + intoFlicks) % period) + period) % period;
}

/** The passes of a looping clip that are heard in [from, to). */
export function loopedPasses(
  clip: Pick<ClipItem, 'sourceInFlicks' | 'sourceLengthFlicks' | 'durationFlicks'>,
  startFlicks: number,
  fromFlicks: number,
  toFlicks: number,
): Pass[] {
  const length = clip.sourceLengthFlicks;
  const period = loopPeriod(length);
  const endFlicks = startFlicks + clip.durationFlicks;
  /** When the pass that the clip begins in would have begun. */
  const origin = startFlicks - loopedSource(clip, 0);
  const first = Math.max(0, Math.floor((fromFlicks - origin - length) / period));
  const passes: Pass[] = [];
  for (let number = first; ; number++) {
    const begin = origin + number * period;
    const start = Math.max(begin, startFlicks);
    if (start >= endFlicks || start >= toFlicks) return passes;
    const end = Math.min(begin + length, endFlicks);
    if (end <= fromFlicks) continue;
    const next = begin + period;
    passes.push({
      number,
      startFlicks: start,
      endFlicks: end,
      sourceInFlicks: start - begin,
      fadeIn: number === 0 ? null : { fromFlicks: begin, toFlicks: begin + length - period },
      fadeOut: next >= endFlicks ? null : { fromFlicks: next, toFlicks: begin + length },
    });
  }
}
