import type { ShotState } from './shot-facts.ts';

/** The dot that a shot's state has wherever shots are listed: one of those of `StateDot`. */
export const markOfState = {
  queued: 'waiting',
  sending: 'running',
  running: 'running',
  fetching: 'running',
  cancelling: 'waiting',
  held: 'unknown',
  unknown: 'unknown',
  failed: 'failed',
  lost: 'offline',
  outdated: 'stale',
  missing: 'none',
  still: 'none',
  done: 'done',
} as const satisfies Readonly<Record<ShotState, string>>;
