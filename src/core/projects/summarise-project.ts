import type { ProjectSummary } from '../../contract/projects.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import { timelineDurationFlicks } from '../../domain/timeline/queries.ts';
import type { Store } from '../store/store.ts';
import type { OpenTimelines } from '../timelines/open-timelines.ts';

/** Counts over a project's rows. */
export function summariseProject(store: Store, timelines: OpenTimelines, project: Project): ProjectSummary {
  const jobs = store.rows('job', project.id);
  const shots = store.rows('shot', project.id);
  const { chargedUsdMicros } = store.jobs.spend(project.id);
  return {
    project,
    scenes: store.rows('scene', project.id).length,
    shots: shots.length,
    jobs: {
      open: jobs.filter((job) => isOpen(job)).length,
      done: jobs.filter((job) => job.state === 'done').length,
      failed: jobs.filter((job) => job.state === 'failed' || job.state === 'expired').length,
      unknown: jobs.filter((job) => job.state === 'unknown').length,
    },
    durationFlicks: timelineDurationFlicks(timelines.of(project)),
    costUsdMicros: chargedUsdMicros,
    posterAssetId: findPoster(store, shots),
    changedAtMs: store.changedAtMs(project.id) ?? project.createdAtMs,
  };
}

/**
 * The picture that stands for a film: that of its first shot of a scene, since a title card says less; in its absence
 * any picture that there is.
 */
function findPoster(store: Store, shots: readonly Shot[]): AssetId | null {
  const pictured = [...shots.filter(({ kind }) => kind !== 'title'), ...shots];
  for (const { chosenStillId, chosenClipId } of pictured) {
    const takeId = chosenStillId ?? chosenClipId;
    const take = takeId === null ? null : store.row('take', takeId);
    if (take !== null) return take.assetId;
  }
  return null;
}
