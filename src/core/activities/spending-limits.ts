import type { ProjectId } from '../../domain/kernel/ids.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Orchestrator } from '../orchestrator/orchestrator.ts';
import type { Store } from '../store/store.ts';

/**
 * How much may be spent on a project now: its own budget, and the limits of the runs that are under way. Where neither is set, the
 * month's limit of all projects alone holds, and the engine keeps to that anyway.
 */
export interface SpendingLimits {
  /** What holds now, the least of all; `Infinity` where the month's limit alone holds, null where there is none: nothing may be spent. */
  of(projectId: ProjectId): number | null;
  /** A limit for as long as a run has open jobs. `Infinity` leaves it to the budget. Returns the way to lift it. */
  set(projectId: ProjectId, maxCostUsdMicros: number): () => void;
  /** Whether paid work could begin: a budget, a limit for the run, or one for the month. `money.no-cap` otherwise. */
  require(projectId: ProjectId, maxCostUsdMicros: number | null): Result<void>;
}

export function createSpendingLimits(
  store: Pick<Store, 'row'>,
  waitForIdle: Orchestrator['waitForIdle'],
  monthlyCapUsdMicros: () => number | null,
): SpendingLimits {
  const limits = new Map<ProjectId, Set<{ readonly usdMicros: number }>>();
  const budgetOf = (projectId: ProjectId): number | null =>
    store.row('project', projectId)?.budgetUsdMicros ?? null;
  return {
    of(projectId) {
      const budget = budgetOf(projectId);
      const all = [...(limits.get(projectId) ?? [])].map(({ usdMicros }) => usdMicros);
      if (budget !== null) all.push(budget);
      if (all.length > 0) return Math.min(...all);
      return monthlyCapUsdMicros() === null ? null : Number.POSITIVE_INFINITY;
    },
    set(projectId, usdMicros) {
      const own = limits.get(projectId) ?? new Set();
      const limit = { usdMicros };
      limits.set(projectId, own.add(limit));
      const lift = (): void => {
        own.delete(limit);
        if (own.size === 0 && limits.get(projectId) === own) limits.delete(projectId);
      };
      // What was asked for under a limit and is still open goes on under it, whoever stopped looking.
      return () => void waitForIdle(projectId).then(lift);
    },
    require(projectId, maxCostUsdMicros) {
      const isLimited = [maxCostUsdMicros, budgetOf(projectId), monthlyCapUsdMicros()].some(
        (cap) => cap !== null,
      );
      if (isLimited) return ok(undefined);
      return fail(
        'money.no-cap',
        'This costs money, and neither the project nor this run nor the month has a limit. Nothing was sent. Set a budget for the project, or say the most that this may cost.',
      );
    },
  };
}
