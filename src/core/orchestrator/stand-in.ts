import type { Job } from '../../domain/jobs/job.ts';
import type { JobId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { type Fault, FaultError, fail, faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import { type Engine, noteMove, writeMove } from './engine.ts';
import { findOrMake } from './enqueue-jobs.ts';
import { jobFaults, standInFault } from './job-faults.ts';
import type { EnqueueRequest } from './new-job.ts';

/** What became of a job whose provider cannot be had. */
export interface StoodIn {
  /** The job as it ended: surely not begun, and free of charge. */
  readonly from: Job;
  /** The job in its place; null where what was wanted otherwise is there already. */
  readonly to: Job | null;
}

/**
 * Asks somebody else for what a job asks for: the job ends and the other one is written down, in one transaction. Only a job
 * that has surely not begun gives way: one that waits in the queue, or was refused unbilled. What is at a provider, may be, or is on
 * its way there stays, whoever else could make it.
 */
export function standIn(
  engine: Engine,
  id: JobId,
  ask: EnqueueRequest | null,
  because: Fault,
  isFree: (provider: string) => boolean,
): Result<StoodIn> {
  const { store, clock } = engine.options;
  try {
    const stood = store.transaction((): StoodIn | null => {
      const job = store.row('job', id);
      if (job === null || !mayGiveWay(job)) return null;
      // On its way just now: its answer says what becomes of it.
      if (job.state === 'queued' && engine.flights.has(id)) return null;
      const fault = jobFaults.stoodIn(because, ask?.request.provider ?? null);
      const state = job.state === 'failed' ? 'failed' : 'cancelled';
      const from = writeMove(engine, id, [job.state], state, {
        costUsdMicros: 0,
        faultCode: fault.code,
        faultMessage: fault.message,
        finishedAtMs: job.finishedAtMs ?? clock.nowMs(),
      });
      if (from === null) return null;
      if (ask === null) return { from, to: null };
      const { job: to, isNew } = findOrMake(engine, ask, isFree(ask.request.provider));
      if (isNew) {
        const options = { projectId: job.projectId, label: 'Queue jobs', undoable: false };
        const committed = store.commit(patchOf([addChange('job', to)]), options);
        if (!committed.ok) throw new FaultError(committed.fault);
      }
      return { from, to };
    });
    if (stood === null) {
      return fail('job.moved', 'The job goes on by itself, or has ended. Nothing was changed.');
    }
    noteMove(engine, stood.from);
    if (stood.to !== null) noteMove(engine, stood.to);
    return ok(stood);
  } catch (thrown) {
    const fault = faultOf(thrown, 'job.write-failed');
    return fail(fault.code, fault.message, fault.detail);
  }
}

/** Whether nobody has begun it, and nobody is about to collect it. */
function mayGiveWay(job: Job): boolean {
  if (job.handle !== null || job.faultCode === standInFault) return false;
  return job.state === 'queued' || (job.state === 'failed' && job.costUsdMicros === 0);
}
