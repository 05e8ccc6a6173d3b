import type { Job } from '../../domain/jobs/job.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import { type Engine, noteMove, writeMove } from './engine.ts';
import { jobFaults } from './job-faults.ts';

/**
 * A price that rose above the approved one stops what was approved together with it: nobody wants to find half of a batch
 * at the old price and half refused. What is at the provider already goes on. Asking for the shots again, at the new price,
 * sends what was held back.
 */
export function holdBackBatch(engine: Engine, risen: Job, fault: Fault): Job[] {
  const { store, clock } = engine.options;
  const { batchId, provider } = risen;
  if (batchId === null) return [];
  const because = jobFaults.heldBack(provider, fault);
  const held = store.transaction(() =>
    store.jobs
      .queued({ projectId: risen.projectId, provider, batchId })
      .map(({ id }) =>
        writeMove(engine, id, ['queued'], 'failed', {
          faultCode: because.code,
          faultMessage: because.message,
          costUsdMicros: 0,
          finishedAtMs: clock.nowMs(),
        }),
      )
      .filter((job) => job !== null),
  );
  for (const job of held) noteMove(engine, job);
  return held;
}
