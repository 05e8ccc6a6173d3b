import { chooseForSubject } from '../../domain/assets/commands/choose-for-subject.ts';
import type { Job } from '../../domain/jobs/job.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { Store } from '../store/store.ts';
import { subjectRows } from '../store/subject-rows.ts';

/**
 * Of jobs that were asked for now, those that were done before have their takes already, for an earlier wording that has come back, say:
 * they are chosen again. Throws what the store refuses.
 */
export function chooseExisting(store: Store, projectId: ProjectId, jobs: readonly Job[]): void {
  const changes = jobs.map(({ state, takeId, request }) => {
    const take = state === 'done' && takeId !== null ? store.row('take', takeId) : null;
    return take === null ? null : chooseForSubject(take, request, subjectRows(store, take));
  });
  const patch = patchOf(changes);
  if (patch.changes.length > 0) {
    unwrap(store.commit(patch, { projectId, label: 'Choose take', undoable: false }));
  }
}
