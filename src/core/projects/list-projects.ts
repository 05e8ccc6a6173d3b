import type { ProjectSummary } from '../../contract/projects.ts';
import type { StudioParts } from '../studio-parts.ts';
import { summariseProject } from './summarise-project.ts';

/** The projects of the library, or those in its trash; the newest change first. */
export function listProjects(
  { store, timelines }: Pick<StudioParts, 'store' | 'timelines'>,
  { trashed }: { readonly trashed: boolean },
): ProjectSummary[] {
  return store
    .projects()
    .filter(({ trashedAtMs }) => (trashedAtMs !== null) === trashed)
    .map((project) => summariseProject(store, timelines, project))
    .sort((a, b) => b.changedAtMs - a.changedAtMs || b.project.createdAtMs - a.project.createdAtMs);
}
