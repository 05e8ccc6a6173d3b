import type { ProjectId } from '../../domain/kernel/ids.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Store } from '../store/store.ts';

/** The project whose id is `name`, or whose id or title begins with it (without case) when only one does. */
export function findProject(store: Store, name: string): Result<Project> {
  const exact = store.row('project', name as ProjectId);
  if (exact !== null) return ok(exact);
  const start = name.toLowerCase();
  const found = store
    .projects()
    .filter(({ id, title }) => id.startsWith(name) || title.toLowerCase().startsWith(start));
  const [only, ...more] = found;
  if (only === undefined) {
    return fail(
      'project.not-found',
      `No project's id or title begins with "${name}". Nothing was changed. "projects" lists what there is.`,
    );
  }
  if (more.length > 0) {
    const list = found.map(({ id, title }) => `${id} "${title}"`).join(', ');
    return fail(
      'project.ambiguous',
      `Several projects begin with "${name}": ${list}. Nothing was changed. Give more of the id.`,
    );
  }
  return ok(only);
}
