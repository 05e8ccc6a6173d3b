import { compareByOrder } from '../../kernel/order.ts';
import type { Scene } from '../../scenes/scene.ts';
import type { Shot } from '../../shots/shot.ts';

/**
 * The shots as they are read after a merge: those of a scene that another device deleted are in the last scene of the film,
 * where they can be seen and moved. The same rows give the same answer on every device and nothing is written; where no shot is
 * without its scene, the list is the one that was given.
 */
export function repairShots<S extends Pick<Shot, 'id' | 'sceneId' | 'order'>>(
  scenes: readonly Pick<Scene, 'id' | 'order'>[],
  shots: readonly S[],
): readonly S[] {
  const known = new Set(scenes.map(({ id }) => id));
  if (known.size === 0 || shots.every(({ sceneId }) => known.has(sceneId))) return shots;
  const last = [...scenes].sort(compareByOrder).at(-1);
  if (last === undefined) return shots;
  return shots.map((shot) => (known.has(shot.sceneId) ? shot : { ...shot, sceneId: last.id }));
}
