import type { ProjectDetails } from '../../contract/projects.ts';
import type { StudioParts } from '../studio-parts.ts';
import { summaryOf } from './summarise-project.ts';

/** The projects of the library, or those in its trash; the newest change first. */
export function listProjects(
  { store, timelines }: Pick<StudioParts, 'store' | 'timelines'>,
  { trashed }: { readonly trashed: boolean },
): ProjectDetails[] {
  const wanted = store.projects().filter(({ trashedAtMs }) => (trashedAtMs !== null) === trashed);
  if (wanted.length === 0) return [];
  const overviews = store.overviews();
  return wanted
    .flatMap((project) => {
      const overview = overviews.get(project.id);
      return overview === undefined ? [] : [summaryOf(project, overview, timelines)];
    })
    .sort((a, b) => b.changedAtMs - a.changedAtMs || b.project.createdAtMs - a.project.createdAtMs);
}
