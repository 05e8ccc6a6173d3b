import type { Job } from '../../../domain/jobs/job.ts';
import { formatUsd } from '../../../domain/jobs/money.ts';
import { fail, ok, type Result, unwrap } from '../../../domain/kernel/result.ts';
import { chooseExisting } from '../../orchestrator/choose-existing.ts';
import type { Orchestrator } from '../../orchestrator/orchestrator.ts';
import type { CommissionContext, CommissionOrder, PlannedRequest } from './commission-plan.ts';
import type { PricedCommission } from './price-commission.ts';

export interface CommissionParts extends CommissionContext {
  readonly orchestrator: Orchestrator;
  /** Told of the jobs that the run waits for, as they are asked for. */
  readonly onAsked?: (jobs: readonly Job[]) => void;
}

export interface CommissionRun extends CommissionOrder {
  /** Those that are asked for together: a price that rises holds back the others. */
  readonly batchId: string;
  /** The most that all of it may cost; null for no limit of its own. */
  readonly maxCostUsdMicros: number | null;
}

/** A request with the job that stands for it. */
export interface AskedFor {
  readonly planned: PlannedRequest;
  readonly job: Job;
}

/** Writes the intents of what is wanted, in one transaction. A request that was made before has its take already: it is chosen again. */
export function askForCommission(
  { store, orchestrator, onAsked }: CommissionParts,
  { project, batchId, again }: CommissionRun,
  { requests }: PricedCommission,
): AskedFor[] {
  const wanted = requests.filter(({ planned, line }) => isWanted(planned, again) && line.problem === null);
  const jobs = unwrap(
    orchestrator.enqueue(
      wanted.map(({ planned: { subject, request }, line }) => ({
        ...{ projectId: project.id, ...subject, batchId, request },
        estimateUsdMicros: line.costUsdMicros ?? 0,
        priceBasis: line.basis,
        pricedAtMs: line.pricedAtMs,
      })),
    ),
  );
  onAsked?.(jobs);
  chooseExisting(store, project.id, jobs);
  return jobs.flatMap((job, i) => {
    const planned = wanted[i]?.planned;
    return planned === undefined ? [] : [{ job, planned }];
  });
}

/** What is there is not asked for again; but what follows from it (a caption that a crash kept from being laid) is done. */
function isWanted({ isMade, landed }: PlannedRequest, again: boolean): boolean {
  return again || !isMade || landed !== undefined;
}

/** Refuses all of a commission that costs more than its limit. */
export function requireWithin(
  { estimate: { costUsdMicros } }: PricedCommission,
  maxCostUsdMicros: number | null,
): Result<void> {
  if (maxCostUsdMicros === null || costUsdMicros <= maxCostUsdMicros) return ok(undefined);
  return fail(
    'money.cap-reached',
    `This would cost ${formatUsd(costUsdMicros)}, more than its limit of ${formatUsd(maxCostUsdMicros)}. Nothing was sent. Raise the limit, or ask for less.`,
  );
}
