import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { Fault } from '../../domain/kernel/result.ts';
import type { Store } from '../store/store.ts';

/**
 * A store that refuses what is written here to a project that may only be looked at. What comes from elsewhere goes past it, and so
 * do records of films that were exported on this computer: they do not travel.
 */
export function guardViewed(store: Store, reasonNot: (projectId: ProjectId) => Fault | null): Store {
  const refuse = (projectId: ProjectId | null): { ok: false; fault: Fault } | null => {
    const fault = projectId === null ? null : reasonNot(projectId);
    return fault === null ? null : { ok: false, fault };
  };
  const guarded: Pick<Store, 'commit' | 'undo' | 'redo'> = {
    commit: (patch, options) => {
      const staysHere = patch.changes.every(({ entity }) => entity === 'export');
      return (staysHere ? null : refuse(options.projectId)) ?? store.commit(patch, options);
    },
    undo: (projectId) => refuse(projectId) ?? store.undo(projectId),
    redo: (projectId) => refuse(projectId) ?? store.redo(projectId),
  };
  // Its properties are read from the store itself: some change while it is open.
  return Object.assign(Object.create(store) as Store, guarded);
}
