import type { Activity } from '../../contract/activities.ts';
import { deriveId } from '../../domain/kernel/derive-id.ts';
import type { JobId } from '../../domain/kernel/ids.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { NoticeBoard } from '../machine-state/notice-board.ts';
import type { CommissionParts } from '../pipeline/commission-to-jobs/ask-for-commission.ts';
import type { CommissionOrder } from '../pipeline/commission-to-jobs/commission-plan.ts';
import { runCommission } from '../pipeline/commission-to-jobs/run-commission.ts';
import type { ActivityBoard, ActivityHandle } from './activity-board.ts';
import type { CommissionOrders } from './commission-orders.ts';
import { commissionEnd } from './commission-words.ts';
import { outcomeOf } from './run-outcome.ts';
import type { SpendingLimits } from './spending-limits.ts';
import { cancelledWords, type WatchedRun, watchRun } from './watch-run.ts';

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
          // One that has ended, or is just being stored, stays as it is: what is made is kept.
          orchestrator.cancelThese(asked);
          return cancelledWords;
        },
      });
      const { id } = handle;
      orders.keep({ id, projectId: project.id, commission, maker, maxCostUsdMicros });
      open.set(id, { abort, handle });
      const work = makeIt(parts, wish, { projectId: project.id, handle, abort, asked }).finally(() => {
        working.delete(work);
        open.delete(id);
        if (!closing) orders.forget(id);
      });
      working.add(work);
      return ok(handle.activity());
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

async function makeIt(parts: CommissionRunsParts, wish: CommissionWish, run: WatchedRun): Promise<void> {
  const { store, limits, notices } = parts;
  const { projectId, handle, abort, asked } = run;
  const did: string[] = [];
  const order = { ...wish, batchId: deriveId('batch', handle.id) };
  const { last, troubles, fault } = await watchRun(
    parts,
    run,
    (onAsked) => runCommission({ ...parts, onAsked }, order, abort.signal),
    {
      failedCode: 'commission.failed',
      // Its own limit is kept before anything is written; while it runs, the project's alone is asked.
      lift: limits.set(projectId, Number.POSITIVE_INFINITY),
      onProgress: (progress) => did.push(...progress.did),
    },
  );
  if (handle.ended) return;
  const { what } = wish.commission;
  const end = commissionEnd({ what, last, troubles, did, fault, outcome: outcomeOf(store, asked) });
  handle.end(end.state, end.message);
  if (end.notice !== null) notices.add({ ...end.notice, projectId });
}
