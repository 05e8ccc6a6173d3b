import type { Clock } from '../ports/clock.ts';

/** Samples before a guess is shown: the first results come in while workers are still starting. */
const samplesNeeded = 3;

/**
 * Time left from the pace so far: elapsed time over work done, times work left. Null before three samples, and while
 * nothing is done.
 */
export function createTimeLeft(clock: Clock): (done: number, total: number) => number | null {
  const startedMs = clock.nowMs();
  let samples = 0;
  let first: number | null = null;
  return (done, total) => {
    first ??= done;
    samples++;
    const doneNow = done - first;
    if (samples < samplesNeeded || doneNow <= 0) return null;
    return ((clock.nowMs() - startedMs) / 1000 / doneNow) * (total - done);
  };
}
