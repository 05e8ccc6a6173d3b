import type { SceneId } from '../../kernel/ids.ts';
import type { Shot } from '../shot.ts';

/** Shots under their scenes, in the order in which they were given. */
export function shotsByScene(shots: readonly Shot[]): ReadonlyMap<SceneId, Shot[]> {
  const byScene = new Map<SceneId, Shot[]>();
  for (const shot of shots) {
    const own = byScene.get(shot.sceneId);
    if (own === undefined) byScene.set(shot.sceneId, [shot]);
    else own.push(shot);
  }
  return byScene;
}
