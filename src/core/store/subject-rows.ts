import type { Take } from '../../domain/assets/take.ts';
import type { Scene } from '../../domain/scenes/scene.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import type { Store } from './store.ts';

/** The shot or scene that a take is for, as it is now; null for each that it is not for, or that is not there any more. */
export function subjectRows(
  store: Pick<Store, 'row'>,
  { shotId, sceneId }: Pick<Take, 'shotId' | 'sceneId'>,
): { readonly shot: Shot | null; readonly scene: Scene | null } {
  return {
    shot: shotId === null ? null : store.row('shot', shotId),
    scene: sceneId === null ? null : store.row('scene', sceneId),
  };
}
