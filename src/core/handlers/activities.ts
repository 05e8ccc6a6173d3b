import type { Activity } from '../../contract/activities.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { Offer } from '../stand-ins/offers.ts';
import type { StudioParts } from '../studio-parts.ts';
import { os } from './implementer.ts';

export const activityHandlers = {
  list: os.activities.list.handler(({ context: { activities } }) => [...activities.list()]),
  cancel: os.activities.cancel.handler(({ input, context: { activities } }) =>
    unwrap(activities.cancel(input.activityId)),
  ),
  goOn: os.activities.goOn.handler(async ({ input: { activityId }, context }) => {
    const offer = context.standIns.agree(activityId);
    const agreed = offer === null ? null : activityOfOffer(context, offer);
    if (agreed !== null) return agreed;
    const commission = context.brokenOffCommissions.goOn(activityId);
    if (commission.ok || commission.fault.code !== 'activity.not-found') return unwrap(commission);
    return unwrap(await context.brokenOffWork.goOn(activityId));
  }),
  clear: os.activities.clear.handler(({ context: { activities } }) => [...activities.clear()]),
};

/** The run that goes on with what was agreed to; where it has ended meanwhile, a line that says what is asked for. */
function activityOfOffer(
  { activities, store }: StudioParts,
  { projectId, jobs, to }: Offer,
): Activity | null {
  const run = activities
    .list()
    .find((one) => one.kind === 'generate' && one.state === 'running' && one.projectId === projectId);
  if (run !== undefined) return run;
  const projectTitle = store.row('project', projectId)?.title ?? '';
  const line = { kind: 'generate', projectId, projectTitle, path: null, waitsFor: null } as const;
  const handle = activities.open({ ...line, cancel: () => 'Cancelled.' });
  handle.end(
    'done',
    jobs.size === 1 ? `1 request is asked of ${to} now.` : `${jobs.size} requests are asked of ${to} now.`,
  );
  return activities.get(handle.id);
}
