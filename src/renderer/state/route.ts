import { ProjectId } from '../../domain/kernel/ids.ts';

/** The pages of a project, in the order of the work. */
export const projectPages = ['write', 'board', 'cut', 'deliver'] as const;
export type ProjectPage = (typeof projectPages)[number];

/** What the window shows; kept in the address, so that a reload and a second window show the same. */
export type Route =
  | { readonly at: 'library' }
  | { readonly at: 'settings' }
  | { readonly at: 'parts' }
  | { readonly at: 'project'; readonly projectId: ProjectId; readonly page: ProjectPage };

export function routeOf(hash: string): Route {
  const [place, id, page] = hash.replace(/^#\/?/, '').split('/');
  if (place === 'settings') return { at: 'settings' };
  if (place === 'parts') return { at: 'parts' };
  const projectId = ProjectId.safeParse(id);
  if (place !== 'project' || !projectId.success) return { at: 'library' };
  const known = projectPages.find((name) => name === page);
  return { at: 'project', projectId: projectId.data, page: known ?? 'write' };
}

export function hashOf(route: Route): string {
  return route.at === 'project' ? `#/project/${route.projectId}/${route.page}` : `#/${route.at}`;
}
