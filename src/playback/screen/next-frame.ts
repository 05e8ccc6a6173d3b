import type { Run } from '../clock/film-clock.ts';

/** Frames that came too late by less than this are shown all the same, one with each drawing of the window. */
const caughtUpMs = 125;

/**
 * The frame to draw next while a run plays: the one that is due, or the one after `drawn` where a drawing of the window
 * came late. A film has fewer frames than a screen has drawings, so that picture and sound meet again some drawings
 * later and nothing was left out. What is later than that is left out, and so is what fast playing has no drawings for.
 */
export function nextFrame(
  due: number,
  drawn: number | null,
  run: Pick<Run, 'speed' | 'loop'>,
  frameMs: number,
): number {
  if (drawn === null || Math.abs(run.speed) > 1) return due;
  const direction = Math.sign(run.speed);
  const behind = (due - drawn) * direction;
  // The clock was set back a little, to what is heard: the picture waits for it.
  if (behind === -1 && run.loop === null) return drawn;
  const lateMs = ((behind - 1) * frameMs) / Math.abs(run.speed);
  return behind > 1 && lateMs <= caughtUpMs ? drawn + direction : due;
}
