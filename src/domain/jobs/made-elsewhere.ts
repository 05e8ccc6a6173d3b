import { keptHerePrefix } from '../kernel/kept-result.ts';
import type { Job, JobState } from './job.ts';

/** Whether another device of somebody asked for it: that one sends it, asks what became of it, and takes it back. */
export function isMadeElsewhere(job: Pick<Job, 'deviceId'>, deviceId: string): boolean {
  return job.deviceId !== null && job.deviceId !== deviceId;
}

/** Whether the result of a request can be had from its provider by any device with a key, not only where it was asked for. */
export function isHeldByProvider(handle: Job['handle']): boolean {
  if (handle === null || handle.requestId.startsWith(keptHerePrefix)) return false;
  // What is no address is the name of a file in the job's folder there.
  return handle.responseUrl === null || handle.responseUrl.startsWith('http');
}

const collectable: ReadonlySet<JobState> = new Set([
  'submitted',
  'running',
  'fetching',
  'failed',
  'expired',
  'cancelled',
  'unknown',
]);
const collecting: ReadonlySet<JobState> = new Set([
  'submitted',
  'running',
  'fetching',
  'done',
  'failed',
  'expired',
]);

/**
 * The moves that a device may make of another one's job: only those that bring in a result that a provider already holds. What may
 * still be sent there is never moved from here, because neither would know what the other paid for.
 */
export function mayMoveElsewhere(
  job: Pick<Job, 'state' | 'handle'>,
  to: JobState,
  hasHandle: boolean,
): boolean {
  if (job.handle === null ? !hasHandle : !isHeldByProvider(job.handle)) return false;
  // An unknown one is given up by its own device alone; from here it may only be found.
  if (job.state === 'unknown') return to === 'submitted';
  return collectable.has(job.state) && collecting.has(to);
}

/**
 * States in which another device is at a job, or waits there for a person's word: who asks for the same elsewhere may pay twice.
 */
export const statesUnderWay: readonly JobState[] = [
  'draft',
  'queued',
  'sending',
  'submitted',
  'running',
  'fetching',
  'cancelling',
  'unknown',
];
