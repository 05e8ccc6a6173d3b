import type { CastId, PlaceId, ProjectId, SceneId, ShotId } from '../kernel/ids.ts';
import type { Job } from './job.ts';

/** The row that a job or take is for: its shot, scene, member of the cast or place, else the project. */
export function subjectOf(
  row: Pick<Job, 'projectId' | 'shotId' | 'sceneId' | 'castId' | 'placeId'>,
): ShotId | SceneId | CastId | PlaceId | ProjectId {
  return row.shotId ?? row.sceneId ?? row.castId ?? row.placeId ?? row.projectId;
}
