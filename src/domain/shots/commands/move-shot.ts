import { emptyPatch, patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { markEdited } from '../../scenes/commands/mark-edited.ts';
import type { Shot } from '../shot.ts';
import { shotsInFilmOrder } from '../shot-numbers.ts';
import { type BreakdownRows, requireScene, requireShot } from './breakdown-rows.ts';
import { placeInScene } from './shot-order.ts';

/**
 * Puts a shot after another one of a scene (null: first in it), within its scene or into another. One row changes. A
 * new breakdown leaves it where a person put it.
 *
 * Refusals: `shot.not-found`, `scene.not-found`, `shot.not-in-scene`.
 */
export function moveShot(
  { scenes, shots }: BreakdownRows,
  shotId: string,
  sceneId: string,
  afterShotId: string | null,
): Result<RecordsPatch> {
  const found = requireShot(shots, shotId);
  if (!found.ok) return found;
  const home = requireScene(scenes, sceneId);
  if (!home.ok) return home;
  const shot = found.value;
  if (afterShotId === shotId) return ok(emptyPatch);
  const own = shotsInFilmOrder(scenes, shots).filter((other) => other.sceneId === sceneId);
  const target = afterShotId === null ? -1 : own.findIndex(({ id }) => id === afterShotId);
  if (afterShotId !== null && target === -1) {
    return fail('shot.not-in-scene', `Shot ${afterShotId} is not in this scene. Nothing was moved.`);
  }
  if (own[target + 1]?.id === shotId) return ok(emptyPatch);
  const others = shots.filter(({ id }) => id !== shotId);
  const { order, moved } = placeInScene(scenes, others, sceneId, afterShotId);
  const fields = shot.sceneId === sceneId ? ['order'] : ['order', 'sceneId'];
  const editedFields = markEdited(shot.editedFields, fields);
  const change = updateChange<Shot>('shot', shot, { order, sceneId: home.value.id, editedFields });
  return ok(patchOf([change, ...moved]));
}
