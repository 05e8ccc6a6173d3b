import { type Job, JobState } from '../../../domain/jobs/job.ts';
import { isOpen } from '../../../domain/jobs/transitions.ts';
import type { JobId } from '../../../domain/kernel/ids.ts';
import { type Fault, FaultError, unwrap } from '../../../domain/kernel/result.ts';
import { createEventQueue } from '../../progress/event-queue.ts';
import { createTimeLeft } from '../../progress/time-left.ts';
import type { GenerateProgress } from '../shots-to-jobs/generate-project.ts';
import {
  askForCommission,
  type CommissionParts,
  type CommissionRun,
  requireWithin,
} from './ask-for-commission.ts';
import type { PlannedRequest } from './commission-plan.ts';
import { planCommission } from './plan-commission.ts';
import { priceCommission } from './price-commission.ts';

/** As of other generation, and what was done with the results, in words. */
export interface CommissionProgress extends GenerateProgress {
  readonly did: string[];
}

/**
 * Has a commission made: plans it, prices it, writes the intents and follows them until none is open. Nothing of it is sent
 * where it costs more than its limit; no request is sent at more than the price it was planned at, so that the limit holds
 * whatever else runs. When `signal` aborts, what was asked for stays on disk and goes on with the next start.
 */
export async function* runCommission(
  parts: CommissionParts,
  run: CommissionRun,
  signal: AbortSignal,
): AsyncGenerator<CommissionProgress, CommissionProgress> {
  const { orchestrator, clock } = parts;
  const plan = unwrap(await planCommission(parts, run, 'run'));
  const priced = unwrap(await priceCommission(parts, run, plan));
  unwrap(requireWithin(priced, run.maxCostUsdMicros));
  signal.throwIfAborted();

  const asked = new Map<JobId, Job>();
  /** Those whose results were there before: they are used, and are no work of this run. */
  const there = new Set<JobId>();
  const plannedOf = new Map<JobId, PlannedRequest>();
  const events = createEventQueue<Job>();
  const timeLeft = createTimeLeft(clock);
  const problems = priced.estimate.lines.filter(({ problem }) => problem !== null);
  let trouble = problems.map(({ problem }) => problem ?? '');
  let did: string[] = [];

  const report = (): CommissionProgress => {
    const jobs = [...asked.values()].filter(({ id }) => !there.has(id));
    const count = (...states: Job['state'][]): number =>
      jobs.filter(({ state }) => states.includes(state)).length;
    const done = count('done');
    const failed = count('failed', 'cancelled', 'expired') + problems.length;
    const unknown = count('unknown');
    const total = jobs.length + problems.length;
    const progress = {
      counts: { done, failed, unknown, open: total - done - failed - unknown },
      total,
      costUsdMicros: jobs.reduce((sum, job) => sum + (job.costUsdMicros ?? 0), 0),
      secondsLeft: timeLeft(done + failed + unknown, total),
      trouble,
      did,
    };
    [trouble, did] = [[], []];
    return progress;
  };
  const land = async (job: Job): Promise<void> => {
    const outcome = await plannedOf.get(job.id)?.landed?.(job);
    if (outcome === undefined) return;
    if (!outcome.ok) trouble.push(outcome.fault.message);
    else if (outcome.value !== null) did.push(outcome.value);
  };

  const stopListening = orchestrator.onJob(({ job }) => {
    if (job.projectId === run.project.id) events.push(job);
  });
  let stuck: Fault | null = null;
  const stopWatching = orchestrator.onStuck((job, fault) => {
    if (!asked.has(job.id)) return;
    stuck = fault;
    events.end();
  });
  const onAbort = (): void => events.end();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    for (const { job, planned } of askForCommission(parts, run, priced)) {
      plannedOf.set(job.id, planned);
      asked.set(job.id, job);
      if (job.state === 'done') there.add(job.id);
      if (!isOpen(job)) events.push(job);
    }
    yield report();
    const settled = new Set<JobId>();
    if (settled.size === asked.size) events.end();
    for await (const job of events.read()) {
      if (signal.aborted) break;
      if (!asked.has(job.id) || settled.has(job.id)) continue;
      asked.set(job.id, job);
      if (isOpen(job)) continue;
      settled.add(job.id);
      if (job.state === 'done') await land(job);
      else trouble.push(job.faultMessage ?? JobState.enum[job.state]);
      yield report();
      if (settled.size === asked.size) events.end();
    }
    signal.throwIfAborted();
    if (stuck !== null) throw new FaultError(stuck);
    return report();
  } finally {
    signal.removeEventListener('abort', onAbort);
    stopListening();
    stopWatching();
  }
}
