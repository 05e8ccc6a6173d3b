import { type FrameRate, flicksPerSecond, frameFlicks } from '../../../../domain/kernel/time.ts';
import { flicksAt, pxOf, type TimeScale } from './time-scale.ts';

export interface RulerTick {
  readonly atFlicks: number;
  readonly xPx: number;
  /** Carries a timecode. */
  readonly major: boolean;
}

const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400];
const leastLabelPx = 96;

/** How far apart labelled ticks are: whole frames when near, whole seconds, minutes, hours when far. */
export function majorStepFlicks(pxPerSecond: number, rate: FrameRate): number {
  const frame = frameFlicks(rate);
  const framePx = (frame / flicksPerSecond) * pxPerSecond;
  const perSecond = Math.round(flicksPerSecond / frame);
  for (const frames of [1, 2, 5, 10]) {
    if (frames < perSecond && framePx * frames >= leastLabelPx) return frames * frame;
  }
  // Counted in frames, so that ticks fall on frames at fractional rates too.
  const seconds = steps.find((step) => step * pxPerSecond >= leastLabelPx) ?? 86_400;
  return seconds * perSecond * frame;
}

/** The ticks of a ruler of `widthPx`. */
export function rulerTicks(scale: TimeScale, widthPx: number, rate: FrameRate): RulerTick[] {
  const major = majorStepFlicks(scale.pxPerSecond, rate);
  const frame = frameFlicks(rate);
  const minor = [10, 5, 4, 2].map((parts) => major / parts).find((part) => part % frame === 0) ?? major;
  const ticks: RulerTick[] = [];
  const end = flicksAt(scale, widthPx);
  // One before the left edge: its label may reach in.
  for (let at = Math.floor(scale.leftFlicks / major) * major; at <= end; at += minor) {
    ticks.push({ atFlicks: at, xPx: pxOf(scale, at), major: at % major === 0 });
  }
  return ticks;
}
