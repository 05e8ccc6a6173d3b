import type { ChargeBasis } from '../../domain/jobs/charge.ts';
import { monthOf } from '../../domain/jobs/charge.ts';
import type { Job } from '../../domain/jobs/job.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import type { Engine } from './engine.ts';
import { jobFaults } from './job-faults.ts';

/**
 * Where a job's cost is from, in the transaction that writes it. The line of the ledger itself is written with the job's
 * row, by whatever writes that; without this it says that the provider named the figure.
 */
export function noteCharge(engine: Engine, job: Pick<Job, 'id'>, basis: ChargeBasis): void {
  engine.options.store.charges.noteBasis(job.id, basis);
}

/**
 * Why `price` may not be spent on the job now, by the project's limit, this device's share of it, and the month's limit; null when it may. Exact only
 * inside a store transaction.
 */
export function overCap(engine: Engine, job: Job, priceUsdMicros: number): Fault | null {
  const fault =
    overProjectCap(engine, job, priceUsdMicros) ??
    overShare(engine, job, priceUsdMicros) ??
    overMonthCap(engine, priceUsdMicros);
  if (fault === null) engine.atCap.delete(job.projectId);
  else engine.atCap.add(job.projectId);
  return fault;
}

function overProjectCap({ options }: Engine, job: Job, priceUsdMicros: number): Fault | null {
  const cap = options.maxCostUsdMicros(job.projectId);
  if (cap === null) return jobFaults.noCap();
  if (cap === Number.POSITIVE_INFINITY) return null;
  const { chargedUsdMicros, reservedUsdMicros } = options.store.jobs.spend(job.projectId);
  if (chargedUsdMicros + reservedUsdMicros + priceUsdMicros <= cap) return null;
  return jobFaults.capReached(priceUsdMicros, chargedUsdMicros, reservedUsdMicros, cap);
}

function overShare({ options }: Engine, { projectId }: Job, priceUsdMicros: number): Fault | null {
  const share = options.budgetShares?.of(projectId) ?? null;
  if (share === null || share.spentUsdMicros + priceUsdMicros <= share.mostUsdMicros) return null;
  return jobFaults.shareReached(priceUsdMicros, share);
}

function overMonthCap({ options }: Engine, priceUsdMicros: number): Fault | null {
  const cap = options.monthlyCapUsdMicros?.() ?? null;
  if (cap === null) return null;
  const month = monthOf(options.clock.nowMs());
  const { chargedUsdMicros, reservedUsdMicros, uncertainUsdMicros } = options.store.charges.month(month);
  const openUsdMicros = reservedUsdMicros + uncertainUsdMicros;
  if (chargedUsdMicros + openUsdMicros + priceUsdMicros <= cap) return null;
  return jobFaults.monthCapReached(priceUsdMicros, chargedUsdMicros, openUsdMicros, cap, month);
}
