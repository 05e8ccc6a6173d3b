import type { JobState } from '../../../../domain/jobs/job.ts';
import { type JobTransition, jobTransitions } from '../../../../domain/jobs/transitions.ts';

export type Way = (typeof jobTransitions)[number];

/** Every state of the table, in the order of the way of a job that goes well, then what may come of it besides. */
export const statesInOrder = [
  'draft',
  'queued',
  'sending',
  'submitted',
  'running',
  'fetching',
  'done',
  'cancelling',
  'cancelled',
  'unknown',
  'expired',
  'failed',
] as const satisfies readonly JobState[];

/** Where each stands in the picture: column, row. */
export const places: Readonly<Record<JobState, readonly [number, number]>> = {
  draft: [0, 0],
  queued: [1, 0],
  sending: [2, 0],
  submitted: [3, 0],
  running: [4, 0],
  fetching: [5, 0],
  done: [6, 0],
  unknown: [2, 2],
  cancelled: [1, 2],
  cancelling: [4, 2],
  failed: [3, 2],
  expired: [5, 2],
};

const ways: readonly Way[] = jobTransitions;

export const waysFrom = (state: JobState): readonly Way[] => ways.filter(({ from }) => from === state);
export const waysTo = (state: JobState): readonly Way[] => ways.filter(({ to }) => to === state);

/** The lines of the picture: each pair of states once. */
export function edges(): readonly Pick<JobTransition, 'from' | 'to'>[] {
  const seen = new Set<string>();
  return ways.filter(({ from, to }) => {
    const key = `${from} ${to}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
