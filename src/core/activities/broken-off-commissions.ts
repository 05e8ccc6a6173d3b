import type { Activity } from '../../contract/activities.ts';
import { GenerationKind } from '../../domain/jobs/generation-request.ts';
import { formatUsd } from '../../domain/jobs/money.ts';
import { isPictureRequest } from '../../domain/jobs/request-kinds.ts';
import type { JobId, ProjectId } from '../../domain/kernel/ids.ts';
import { type Fault, fail, type Result } from '../../domain/kernel/result.ts';
import type { NoticeBoard } from '../machine-state/notice-board.ts';
import type { Orchestrator } from '../orchestrator/orchestrator.ts';
import type { CommissionContext, CommissionOrder } from '../pipeline/commission-to-jobs/commission-plan.ts';
import { planCommission } from '../pipeline/commission-to-jobs/plan-commission.ts';
import { priceCommission } from '../pipeline/commission-to-jobs/price-commission.ts';
import type { CommissionOrders, CommissionStanding } from './commission-orders.ts';
import type { CommissionRuns } from './commission-runs.ts';

export interface BrokenOffCommissionsParts extends CommissionContext {
  readonly orchestrator: Orchestrator;
  readonly commissionRuns: CommissionRuns;
  readonly notices: Pick<NoticeBoard, 'add' | 'answer' | 'list'>;
  readonly orders: CommissionOrders;
}

/** Commissions that the studio before this one did not come to the end of: as with other paid work, a person is asked. */
export interface BrokenOffCommissions {
  /** Takes back what was not sent. Before the engine starts, in whatever host. */
  hold(): void;
  /** Asks, with the price of the rest; what costs nothing more is done by itself. */
  takeUp(): Promise<void>;
  /** A person's consent to go on. `activity.not-found` where it was given, or the work taken back, before. */
  goOn(activityId: string): Result<Activity>;
}

/** All but what runs of stills and clips, and readings, ask for themselves. */
const commissioned = GenerationKind.options.filter(
  (kind) => kind !== 'still' && kind !== 'clip' && kind !== 'reading',
);

export function createBrokenOffCommissions(parts: BrokenOffCommissionsParts): BrokenOffCommissions {
  const { store, orchestrator, commissionRuns, notices, orders } = parts;
  const left = new Map(orders.list().map((order) => [order.id, order]));
  const drop = (id: string): void => {
    left.delete(id);
    orders.forget(id);
  };
  /** Stills and clips that no run asks for: in other words, carried on, retaken in part, for a gap. */
  const partsOf = (projectId: ProjectId): JobId[] =>
    (['still', 'clip'] as const)
      .flatMap((kind) => store.jobs.queued({ projectId, kind }))
      .map(({ id }) => id)
      .filter((id) => {
        const request = store.row('job', id)?.request;
        if (request === undefined || !isPictureRequest(request)) return false;
        return request.part !== undefined || request.reworded !== undefined;
      });
  const begin = (standing: CommissionStanding, maxCostUsdMicros: number | null): Result<Activity> => {
    const wish = orderOf(standing);
    if (wish === null) return fail('project.not-found', 'The project is not there any more.');
    return commissionRuns.start({ ...wish, maxCostUsdMicros });
  };
  /** What was asked for once more is under way or made; another round of it is not what anybody wants. */
  const orderOf = ({ projectId, commission, maker }: CommissionStanding): CommissionOrder | null => {
    const project = store.row('project', projectId);
    if (project === null || project.trashedAtMs !== null) return null;
    return { project, commission, maker, again: false };
  };
  const look = async (standing: CommissionStanding): Promise<void> => {
    const order = orderOf(standing);
    if (order === null) return drop(standing.id);
    if (notices.list().some(({ activityId }) => activityId === standing.id)) return;
    const plan = await planCommission(parts, order, 'price');
    const priced = plan.ok ? await priceCommission(parts, order, plan.value) : plan;
    if (!priced.ok) return ask(standing, brokenOffWords(null, priced.fault));
    const { toMake, costUsdMicros } = priced.value.estimate;
    if (toMake > 0) return ask(standing, brokenOffWords({ toMake, costUsdMicros }, null));
    drop(standing.id);
    // Everything is made or at a provider: what is done with the results costs nothing.
    const follows = priced.value.requests.some(({ planned }) => planned.landed !== undefined);
    if (follows) begin(standing, 0);
  };
  const ask = ({ id, projectId }: CommissionStanding, message: string): void =>
    notices.add({ level: 'warning', code: 'generate.broken-off', message, projectId, activityId: id });

  return {
    hold() {
      const projects = new Set([...left.values()].map(({ projectId }) => projectId));
      for (const projectId of projects) {
        for (const kind of commissioned) {
          orchestrator.cancelThese(store.jobs.queued({ projectId, kind }).map(({ id }) => id));
        }
        orchestrator.cancelThese(partsOf(projectId));
      }
    },
    async takeUp() {
      for (const standing of left.values()) await look(standing);
    },
    goOn(activityId) {
      const standing = left.get(activityId);
      if (standing === undefined) {
        return fail(
          'activity.not-found',
          'This was begun again, or taken back, before. Nothing more was sent.',
        );
      }
      const begun = begin(standing, standing.maxCostUsdMicros);
      if (begun.ok) {
        drop(activityId);
        notices.answer(activityId);
      }
      return begun;
    },
  };
}

function brokenOffWords(
  rest: { readonly toMake: number; readonly costUsdMicros: number } | null,
  fault: Fault | null,
): string {
  const kept =
    'The studio ended while takes were being made. Finished takes are kept, and requests already at the provider are followed to their end.';
  if (rest === null) return `${kept} The rest is not sent by itself. ${fault?.message ?? ''}`.trim();
  const price = rest.costUsdMicros === 0 ? 'free' : `about ${formatUsd(rest.costUsdMicros)}`;
  return rest.toMake === 1
    ? `${kept} 1 more request (${price}) is not sent by itself.`
    : `${kept} ${rest.toMake} more requests (${price}) are not sent by themselves.`;
}
