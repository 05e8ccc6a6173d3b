import { compareByOrder } from '../../kernel/order.ts';
import { orderKeysFor } from '../../kernel/order-room.ts';
import { addChange, patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { sceneIdOf } from '../../scenes/break-into-scenes.ts';
import { markEdited } from '../../scenes/commands/mark-edited.ts';
import { isSpeechKind, notFilmedReason } from '../../scenes/not-filmed.ts';
import type { Scene } from '../../scenes/scene.ts';
import type { Shot } from '../shot.ts';
import { shotsInFilmOrder } from '../shot-numbers.ts';
import { type BreakdownRows, requireScene } from './breakdown-rows.ts';

/**
 * Cuts a scene in two before one of its blocks. The new scene takes over place, light and mood, and every shot from the
 * first that films its blocks on. A new breakdown keeps the cut.
 *
 * Refusals: `scene.not-found`, `scene.bad-split` (not a later block of the scene, or in the middle of a speech).
 */
export function splitScene(
  { blocks, scenes, shots }: BreakdownRows,
  sceneId: string,
  blockId: string,
): Result<RecordsPatch> {
  const found = requireScene(scenes, sceneId);
  if (!found.ok) return found;
  const scene = found.value;
  const inScene: readonly string[] = scene.blockIds;
  const at = inScene.indexOf(blockId);
  const block = blocks.find(({ id }) => id === blockId);
  const filmed = new Set(blocks.filter((other) => notFilmedReason(other) === null).map((other) => other.id));
  const speech = block !== undefined && isSpeechKind(block.kind) && block.kind !== 'character';
  const begins = block !== undefined && filmed.has(block.id) && !speech;
  if (!begins || !scene.blockIds.slice(0, Math.max(0, at)).some((id) => filmed.has(id))) {
    return fail(
      'scene.bad-split',
      'A scene is cut before a paragraph that is filmed, with another before it, and never in the middle of a speech. It is unchanged.',
    );
  }
  const id = sceneIdOf(scene.projectId, blockId);
  if (scenes.some((other) => other.id === id)) {
    return fail('scene.bad-split', 'Another scene begins with this paragraph already. Nothing was cut.');
  }
  const sorted = [...scenes].sort(compareByOrder);
  const after = sorted.slice(sorted.findIndex((other) => other.id === sceneId) + 1);
  const keys = orderKeysFor([scene, { order: null }, ...after]).slice(1);
  const rest: Scene = {
    ...scene,
    id,
    order: keys[0] ?? scene.order,
    number: null,
    synopsis: null,
    blockIds: scene.blockIds.slice(at),
    // A scene that was moved by hand stays where it is, and so does what is cut off it.
    editedFields: markEdited(
      scene.editedFields.filter((field) => field === 'order'),
      [
        'blockIds',
        'heading',
        'kind',
        'mood',
        'number',
        'place',
        'setting',
        'synopsis',
        'timeNote',
        'timeOfDay',
      ],
    ),
  };
  const later = new Set<string>(rest.blockIds);
  const own = shotsInFilmOrder(scenes, shots).filter((shot) => shot.sceneId === sceneId);
  const from = own.findIndex(({ covers }) => later.has(covers[0]?.blockId ?? ''));
  return ok(
    patchOf([
      updateChange<Scene>('scene', scene, {
        blockIds: scene.blockIds.slice(0, at),
        editedFields: markEdited(scene.editedFields, ['blockIds']),
      }),
      addChange('scene', rest),
      ...after.map((other, i) => updateChange<Scene>('scene', other, { order: keys[i + 1] ?? other.order })),
      ...(from === -1 ? [] : own.slice(from)).map((shot) =>
        updateChange<Shot>('shot', shot, { sceneId: id }),
      ),
    ]),
  );
}
