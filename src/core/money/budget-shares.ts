import {
  type Allowance,
  askForMore,
  type BudgetShare,
  closeAllowance,
  mostSpendable,
  ownSpent,
  type SharedBudget,
  setAsideElsewhere,
  settleAllowance,
} from '../../domain/jobs/allowance.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf, updateChange } from '../../domain/kernel/patch.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../store/store.ts';
import type { SyncEngine } from '../sync/sync-engine.ts';

/**
 * Keeps this device's share of each mirrored film's budget: see `domain/jobs/allowance.ts`. It is written like anything else of the film and travels
 * with it, so that no service has to know of money.
 */
export interface BudgetShares {
  /** null where the film is not mirrored, or has no budget of its own. */
  of(projectId: ProjectId): BudgetShare | null;
  /**
   * Sees that `needUsdMicros` may be spent here, and sets it aside until the way that is returned is called. Where the share does not reach, the others
   * are asked for more, for some seconds at most; whether it was enough, the engine finds out when it reserves the price.
   */
  makeRoom(projectId: ProjectId, needUsdMicros: number, signal: AbortSignal): Promise<() => void>;
  /** Gives back what a closed studio need not hold. Waits for that to be heard, a moment at most. */
  close(): Promise<void>;
}

export interface BudgetSharesParts {
  readonly store: Pick<
    Store,
    'row' | 'rows' | 'projects' | 'commit' | 'deviceId' | 'jobs' | 'sync' | 'readOnly'
  >;
  readonly sync: Pick<SyncEngine, 'isInTouch' | 'onEven' | 'readOnlyReason' | 'syncNow'>;
  readonly clock: Clock;
  readonly report: (fault: Fault) => void;
}

/** How long a paid request waits for others to give back what they do not need. */
const waitForOthersMs = 5_000;
/** After waiting in vain nobody is asked again for so long: a queue that the budget does not reach ends at once. */
const notAgainForMs = 15_000;
const waitAtCloseMs = 1_500;

export function createBudgetShares({ store, sync, clock, report }: BudgetSharesParts): BudgetShares {
  const setAside = new Map<ProjectId, number>();
  const inVainUntilMs = new Map<ProjectId, number>();
  const waiters = new Set<() => void>();

  const budgetOf = (projectId: ProjectId): SharedBudget | null => {
    const budgetUsdMicros = store.row('project', projectId)?.budgetUsdMicros ?? null;
    if (budgetUsdMicros === null || sync.isInTouch(projectId) === null) return null;
    const spent = [...store.jobs.spendByDevice(projectId)].map(
      ([deviceId, { chargedUsdMicros, reservedUsdMicros }]) =>
        [deviceId, chargedUsdMicros + reservedUsdMicros] as const,
    );
    return {
      projectId,
      budgetUsdMicros,
      deviceId: store.deviceId,
      allowances: store.rows('allowance', projectId),
      spentUsdMicros: new Map(spent),
      nowMs: clock.nowMs(),
    };
  };

  const queuedHere = (projectId: ProjectId): number =>
    store.jobs.spendByDevice(projectId).get(store.deviceId)?.queuedUsdMicros ?? 0;

  const write = (next: Allowance | null): void => {
    if (next === null || store.readOnly || sync.readOnlyReason(next.projectId) !== null) return;
    const before = store.row('allowance', next.id);
    const change = before === null ? addChange('allowance', next) : updateChange('allowance', before, next);
    const options = { projectId: next.projectId, label: 'Budget share', undoable: false };
    const written = store.commit(patchOf([change]), options);
    // The share stays what it was, and the next exchange finds the same to do.
    if (!written.ok) report(written.fault);
  };

  const stopListening = sync.onEven((projectId) => {
    const budget = budgetOf(projectId);
    // What is not sent yet is not known to anybody: nothing may follow from it.
    if (budget !== null && store.sync.waiting(projectId) === 0)
      write(settleAllowance(budget, queuedHere(projectId)));
    for (const wake of [...waiters]) wake();
  });

  const isRoomFor = (budget: SharedBudget, needUsdMicros: number): boolean =>
    ownSpent(budget) + (setAside.get(budget.projectId) ?? 0) + needUsdMicros <= mostSpendable(budget);

  const nextEven = async (ms: number, signal: AbortSignal): Promise<void> => {
    const woken = new AbortController();
    const wake = (): void => woken.abort();
    waiters.add(wake);
    await clock.wait(ms, AbortSignal.any([woken.signal, signal]));
    waiters.delete(wake);
  };

  /** Waits until there is room, or for as long as others might still make some. */
  const waitForRoom = async (
    projectId: ProjectId,
    needUsdMicros: number,
    signal: AbortSignal,
  ): Promise<void> => {
    const untilMs = clock.nowMs() + waitForOthersMs;
    for (let budget = budgetOf(projectId); budget !== null; budget = budgetOf(projectId)) {
      if (isRoomFor(budget, needUsdMicros) || signal.aborted || sync.isInTouch(projectId) !== true) return;
      if ((inVainUntilMs.get(projectId) ?? 0) > clock.nowMs()) return;
      write(askForMore(budget, Math.max(needUsdMicros, queuedHere(projectId))));
      const leftMs = untilMs - clock.nowMs();
      if (leftMs > 0) await nextEven(leftMs, signal);
      else inVainUntilMs.set(projectId, clock.nowMs() + notAgainForMs);
    }
  };

  const change = (projectId: ProjectId, byUsdMicros: number): void => {
    setAside.set(projectId, (setAside.get(projectId) ?? 0) + byUsdMicros);
  };

  return {
    of(projectId) {
      const budget = budgetOf(projectId);
      if (budget === null) return null;
      return {
        spentUsdMicros: ownSpent(budget),
        mostUsdMicros: mostSpendable(budget),
        elsewhere: setAsideElsewhere(budget),
        inTouch: sync.isInTouch(projectId) === true,
      };
    },
    async makeRoom(projectId, needUsdMicros, signal) {
      const budget = budgetOf(projectId);
      // At once where there is room, so that requests that come together do not all count on the same.
      if (budget !== null && !isRoomFor(budget, needUsdMicros)) {
        await waitForRoom(projectId, needUsdMicros, signal);
      }
      change(projectId, needUsdMicros);
      let isHeld = true;
      return () => {
        if (isHeld) change(projectId, -needUsdMicros);
        isHeld = false;
      };
    },
    async close() {
      stopListening();
      if (store.readOnly) return;
      const given = store
        .projects()
        .map(({ id }) => ({ projectId: id, budget: budgetOf(id) }))
        .flatMap(({ projectId, budget }) => {
          const next = budget === null ? null : closeAllowance(budget, queuedHere(projectId));
          write(next);
          return next !== null && sync.isInTouch(projectId) === true ? [projectId] : [];
        });
      if (given.length === 0) return;
      const done = new AbortController();
      await Promise.race([
        Promise.all(given.map((projectId) => sync.syncNow(projectId))),
        clock.wait(waitAtCloseMs, done.signal),
      ]);
      done.abort();
    },
  };
}
