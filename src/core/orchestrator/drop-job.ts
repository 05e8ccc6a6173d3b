import type { Job } from '../../domain/jobs/job.ts';
import type { JobId } from '../../domain/kernel/ids.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { cancelJob, jobElsewhere } from './cancel-job.ts';
import { type Engine, moveJob } from './engine.ts';
import { cancelFields } from './submit-job.ts';

/** Puts a job aside that waits for a person: nobody is asked about it any more, and what it cost stands. */
export function dropJob(engine: Engine, id: JobId): Result<Job> {
  const job = engine.options.store.row('job', id);
  if (job === null) return fail('job.not-found', `There is no job "${id}". Nothing was changed.`);
  const elsewhere = jobElsewhere(engine, id);
  if (elsewhere !== null) return elsewhere;
  if (job.state === 'draft') return cancelJob(engine, id);
  const dropped =
    job.state === 'unknown'
      ? moveJob(engine, id, ['unknown'], 'failed', {
          faultCode: 'job.given-up',
          faultMessage: 'Given up: its price counts as spent, and it is not asked about any more.',
          finishedAtMs: engine.options.clock.nowMs(),
        })
      : job.state === 'failed' && job.costUsdMicros === 0
        ? moveJob(engine, id, ['failed'], 'cancelled', cancelFields(engine))
        : null;
  if (dropped === null) {
    return fail('job.not-droppable', `The job is ${job.state} and cannot be put aside. Nothing was changed.`);
  }
  engine.flights.get(id)?.wake.abort();
  return ok(dropped);
}
