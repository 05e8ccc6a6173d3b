import type { ProjectSummary } from '../../../contract/projects.ts';

export const projectSorts = ['changed', 'title', 'created', 'length', 'cost'] as const;
export type ProjectSort = (typeof projectSorts)[number];

/** What a stored preference says; the newest change first where it says nothing we know. */
export function readSort(preference: unknown): ProjectSort {
  return projectSorts.find((sort) => sort === preference) ?? 'changed';
}

/** Another order of the same projects. Titles as the language sorts them, "Take 2" before "Take 10"; all else largest first. */
export function sortProjects(
  projects: readonly ProjectSummary[],
  sort: ProjectSort,
  language: string,
): readonly ProjectSummary[] {
  const titles = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const measure: Readonly<Record<Exclude<ProjectSort, 'title'>, (summary: ProjectSummary) => number>> = {
    changed: (summary) => summary.changedAtMs,
    created: ({ project }) => project.createdAtMs,
    length: (summary) => summary.durationFlicks,
    cost: (summary) => summary.costUsdMicros,
  };
  const compare = (a: ProjectSummary, b: ProjectSummary): number =>
    sort === 'title'
      ? titles.compare(a.project.title, b.project.title)
      : measure[sort](b) - measure[sort](a) || titles.compare(a.project.title, b.project.title);
  return [...projects].sort((a, b) => compare(a, b) || (a.project.id < b.project.id ? -1 : 1));
}
