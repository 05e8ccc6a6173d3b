import { isOpen } from '../../domain/jobs/transitions.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { patchOf, removeChange } from '../../domain/kernel/patch.ts';
import { FaultError, fail, faultOf, ok, type Result, unwrap } from '../../domain/kernel/result.ts';
import { requireProject } from '../store/require-project.ts';
import type { Store } from '../store/store.ts';
import { ownKinds } from './project-kinds.ts';

/**
 * Deletes a project that is in the trash: all its rows and its history, in one transaction. Files stay in the library
 * until they are cleared. Faults: `project.not-found`, `project.not-in-trash`, `project.busy` while jobs of it are open,
 * whose results would have nowhere to go. `letGo` is called before the rows go: nobody elsewhere is to hear of it.
 */
export function deleteProject(
  store: Store,
  projectId: ProjectId,
  letGo: (projectId: ProjectId) => void = () => {},
): Result<{ readonly title: string }> {
  const found = requireProject(store, projectId);
  if (!found.ok) return found;
  const project = found.value;
  const { title } = project;
  if (project.trashedAtMs === null) {
    return fail(
      'project.not-in-trash',
      `"${title}" is not in the trash. Nothing was deleted. Put it there first.`,
    );
  }
  if (store.rows('job', projectId).some((job) => isOpen(job))) {
    return fail(
      'project.busy',
      `"${title}" still has takes under way. Nothing was deleted. Cancel them or wait for them, then delete it.`,
    );
  }
  try {
    store.transaction(() => {
      letGo(projectId);
      const rows = ownKinds.flatMap((entity) =>
        store.rows(entity, projectId).map((row) => removeChange(entity, row)),
      );
      // The project last: whoever mirrors it takes its removal as the end.
      const patch = patchOf([...rows, removeChange('project', project)]);
      unwrap(store.commit(patch, { projectId, label: 'Delete project', undoable: false }));
      store.forgetHistory(projectId);
    });
  } catch (thrown) {
    if (thrown instanceof FaultError) return { ok: false, fault: faultOf(thrown) };
    throw thrown;
  }
  return ok({ title });
}
