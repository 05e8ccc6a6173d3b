import { bringTakesBack, putTakesAway } from '../../domain/assets/commands/put-takes-away.ts';
import { rateTakes } from '../../domain/assets/commands/rate-takes.ts';
import type { ProjectId, TakeId } from '../../domain/kernel/ids.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { chosenTakesOf } from '../store/chosen-takes-of.ts';
import { requireProject } from '../store/require-project.ts';
import type { Store } from '../store/store.ts';
import { commitEdit } from './commit-edit.ts';
import { os } from './implementer.ts';

/** "Rate take", "Rate 12 takes". */
const titled = (verb: string, takeIds: readonly TakeId[]): string =>
  takeIds.length === 1 ? `${verb} take` : `${verb} ${takeIds.length} takes`;

const takesOf = (store: Store, projectId: ProjectId) =>
  store.rows('take', unwrap(requireProject(store, projectId)).id);

export const takeHandlers = {
  rate: os.takes.rate.handler(({ input: { projectId, takeIds, rating }, context: { store } }) =>
    commitEdit(
      store,
      projectId,
      titled('Rate', takeIds),
      unwrap(rateTakes(takesOf(store, projectId), takeIds, rating)),
    ),
  ),
  putAway: os.takes.putAway.handler(({ input: { projectId, takeIds }, context: { store, clock } }) => {
    const takes = takesOf(store, projectId);
    const patch = putTakesAway(takes, chosenTakesOf(store, projectId), takeIds, clock.nowMs());
    return commitEdit(store, projectId, titled('Put away', takeIds), unwrap(patch));
  }),
  bringBack: os.takes.bringBack.handler(({ input: { projectId, takeIds }, context: { store } }) =>
    commitEdit(
      store,
      projectId,
      titled('Bring back', takeIds),
      unwrap(bringTakesBack(takesOf(store, projectId), takeIds)),
    ),
  ),
};
