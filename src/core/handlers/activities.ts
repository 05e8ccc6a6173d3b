import { unwrap } from '../../domain/kernel/result.ts';
import { os } from './implementer.ts';

export const activityHandlers = {
  list: os.activities.list.handler(({ context: { activities } }) => [...activities.list()]),
  cancel: os.activities.cancel.handler(({ input, context: { activities } }) =>
    unwrap(activities.cancel(input.activityId)),
  ),
  goOn: os.activities.goOn.handler(async ({ input, context: { brokenOffWork } }) =>
    unwrap(await brokenOffWork.goOn(input.activityId)),
  ),
  clear: os.activities.clear.handler(({ context: { activities } }) => [...activities.clear()]),
};
