import type { ProjectSummary } from '../../contract/projects.ts';
import type { JobState } from '../../domain/jobs/job.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Store } from '../store/store.ts';
import type { OpenTimelines } from '../timelines/open-timelines.ts';

/** What there is to know of a project at a glance. */
export function summariseProject(store: Store, timelines: OpenTimelines, project: Project): ProjectSummary {
  const { scenes, shots, jobs, posterAssetId } = store.overview(project.id);
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
    costUsdMicros: store.jobs.spend(project.id).chargedUsdMicros,
    posterAssetId,
    changedAtMs: store.changedAtMs(project.id) ?? project.createdAtMs,
  };
}
