import type { QueueChoice } from '../../contract/queue.ts';
import type { JobId } from '../../domain/kernel/ids.ts';
import { priceAgain, sendAgain } from '../queue/ask-again.ts';
import { listQueue, summariseQueue } from '../queue/list-queue.ts';
import type { StudioParts } from '../studio-parts.ts';
import { os } from './implementer.ts';

/** Prices and consents are asked for by so many at most; the rest is asked for after them. */
const mostPriced = 1_000;

export const queueHandlers = {
  rows: os.queue.rows.handler(({ input: { filter, groups, offset, limit }, context }) =>
    listQueue(context, filter, groups, offset, limit),
  ),
  summary: os.queue.summary.handler(({ input: { filter }, context }) => summariseQueue(context, filter)),
  cancel: os.queue.cancel.handler(({ input: { which }, context }) => {
    const { store, orchestrator } = context;
    const ids = idsOf(context, which, Number.MAX_SAFE_INTEGER);
    const heard = orchestrator.cancelThese(ids);
    const cancelled = ids.filter((id) => store.row('job', id)?.state === 'cancelled').length;
    return { cancelled, told: Math.max(0, heard - cancelled), kept: ids.length - Math.max(heard, cancelled) };
  }),
  priceAgain: os.queue.priceAgain.handler(async ({ input: { which }, context }) => {
    const lines = [];
    for (const id of idsOf(context, which, mostPriced)) lines.push(await priceAgain(context, id));
    return lines;
  }),
  sendAgain: os.queue.sendAgain.handler(({ input: { asks }, context }) => sendAgain(context, asks)),
  drop: os.queue.drop.handler(({ input: { which }, context }) => {
    const ids = idsOf(context, which, mostPriced);
    const dropped = ids.filter((id) => context.orchestrator.drop(id).ok).length;
    return { dropped, kept: ids.length - dropped };
  }),
};

function idsOf({ store }: StudioParts, which: QueueChoice, limit: number): JobId[] {
  if ('jobIds' in which) return [...new Set(which.jobIds)];
  return which.groups.flatMap((group) => store.queue.ids(which.filter, group, limit)).slice(0, limit);
}
