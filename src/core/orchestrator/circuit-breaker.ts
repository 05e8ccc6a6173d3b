import { backoffMs } from './backoff.ts';
import type { EngineLimits } from './engine-limits.ts';

/**
 * `closed`: requests are sent. `open`: the provider is out of reach, and nothing is sent to it. `half-open`: one probe is
 * out, and its answer decides.
 */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** Keeps a provider that is down from being asked by every job in turn. Any good answer, of a poll as well, closes it. */
export interface CircuitBreaker {
  readonly state: BreakerState;
  /** When the next probe may go out; 0 while closed. */
  readonly openUntilMs: number;
  /** When the first of the failures was that no good answer has followed; null after one. */
  readonly badSinceMs: number | null;
  noteGood(): void;
  noteBad(nowMs: number): void;
  /** Whether a probe may go out now; from then on it is half-open until an answer is noted. */
  beginProbe(nowMs: number): boolean;
  /** The probe ended without any answer of the provider (a limit was met, the studio closes). */
  dropProbe(): void;
  /** The computer's clock was set back by this much. */
  turnBack(byMs: number): void;
}

export type BreakerLimits = Pick<
  EngineLimits,
  'breakerFailures' | 'breakerWindowMs' | 'breakerOpenMs' | 'breakerOpenCapMs'
>;

export function createCircuitBreaker(limits: BreakerLimits, random: () => number): CircuitBreaker {
  let state: BreakerState = 'closed';
  let openUntilMs = 0;
  let badSinceMs: number | null = null;
  let timesOpened = 0;
  let failuresMs: number[] = [];

  const open = (nowMs: number): void => {
    state = 'open';
    const pacing = { backoffBaseMs: limits.breakerOpenMs, backoffCapMs: limits.breakerOpenCapMs };
    // At least half of the pause: a probe at once says nothing new.
    const pauseMs = backoffMs(timesOpened, null, () => 0.5 + random() / 2, pacing);
    openUntilMs = nowMs + pauseMs;
    timesOpened += 1;
    failuresMs = [];
  };

  return {
    get state() {
      return state;
    },
    get openUntilMs() {
      return openUntilMs;
    },
    get badSinceMs() {
      return badSinceMs;
    },
    noteGood() {
      badSinceMs = null;
      state = 'closed';
      openUntilMs = 0;
      timesOpened = 0;
      failuresMs = [];
    },
    noteBad(nowMs) {
      badSinceMs ??= nowMs;
      if (state === 'half-open') return open(nowMs);
      if (state === 'open') return;
      failuresMs = [...failuresMs.filter((atMs) => nowMs - atMs < limits.breakerWindowMs), nowMs];
      if (failuresMs.length >= limits.breakerFailures) open(nowMs);
    },
    beginProbe(nowMs) {
      if (state !== 'open' || nowMs < openUntilMs) return false;
      state = 'half-open';
      return true;
    },
    dropProbe() {
      if (state === 'half-open') state = 'open';
    },
    turnBack(byMs) {
      openUntilMs = Math.max(0, openUntilMs - byMs);
      if (badSinceMs !== null) badSinceMs -= byMs;
      failuresMs = failuresMs.map((atMs) => atMs - byMs);
    },
  };
}
