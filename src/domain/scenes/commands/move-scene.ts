import { compareByOrder } from '../../kernel/order.ts';
import { orderKeysFor } from '../../kernel/order-room.ts';
import { emptyPatch, patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Scene } from '../scene.ts';
import { markEdited } from './mark-edited.ts';

/**
 * Puts a scene after another one, or first for null. One row changes (more only where two devices gave neighbours the same key):
 * shots go with their scene, because film order is the order of the scenes, then of the shots in them (`shotsInFilmOrder`).
 *
 * Refusals: `scene.not-found`.
 */
export function moveScene(
  scenes: readonly Scene[],
  sceneId: string,
  afterSceneId: string | null,
): Result<RecordsPatch> {
  const sorted = [...scenes].sort(compareByOrder);
  const scene = sorted.find(({ id }) => id === sceneId);
  if (scene === undefined) return fail('scene.not-found', `There is no scene ${sceneId}. Nothing was moved.`);
  if (afterSceneId === sceneId) return ok(emptyPatch);
  const others = sorted.filter(({ id }) => id !== sceneId);
  const at = afterSceneId === null ? -1 : others.findIndex(({ id }) => id === afterSceneId);
  if (afterSceneId !== null && at === -1) {
    return fail('scene.not-found', `There is no scene ${afterSceneId} to move after. Nothing was moved.`);
  }
  if (sorted[at + 1]?.id === sceneId) return ok(emptyPatch);
  const behind = others.slice(at + 1);
  const keys = orderKeysFor([...others.slice(0, at + 1), { order: null }, ...behind]).slice(at + 1);
  const editedFields = markEdited(scene.editedFields, ['order']);
  return ok(
    patchOf([
      updateChange<Scene>('scene', scene, { order: keys[0] ?? scene.order, editedFields }),
      ...behind.map((other, i) => updateChange<Scene>('scene', other, { order: keys[i + 1] ?? other.order })),
    ]),
  );
}
