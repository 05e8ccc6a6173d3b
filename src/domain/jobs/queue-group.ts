import type { Job } from './job.ts';
import { openStates } from './transitions.ts';

/**
 * Where a job stands in the queue as a person reads it. `attention`: it goes on when a person has done or said something;
 * `waiting`: it is sent by itself; `running`: it is, or may be, at a provider; `failed`: it ended without a result.
 */
export const queueGroups = ['attention', 'running', 'waiting', 'failed', 'done'] as const;
export type QueueGroup = (typeof queueGroups)[number];

/** Reasons that a person can take away, by the beginning of their codes: a limit, a price, a key, an empty account. */
export const mendableCauses = ['money.', 'provider.key-', 'provider.no-balance'] as const;

/** Set aside with the result perhaps still at the provider: asking for it is free. */
export const collectableCauses = [
  'job.result-not-collected',
  'job.result-not-stored',
  'job.deadline-passed',
] as const;

export function groupOfJob({ state, faultCode }: Pick<Job, 'state' | 'faultCode'>): QueueGroup {
  switch (state) {
    case 'draft':
    case 'unknown':
      return 'attention';
    case 'queued':
      return 'waiting';
    case 'done':
    case 'cancelled':
      return 'done';
    case 'failed':
    case 'expired':
      return waitsForPerson(faultCode) ? 'attention' : 'failed';
    default:
      return 'running';
  }
}

function waitsForPerson(code: string | null): boolean {
  if (code === null) return false;
  return (
    mendableCauses.some((cause) => code.startsWith(cause)) ||
    (collectableCauses as readonly string[]).includes(code)
  );
}

/** The states of a group; those of `attention` and `failed` also depend on why. */
export const statesOfGroup = {
  attention: ['draft', 'unknown', 'failed', 'expired'],
  running: openStates.filter((state) => state !== 'queued'),
  waiting: ['queued'],
  failed: ['failed', 'expired'],
  done: ['done', 'cancelled'],
} as const satisfies Record<QueueGroup, readonly Job['state'][]>;
