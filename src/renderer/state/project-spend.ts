import type { Job } from '../../domain/jobs/job.ts';
import { endedStates, reservingStates } from '../../domain/jobs/transitions.ts';

export interface ProjectSpend {
  /** What the provider has charged, or will as far as is known. */
  readonly chargedUsdMicros: number;
  /** Set aside for requests that are under way, by their estimate. */
  readonly reservedUsdMicros: number;
}

/** What a project has spent, by the rule of the store (`store.jobs.spend`), from the rows of a mirror. */
export function spendOf(
  jobs: readonly Pick<Job, 'state' | 'costUsdMicros' | 'estimateUsdMicros' | 'submits'>[],
): ProjectSpend {
  const reserving: ReadonlySet<string> = new Set(reservingStates);
  const ended: ReadonlySet<string> = new Set(endedStates);
  let chargedUsdMicros = 0;
  let reservedUsdMicros = 0;
  for (const job of jobs) {
    if (reserving.has(job.state)) reservedUsdMicros += job.estimateUsdMicros;
    else if (ended.has(job.state))
      chargedUsdMicros += job.costUsdMicros ?? (job.submits > 0 ? job.estimateUsdMicros : 0);
  }
  return { chargedUsdMicros, reservedUsdMicros };
}
