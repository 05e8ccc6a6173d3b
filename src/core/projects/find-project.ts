import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Store } from '../store/store.ts';

/**
 * The project whose id is `name`; else the only one of that title; else the only one whose id or title begins so. Titles
 * are compared without case. One in the trash has only its id. Faults: `project.not-found`, `project.ambiguous` (lists them).
 */
export function findProject(store: Store, name: string): Result<Project> {
  const exact = store.row('project', name);
  if (exact !== null) return ok(exact);
  const wanted = name.toLowerCase();
  const projects = store.projects().filter(({ trashedAtMs }) => trashedAtMs === null);
  const titled = projects.filter(({ title }) => title.toLowerCase() === wanted);
  const found =
    titled.length > 0
      ? titled
      : projects.filter(({ id, title }) => id.startsWith(name) || title.toLowerCase().startsWith(wanted));
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
      `Several projects go by "${name}": ${list}. Nothing was changed. Give more of the id.`,
    );
  }
  return ok(only);
}
