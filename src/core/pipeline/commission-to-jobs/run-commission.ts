import { type Job, JobState } from '../../../domain/jobs/job.ts';
import { isOpen } from '../../../domain/jobs/transitions.ts';
import type { JobId } from '../../../domain/kernel/ids.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { followJobs } from '../../progress/follow-jobs.ts';
import { countEnded, type GenerateProgress } from '../../progress/generate-progress.ts';
import { createTimeLeft } from '../../progress/time-left.ts';
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

  const followed = followJobs(orchestrator, run.project.id, 'followed', signal);
  /** Those whose results were there before: they are used, and are no work of this run. */
  const there = new Set<JobId>();
  const plannedOf = new Map<JobId, PlannedRequest>();
  const timeLeft = createTimeLeft(clock);
  const problems = priced.estimate.lines.filter(({ problem }) => problem !== null);
  let trouble = problems.map(({ problem }) => problem ?? '');
  let did: string[] = [];

  const report = (): CommissionProgress => {
    const jobs = followed.jobs().filter(({ id }) => !there.has(id));
    const { done, unknown, ...counts } = countEnded(jobs);
    const failed = counts.failed + problems.length;
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

  try {
    for (const { job, planned } of askForCommission(parts, run, priced)) {
      plannedOf.set(job.id, planned);
      if (job.state === 'done') there.add(job.id);
      followed.follow(job);
    }
    yield report();
    const finishIfComplete = (): void => {
      if (followed.ended === plannedOf.size) followed.finish();
    };
    finishIfComplete();
    for await (const job of followed.moves()) {
      if (isOpen(job)) continue;
      if (job.state === 'done') await land(job);
      else trouble.push(job.faultMessage ?? JobState.enum[job.state]);
      yield report();
      finishIfComplete();
    }
    return report();
  } finally {
    followed.close();
  }
}
