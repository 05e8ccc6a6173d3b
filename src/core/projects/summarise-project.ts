import type { ProjectDetails } from '../../contract/projects.ts';
import type { JobState } from '../../domain/jobs/job.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import type { Project } from '../../domain/project/project.ts';
import type { ProjectOverview, Store } from '../store/store.ts';
import type { OpenTimelines } from '../timelines/open-timelines.ts';

/** What there is to know of a project at a glance. */
export function summariseProject(store: Store, timelines: OpenTimelines, project: Project): ProjectDetails {
  return summaryOf(project, store.overview(project.id), timelines);
}

/** The same, where the counts are known already. */
export function summaryOf(
  project: Project,
  { scenes, shots, jobs, posterAssetId, chargedUsdMicros, changedAtMs }: ProjectOverview,
  timelines: OpenTimelines,
): ProjectDetails {
  const count = (fits: (state: JobState) => boolean): number =>
    [...jobs].reduce((sum, [state, n]) => (fits(state) ? sum + n : sum), 0);
  return {
    project,
    scenes,
    shots,
    jobs: {
      open: count((state) => isOpen({ state })),
      done: count((state) => state === 'done'),
      failed: count((state) => state === 'failed' || state === 'expired'),
      unknown: count((state) => state === 'unknown'),
    },
    durationFlicks: timelines.durationFlicks(project),
    costUsdMicros: chargedUsdMicros,
    posterAssetId,
    changedAtMs: changedAtMs ?? project.createdAtMs,
  };
}
