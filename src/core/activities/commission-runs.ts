import type { Activity } from '../../contract/activities.ts';
import { deriveId } from '../../domain/kernel/derive-id.ts';
import type { JobId } from '../../domain/kernel/ids.ts';
import { type Fault, faultOf, ok, type Result } from '../../domain/kernel/result.ts';
import type { NoticeBoard } from '../machine-state/notice-board.ts';
import type { CommissionParts } from '../pipeline/commission-to-jobs/ask-for-commission.ts';
import type { CommissionOrder } from '../pipeline/commission-to-jobs/commission-plan.ts';
import { type CommissionProgress, runCommission } from '../pipeline/commission-to-jobs/run-commission.ts';
import type { ActivityBoard, ActivityHandle } from './activity-board.ts';
import type { CommissionOrders } from './commission-orders.ts';
import { commissionEnd } from './commission-words.ts';
import { createTakeFollower } from './follow-takes.ts';
import { outcomeOf } from './run-outcome.ts';
import type { SpendingLimits } from './spending-limits.ts';

export interface CommissionRunsParts extends CommissionParts {
  readonly limits: SpendingLimits;
  readonly board: ActivityBoard;
  readonly notices: Pick<NoticeBoard, 'add'>;
  readonly orders: CommissionOrders;
}

export interface CommissionWish extends CommissionOrder {
  readonly maxCostUsdMicros: number | null;
}

/** Commissions that the studio makes by itself, each an activity; those of a project run side by side. */
export interface CommissionRuns {
  /** `money.no-cap` where neither the project nor the commission has a limit. */
  start(wish: CommissionWish): Result<Activity>;
  /** Ends all in order: what is at a provider goes on at the next start. */
  close(): Promise<void>;
}

const closedWords =
  'The studio was closed. Finished takes are kept; requests at a provider are followed to their end at the next start.';

export function createCommissionRuns(parts: CommissionRunsParts): CommissionRuns {
  const { board, limits, orders, orchestrator } = parts;
  const open = new Map<string, { readonly abort: AbortController; readonly handle: ActivityHandle }>();
  const working = new Set<Promise<void>>();
  let closing = false;

  return {
    start(wish) {
      const { project, commission, maker, maxCostUsdMicros } = wish;
      const allowed = limits.require(project.id, maxCostUsdMicros);
      if (!allowed.ok) return allowed;
      const abort = new AbortController();
      const asked = new Set<JobId>();
      const handle = board.open({
        kind: commission.what,
        projectId: project.id,
        projectTitle: project.title,
        path: null,
        waitsFor: null,
        cancel: () => {
          abort.abort();
          orders.forget(handle.id);
          for (const id of asked) orchestrator.cancel(id);
          return 'Cancelled. Finished takes are kept; nothing more is sent.';
        },
      });
      const { id } = handle;
      orders.keep({ id, projectId: project.id, commission, maker, maxCostUsdMicros });
      open.set(id, { abort, handle });
      const work = makeIt(parts, wish, handle, abort.signal, asked).finally(() => {
        working.delete(work);
        open.delete(id);
        if (!closing) orders.forget(id);
      });
      working.add(work);
      const activity = board.get(id);
      if (activity === null) throw new Error('an activity that was just opened is on the board');
      return ok(activity);
    },
    async close() {
      closing = true;
      for (const { handle, abort } of open.values()) {
        handle.end('cancelled', closedWords);
        abort.abort();
      }
      await Promise.all(working);
    },
  };
}

async function makeIt(
  parts: CommissionRunsParts,
  wish: CommissionWish,
  handle: ActivityHandle,
  signal: AbortSignal,
  asked: Set<JobId>,
): Promise<void> {
  const { store, clock, limits, notices, orchestrator } = parts;
  const { project } = wish;
  // Its own limit is kept before anything is written; while it runs, the project's alone is asked.
  const lift = limits.set(project.id, Number.POSITIVE_INFINITY);
  const follower = createTakeFollower(store, clock, project.id);
  const troubles: string[] = [];
  const did: string[] = [];
  let last: CommissionProgress | null = null;
  let fault: Fault | null = null;
  try {
    const onAsked = (jobs: readonly { readonly id: JobId }[]): void => {
      for (const { id } of jobs) asked.add(id);
      // Cancelled while these were being priced.
      if (signal.aborted && handle.ended) for (const { id } of jobs) orchestrator.cancel(id);
    };
    const run = { ...wish, batchId: deriveId('batch', handle.id) };
    const steps = runCommission({ ...parts, onAsked }, run, signal);
    for (;;) {
      const { done, value } = await steps.next();
      troubles.push(...value.trouble);
      did.push(...value.did);
      const { counts, total, secondsLeft } = value;
      if (counts.done > (last?.counts.done ?? 0)) follower.note();
      last = value;
      const message = troubles.at(-1) ?? null;
      handle.report({ done: counts.done + counts.failed + counts.unknown, total, secondsLeft, message });
      if (done) break;
    }
  } catch (thrown) {
    if (!signal.aborted) fault = faultOf(thrown, 'commission.failed');
  } finally {
    lift();
  }
  const followed = follower.finish();
  if (!followed.ok) fault ??= followed.fault;
  if (handle.ended) return;
  const { what } = wish.commission;
  const end = commissionEnd({ what, last, troubles, did, fault, outcome: outcomeOf(store, asked) });
  handle.end(end.state, end.message);
  if (end.notice !== null) notices.add({ ...end.notice, projectId: project.id });
}
