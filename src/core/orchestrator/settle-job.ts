import type { Job } from '../../domain/jobs/job.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import { type Engine, type Flight, moveJob, noteMove, writeMove } from './engine.ts';
import { noteCharge } from './note-charge.ts';

/** What a request that ended without a result cost; null where nobody said, and then its estimate counts. */
export function billedCost(
  job: Pick<Job, 'estimateUsdMicros'>,
  billed: 'no' | 'yes' | 'unknown',
): number | null {
  switch (billed) {
    case 'no':
      return 0;
    case 'yes':
      return job.estimateUsdMicros;
    case 'unknown':
      return null;
  }
}

/** Ends a job that has no result. One that was being cancelled is cancelled; its cost stands all the same. */
export function endWithout(
  engine: Engine,
  flight: Flight,
  fault: Fault,
  costUsdMicros: number | null,
): Job | null {
  const { job, lane } = flight;
  const cancelled = job.state === 'cancelling';
  const moved = engine.options.store.transaction(() => {
    const ended = writeMove(engine, job.id, [job.state], cancelled ? 'cancelled' : 'failed', {
      costUsdMicros: lane.generator.free ? 0 : costUsdMicros,
      faultCode: fault.code,
      faultMessage: fault.message,
      finishedAtMs: engine.options.clock.nowMs(),
    });
    // "It was billed" without a figure: the price that was asked for stands until the provider's billing says.
    if (ended !== null && (ended.costUsdMicros ?? 0) > 0) noteCharge(engine, ended, 'estimate');
    return ended;
  });
  if (moved !== null) noteMove(engine, moved);
  return moved;
}

/** The provider does not know the request: a free one is simply asked again, a paid one never. */
export function lostAtProvider(engine: Engine, flight: Flight, fault: Fault): Job | null {
  const { job, lane } = flight;
  if (lane.generator.free && job.state !== 'cancelling' && job.tries < engine.limits.submitTries) {
    return moveJob(engine, job.id, [job.state], 'queued', { handle: null, tries: job.tries + 1 });
  }
  return moveJob(engine, job.id, [job.state], 'expired', {
    costUsdMicros: lane.generator.free ? 0 : null,
    faultCode: fault.code,
    faultMessage: fault.message,
    finishedAtMs: engine.options.clock.nowMs(),
  });
}
