import type { ProjectId, SceneId } from '../../../domain/kernel/ids.ts';
import type { Shot } from '../../../domain/shots/shot.ts';
import type { Store } from '../../store/store.ts';

/** The shots of each scene, and how long they are together. */
export interface SceneShots {
  readonly shots: readonly Shot[];
  readonly durationFlicks: number;
}

const none: SceneShots = { shots: [], durationFlicks: 0 };

export function shotsOfScenes(store: Store, projectId: ProjectId): (id: SceneId) => SceneShots {
  const byScene = new Map<SceneId, SceneShots>();
  for (const shot of store.rows('shot', projectId)) {
    const before = byScene.get(shot.sceneId) ?? none;
    byScene.set(shot.sceneId, {
      shots: [...before.shots, shot],
      durationFlicks: before.durationFlicks + shot.durationFlicks,
    });
  }
  return (id) => byScene.get(id) ?? none;
}
