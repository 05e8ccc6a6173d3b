import type { Job } from '../../domain/jobs/job.ts';
import { type Engine, type JobFields, writeMove } from './engine.ts';

/** What a job that goes back to the queue forgets of its earlier try. */
export const begunAnew = {
  handle: null,
  tries: 0,
  notBeforeMs: 0,
  costUsdMicros: null,
  faultCode: null,
  faultMessage: null,
  finishedAtMs: null,
} as const satisfies JobFields;

/** What a person has consented to now; what is left out stays as it was approved before. */
export type ApprovedPrice = Pick<Job, 'estimateUsdMicros' | 'priceBasis' | 'pricedAtMs'>;

export function requeue(
  engine: Engine,
  job: Job,
  estimateUsdMicros: number,
  words: Partial<Omit<ApprovedPrice, 'estimateUsdMicros'>> = {},
): Job | null {
  return writeMove(engine, job.id, [job.state], 'queued', {
    estimateUsdMicros,
    ...words,
    ...begunAnew,
  });
}

export function collectAgain(engine: Engine, job: Job): Job | null {
  const fields = { tries: 0, notBeforeMs: 0, costUsdMicros: null, finishedAtMs: null };
  return writeMove(engine, job.id, [job.state], 'submitted', fields);
}
