import type { Job, JobState } from './job.ts';

/** Who moves a job: the engine by itself, the provider's answer, a person, or a restart that finds the job as it was left. */
export type TransitionActor = 'engine' | 'provider' | 'person' | 'restart';

export interface JobTransition {
  readonly from: JobState;
  readonly to: JobState;
  readonly by: TransitionActor;
  readonly why: string;
}

/**
 * Every move a job may make. What is not here cannot be written: the engine checks each step against this table, and the
 * store moves a row only from the state the step names. docs/state-machines/jobs.md is checked against it.
 */
export const jobTransitions = [
  { from: 'draft', to: 'queued', by: 'person', why: 'approved with its price' },
  { from: 'draft', to: 'cancelled', by: 'person', why: 'dropped before it was asked for' },

  { from: 'queued', to: 'sending', by: 'engine', why: 'connection open, price reserved, no byte sent yet' },
  {
    from: 'queued',
    to: 'failed',
    by: 'engine',
    why: 'not sent: cap, price, storage, or a request no model takes',
  },
  { from: 'queued', to: 'cancelled', by: 'person', why: 'dropped before it was sent' },
  { from: 'queued', to: 'cancelled', by: 'engine', why: 'not to be had there: another provider was asked' },
  {
    from: 'queued',
    to: 'draft',
    by: 'engine',
    why: 'its provider is out of reach for long: it is asked about with its price',
  },
  {
    from: 'queued',
    to: 'cancelled',
    by: 'restart',
    why: 'costs money, and its run was broken off: asked first',
  },

  { from: 'sending', to: 'submitted', by: 'provider', why: 'accepted; its id is on disk' },
  {
    from: 'sending',
    to: 'queued',
    by: 'engine',
    why: 'surely not begun (or free of charge): asked again later',
  },
  { from: 'sending', to: 'failed', by: 'provider', why: 'refused' },
  { from: 'sending', to: 'unknown', by: 'engine', why: 'the answer was lost: it may have been billed' },
  { from: 'sending', to: 'unknown', by: 'restart', why: 'found without an id: it may have been billed' },
  { from: 'sending', to: 'queued', by: 'restart', why: 'found without an id at a free provider' },

  { from: 'submitted', to: 'running', by: 'provider', why: 'work has begun' },
  { from: 'submitted', to: 'fetching', by: 'provider', why: 'the result is ready' },
  { from: 'submitted', to: 'failed', by: 'provider', why: 'ended without a result' },
  { from: 'submitted', to: 'failed', by: 'engine', why: 'out of reach for too long; collected later' },
  { from: 'submitted', to: 'expired', by: 'provider', why: 'not known there any more' },
  { from: 'submitted', to: 'expired', by: 'engine', why: 'waited in the queue past its deadline' },
  { from: 'submitted', to: 'cancelling', by: 'person', why: 'taken back' },
  { from: 'submitted', to: 'queued', by: 'engine', why: 'a free provider lost it: made again' },

  { from: 'running', to: 'fetching', by: 'provider', why: 'the result is ready' },
  { from: 'running', to: 'failed', by: 'provider', why: 'ended without a result' },
  { from: 'running', to: 'failed', by: 'engine', why: 'out of reach for too long; collected later' },
  { from: 'running', to: 'expired', by: 'provider', why: 'not known there any more' },
  { from: 'running', to: 'expired', by: 'engine', why: 'ran past its deadline' },
  { from: 'running', to: 'cancelling', by: 'person', why: 'taken back' },
  { from: 'running', to: 'queued', by: 'engine', why: 'a free provider lost it: made again' },

  { from: 'fetching', to: 'done', by: 'engine', why: 'file, asset and take are stored' },
  { from: 'fetching', to: 'failed', by: 'provider', why: 'the result turned out to be an error' },
  { from: 'fetching', to: 'failed', by: 'engine', why: 'could not be brought in or stored; collected later' },
  { from: 'fetching', to: 'expired', by: 'provider', why: 'the result is not held any more' },
  {
    from: 'fetching',
    to: 'expired',
    by: 'engine',
    why: 'could not be brought in for as long as the provider held it',
  },
  { from: 'fetching', to: 'queued', by: 'engine', why: 'a free provider lost it: made again' },
  { from: 'fetching', to: 'cancelled', by: 'person', why: 'taken back at a free provider' },

  { from: 'cancelling', to: 'cancelled', by: 'provider', why: 'taken back' },
  { from: 'cancelling', to: 'fetching', by: 'provider', why: 'it had finished: what was paid for is kept' },
  { from: 'cancelling', to: 'expired', by: 'provider', why: 'not known there any more' },
  { from: 'cancelling', to: 'expired', by: 'engine', why: 'no answer to the cancel before the deadline' },

  { from: 'failed', to: 'queued', by: 'person', why: 'asked again; nothing was charged for it' },
  {
    from: 'failed',
    to: 'submitted',
    by: 'person',
    why: 'the provider may still hold the result: collected, not sent again',
  },
  { from: 'failed', to: 'submitted', by: 'restart', why: 'set aside with a result outstanding: collected' },
  { from: 'failed', to: 'cancelled', by: 'person', why: 'put aside; nothing was charged for it' },
  { from: 'expired', to: 'submitted', by: 'person', why: 'looked for once more' },
  { from: 'expired', to: 'queued', by: 'person', why: 'asked again at a free provider' },
  { from: 'cancelled', to: 'queued', by: 'person', why: 'asked again; nothing was charged for it' },
  {
    from: 'cancelled',
    to: 'submitted',
    by: 'person',
    why: 'it had finished all the same: found at the provider and kept',
  },
  { from: 'unknown', to: 'failed', by: 'person', why: 'given up; its price counts as spent' },
  { from: 'unknown', to: 'submitted', by: 'engine', why: 'looked up: the provider has it, and it goes on' },
  {
    from: 'unknown',
    to: 'queued',
    by: 'provider',
    why: 'looked up: its whole list has no such request, so it was never begun',
  },
  { from: 'unknown', to: 'submitted', by: 'person', why: 'found at the provider by its id' },
] as const satisfies readonly JobTransition[];

/** Why a job goes a way, in the table's own words. */
export type WayReason = (typeof jobTransitions)[number]['why'];

/** Ended states: nothing happens to such a job by itself. */
export const endedStates = [
  'done',
  'failed',
  'cancelled',
  'unknown',
  'expired',
] as const satisfies JobState[];

/** States that the engine works on. A draft waits for a person. */
export const openStates = [
  'queued',
  'sending',
  'submitted',
  'running',
  'fetching',
  'cancelling',
] as const satisfies JobState[];

/** States in which the request is, or may be, at the provider. */
export const remoteStates = [
  'sending',
  'submitted',
  'running',
  'fetching',
  'cancelling',
] as const satisfies JobState[];

/** States whose estimate is set aside from the budget: begun, and not settled by a known charge. */
export const reservingStates = [...remoteStates, 'unknown'] as const satisfies JobState[];

export function mayMove(from: JobState, to: JobState): boolean {
  return jobTransitions.some((move) => move.from === from && move.to === to);
}

/** The states a job may be in to be moved to `to`, in table order, each once. */
export function statesBefore(to: JobState): JobState[] {
  return [...new Set(jobTransitions.filter((move) => move.to === to).map((move) => move.from))];
}

export function isEnded(job: Pick<Job, 'state'>): boolean {
  return (endedStates as readonly JobState[]).includes(job.state);
}

export function isOpen(job: Pick<Job, 'state'>): boolean {
  return (openStates as readonly JobState[]).includes(job.state);
}
