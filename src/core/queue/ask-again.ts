import type { AgainLine } from '../../contract/queue.ts';
import type { Job } from '../../domain/jobs/job.ts';
import { isHeldByProvider, isMadeElsewhere } from '../../domain/jobs/made-elsewhere.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import type { JobId } from '../../domain/kernel/ids.ts';
import { faultOf, type Result } from '../../domain/kernel/result.ts';
import type { SpendingLimits } from '../activities/spending-limits.ts';
import { isCollectable } from '../orchestrator/job-faults.ts';
import type { Orchestrator } from '../orchestrator/orchestrator.ts';
import type { Estimate, Generator } from '../ports/generator.ts';
import type { Store } from '../store/store.ts';

export interface AskAgainParts {
  readonly store: Pick<Store, 'row' | 'deviceId'>;
  readonly generators: readonly Generator[];
  readonly orchestrator: Pick<Orchestrator, 'retry'>;
  readonly limits: Pick<SpendingLimits, 'of' | 'set'>;
}

const noPrice = { costUsdMicros: null, basis: null, pricedAtMs: null } as const;

/** What asking for a job again would mean, at the price of now. */
export async function priceAgain({ store, generators }: AskAgainParts, jobId: JobId): Promise<AgainLine> {
  const job = store.row('job', jobId);
  const line = { jobId, approvedUsdMicros: job?.estimateUsdMicros ?? 0 };
  const cannot = (problem: string): AgainLine => ({ ...line, how: 'cannot', ...noPrice, problem });
  if (job === null) return cannot(`There is no job "${jobId}". Nothing was changed.`);
  const generator = generators.find(({ provider }) => provider === job.provider);
  const elsewhere = isMadeElsewhere(job, store.deviceId) && job.state !== 'done';
  const isThere = isCollectable(job) || (elsewhere && isAtProvider(job));
  if (isThere && (!elsewhere || isHeldByProvider(job.handle))) {
    // A key of this computer's own is needed to ask a provider for what another one sent.
    const ready = elsewhere ? await readyOf(generator) : null;
    if (ready !== null && !ready.ok) return cannot(ready.fault.message);
    return { ...line, how: 'collect', costUsdMicros: 0, basis: null, pricedAtMs: null, problem: null };
  }
  if (!elsewhere && (isOpen(job) || job.state === 'done')) {
    return cannot(
      isOpen(job)
        ? `The job is ${job.state} and still under way. Nothing was changed.`
        : 'The job is done; its take is kept. Change the shot or its seed to make another.',
    );
  }
  if (generator === undefined) return cannot(`There is no provider "${job.provider}" here any more.`);
  const estimate = await estimateOf(generator, job);
  if (!estimate.ok) return cannot(estimate.fault.message);
  // What another device has under way is paid for there, whatever its row says here.
  const isUnbilled = isSurelyUnbilled(job) && !(elsewhere && job.state === 'draft');
  const how = isUnbilled || generator.free ? 'send' : 'bill-again';
  return { ...line, how, ...estimate.value, problem: null };
}

async function readyOf(generator: Generator | undefined): Promise<Result<void> | null> {
  try {
    return (await generator?.ready?.()) ?? null;
  } catch (thrown) {
    return { ok: false, fault: faultOf(thrown, 'provider.adapter-failed') };
  }
}

async function estimateOf(generator: Generator, { request }: Job): Promise<Result<Estimate>> {
  try {
    const ready = (await generator.ready?.()) ?? { ok: true as const, value: undefined };
    return ready.ok ? await generator.estimate(request) : ready;
  } catch (thrown) {
    return { ok: false, fault: faultOf(thrown, 'provider.adapter-failed') };
  }
}

function isAtProvider({ state }: Job): boolean {
  return state === 'submitted' || state === 'running' || state === 'fetching';
}

function isSurelyUnbilled({ state, costUsdMicros }: Job): boolean {
  return state === 'draft' || ((state === 'failed' || state === 'cancelled') && costUsdMicros === 0);
}

/**
 * Sends these again, each at no more than its price. The consent to each price is a limit of its own where the project
 * has none; one that it has holds as ever.
 */
export function sendAgain(
  { store, orchestrator, limits, generators }: AskAgainParts,
  asks: readonly (Pick<AgainLine, 'jobId' | 'basis' | 'pricedAtMs'> & { readonly costUsdMicros: number })[],
): { again: number; refused: { jobId: JobId; message: string }[] } {
  const refused: { jobId: JobId; message: string }[] = [];
  const lifts = new Map<Job['projectId'], () => void>();
  let again = 0;
  try {
    for (const { jobId, costUsdMicros, basis, pricedAtMs } of asks) {
      const job = store.row('job', jobId);
      const isFree = generators.find(({ provider }) => provider === job?.provider)?.free ?? false;
      if (job !== null && !isFree && !lifts.has(job.projectId) && limits.of(job.projectId) === null) {
        lifts.set(job.projectId, limits.set(job.projectId, Number.POSITIVE_INFINITY));
      }
      const done = orchestrator.retry(jobId, {
        estimateUsdMicros: costUsdMicros,
        priceBasis: basis,
        pricedAtMs,
      });
      if (done.ok) again += 1;
      else refused.push({ jobId, message: done.fault.message });
    }
  } finally {
    for (const lift of lifts.values()) lift();
  }
  return { again, refused };
}
