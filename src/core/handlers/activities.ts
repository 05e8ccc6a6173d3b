import { unwrap } from '../../domain/kernel/result.ts';
import { os } from './implementer.ts';

export const activityHandlers = {
  list: os.activities.list.handler(({ context: { activities } }) => [...activities.list()]),
  cancel: os.activities.cancel.handler(({ input, context: { activities } }) =>
    unwrap(activities.cancel(input.activityId)),
  ),
  goOn: os.activities.goOn.handler(async ({ input: { activityId }, context }) => {
    const commission = context.brokenOffCommissions.goOn(activityId);
    if (commission.ok || commission.fault.code !== 'activity.not-found') return unwrap(commission);
    return unwrap(await context.brokenOffWork.goOn(activityId));
  }),
  clear: os.activities.clear.handler(({ context: { activities } }) => [...activities.clear()]),
};
