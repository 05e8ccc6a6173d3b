import type { z } from 'zod';
import { emptyPatch, patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { Scene } from '../scene.ts';
import { definedFields } from './defined-fields.ts';
import { markEdited } from './mark-edited.ts';

/** What a person may set on a scene. */
export const SceneEdit = Scene.pick({
  kind: true,
  heading: true,
  number: true,
  setting: true,
  place: true,
  timeOfDay: true,
  timeNote: true,
  mood: true,
  synopsis: true,
})
  .partial()
  // Without the defaults that complete older rows: what is not said is not changed.
  .extend({
    musicPrompt: Scene.shape.musicPrompt.unwrap().optional(),
    effects: Scene.shape.effects.unwrap().optional(),
  });
export type SceneEdit = z.infer<typeof SceneEdit>;

/**
 * Sets fields of a scene by hand; a later breakdown leaves them alone.
 *
 * Refusals: `scene.not-found`, `scene.empty-heading`, `scene.number-taken`.
 */
export function editScene(scenes: readonly Scene[], sceneId: string, edit: SceneEdit): Result<RecordsPatch> {
  const scene = scenes.find(({ id }) => id === sceneId);
  if (scene === undefined)
    return fail('scene.not-found', `There is no scene ${sceneId}. Nothing was changed.`);
  if (edit.heading !== undefined && edit.heading.trim() === '') {
    return fail(
      'scene.empty-heading',
      'A scene needs a heading. The old one is kept; write at least one word.',
    );
  }
  const number = edit.number ?? null;
  if (number !== null && scenes.some((other) => other.id !== sceneId && other.number === number)) {
    return fail(
      'scene.number-taken',
      `Scene number ${number} is taken. The old number is kept; choose another.`,
    );
  }
  const fields = definedFields(edit);
  const change = updateChange<Scene>('scene', scene, fields);
  if (change === null || change.kind !== 'update') return ok(emptyPatch);
  const editedFields = markEdited(scene.editedFields, Object.keys(change.fields));
  return ok(patchOf([updateChange<Scene>('scene', scene, { ...fields, editedFields })]));
}
