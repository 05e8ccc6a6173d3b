import type { Commission, CommissionMaker } from '../../contract/commissions.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { CommissionOrder } from '../pipeline/commission-to-jobs/commission-plan.ts';
import { planCommission } from '../pipeline/commission-to-jobs/plan-commission.ts';
import { priceCommission } from '../pipeline/commission-to-jobs/price-commission.ts';
import { runCommission } from '../pipeline/commission-to-jobs/run-commission.ts';
import { listVoices } from '../providers/list-voices.ts';
import { requireProject } from '../store/require-project.ts';
import type { Store } from '../store/store.ts';
import type { StudioParts } from '../studio-parts.ts';
import { os } from './implementer.ts';
import { requireRunning } from './require-running.ts';

interface Ask {
  readonly projectId: ProjectId;
  readonly commission: Commission;
  readonly maker: CommissionMaker | null;
  readonly again: boolean;
}

export const commissionHandlers = {
  voices: os.commissions.voices.handler(({ context: { generators } }) => listVoices(generators)),
  estimate: os.commissions.estimate.handler(async ({ input, context }) => {
    const order = orderOf(context.store, input);
    const plan = unwrap(await planCommission(context, order, 'price'));
    return unwrap(await priceCommission(context, order, plan)).estimate;
  }),
  start: os.commissions.start.handler(async ({ input, context }) => {
    const order = orderOf(context.store, input);
    // A key that is missing, or a kind that nobody makes, is said at once and not by an activity that fails.
    const plan = unwrap(await planCommission(context, order, 'price'));
    const { estimate } = unwrap(await priceCommission(context, order, plan));
    context.house.look();
    // What costs nothing needs no limit, and must not begin to cost.
    const most = estimate.costUsdMicros === 0 ? 0 : input.maxCostUsdMicros;
    return unwrap(context.commissionRuns.start({ ...order, maxCostUsdMicros: most }));
  }),
  run: os.commissions.run.handler(({ input, context, signal }) => {
    unwrap(requireRunning(context.orchestrator));
    const order = orderOf(context.store, input);
    return runWatched(context, order, input.maxCostUsdMicros, signal ?? new AbortController().signal);
  }),
};

function orderOf(store: Store, { projectId, commission, maker, again }: Ask): CommissionOrder {
  return { project: unwrap(requireProject(store, projectId)), commission, maker, again };
}

/** A commission that its caller watches. */
async function* runWatched(
  context: StudioParts,
  order: CommissionOrder,
  maxCostUsdMicros: number | null,
  signal: AbortSignal,
) {
  const lift = context.limits.set(order.project.id, Number.POSITIVE_INFINITY);
  try {
    const batchId = context.ids.newId();
    return yield* runCommission(context, { ...order, batchId, maxCostUsdMicros }, signal);
  } finally {
    lift();
  }
}
