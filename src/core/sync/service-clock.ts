import type { Clock } from '../ports/clock.ts';

/** Smaller differences are the line's, not the clock's. */
const noticeMs = 1_000;

export interface ServiceClock {
  /** To be called before a question is sent; `answered` takes the time that its answer names. */
  begin(): { answered(serviceNowMs: number): void };
  /** The next answer's time is taken whatever it is: stamps were refused. */
  doubt(): void;
}

/**
 * Measures how far the service's clock is ahead of this computer's (negative: behind), taking the time of the answer for that of the
 * middle of the question's way (Cristian, "Probabilistic clock synchronization", 1989), and tells it where it differs from what is
 * known by more than the way can explain.
 */
export function createServiceClock(clock: Clock, follow: (aheadMs: number) => void): ServiceClock {
  let knownMs: number | null = null;
  return {
    begin() {
      const beganMs = clock.nowMs();
      return {
        answered(serviceNowMs) {
          const endedMs = clock.nowMs();
          const wayMs = Math.max(0, endedMs - beganMs);
          const aheadMs = Math.round(serviceNowMs - (beganMs + endedMs) / 2);
          if (knownMs !== null && Math.abs(aheadMs - knownMs) <= noticeMs + wayMs / 2) return;
          knownMs = aheadMs;
          follow(aheadMs);
        },
      };
    },
    doubt() {
      knownMs = null;
    },
  };
}
