import { chosenTakeIds } from '../../domain/assets/chosen-takes.ts';
import type { ProjectId, TakeId } from '../../domain/kernel/ids.ts';
import type { Store } from './store.ts';

/** The takes that a project's film shows or sounds. */
export function chosenTakesOf(store: Store, projectId: ProjectId): ReadonlySet<TakeId> {
  return chosenTakeIds(store.rows('shot', projectId), store.rows('scene', projectId));
}
