import type { ProjectId } from '../../domain/kernel/ids.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Store } from './store.ts';

/** The project with exactly this id; `project.not-found` otherwise. */
export function requireProject(store: Pick<Store, 'row'>, projectId: ProjectId): Result<Project> {
  const project = store.row('project', projectId);
  if (project !== null) return ok(project);
  return fail(
    'project.not-found',
    `There is no project "${projectId}" in this data folder. It may have been deleted. Nothing was changed.`,
  );
}
