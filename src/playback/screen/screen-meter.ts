import { flicksPerSecond } from '../../domain/kernel/time.ts';
import type { Run } from '../clock/film-clock.ts';
import type { ScreenStats } from './messages.ts';

export type Measured = Pick<ScreenStats, 'framesDrawn' | 'framesDropped' | 'lateMs' | 'drawMs'>;

/** Counts what playing draws and what it has to leave out. */
export interface ScreenMeter {
  begin(): void;
  drew(ms: number): void;
  /** Frame `frame` was drawn after `before`, `lateFlicks` after its own time. */
  played(frame: number, before: number | null, run: Run, lateFlicks: number): void;
  /** What to report now; null between reports. */
  report(nowMs: number): Measured | null;
}

const reportEveryMs = 250;

export function createScreenMeter(): ScreenMeter {
  let framesDrawn = 0;
  let framesDropped = 0;
  let lateMs = 0;
  let drawMs = 0;
  let reportedMs = 0;
  let isFirst = true;
  return {
    begin() {
      isFirst = true;
    },
    drew(ms) {
      drawMs = Math.max(drawMs, ms);
    },
    played(frame, before, run, lateFlicks) {
      framesDrawn++;
      const late = (lateFlicks / flicksPerSecond) * 1000;
      lateMs += (late / Math.abs(run.speed) - lateMs) * 0.05;
      // Fast playing leaves frames out by design, and where a loop begins again none is missing.
      const step = before === null ? 1 : (frame - before) * Math.sign(run.speed);
      if (!isFirst && Math.abs(run.speed) <= 1 && step > 1) framesDropped += step - 1;
      isFirst = false;
    },
    report(nowMs) {
      if (nowMs - reportedMs < reportEveryMs) return null;
      reportedMs = nowMs;
      const stats = { framesDrawn, framesDropped, lateMs, drawMs };
      drawMs = 0;
      return stats;
    },
  };
}
