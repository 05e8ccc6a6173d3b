import type { ProjectSummary } from '../../contract/projects.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import type { Project } from '../../domain/project/project.ts';
import { timelineDurationFlicks } from '../../domain/timeline/queries.ts';
import type { Store } from '../store/store.ts';
import type { OpenTimelines } from '../timelines/open-timelines.ts';

/** Counts over a project's rows. */
export function summariseProject(store: Store, timelines: OpenTimelines, project: Project): ProjectSummary {
  const jobs = store.rows('job', project.id);
  const { chargedUsdMicros } = store.jobs.spend(project.id);
  return {
    project,
    scenes: store.rows('scene', project.id).length,
    shots: store.rows('shot', project.id).length,
    jobs: {
      open: jobs.filter((job) => isOpen(job)).length,
      done: jobs.filter((job) => job.state === 'done').length,
      failed: jobs.filter((job) => job.state === 'failed' || job.state === 'expired').length,
      unknown: jobs.filter((job) => job.state === 'unknown').length,
    },
    durationFlicks: timelineDurationFlicks(timelines.of(project)),
    costUsdMicros: chargedUsdMicros,
  };
}
