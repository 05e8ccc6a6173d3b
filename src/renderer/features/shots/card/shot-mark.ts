import type { ShotState } from '../../../state/shot-facts.ts';
import type { DotState } from '../../../ui/state-dot.tsx';

/** The dot of each state; null where the picture says enough. */
export const dotOfState: Readonly<Record<ShotState, DotState | null>> = {
  queued: 'waiting',
  sending: 'running',
  running: 'running',
  fetching: 'running',
  cancelling: 'waiting',
  unknown: 'unknown',
  failed: 'failed',
  outdated: 'stale',
  missing: null,
  still: null,
  done: null,
};
