import type { TakeId } from '../../kernel/ids.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Scene } from '../scene.ts';

/** What choosing needs to know of a take. */
interface SoundChoice {
  readonly id: TakeId;
  readonly sceneId: string | null;
  readonly kind: string;
}

/**
 * A scene with another take as its music (`effectId` null) or as one of its effects; none for null.
 *
 * Refusals: `scene.foreign-take`, `scene.wrong-take-kind`, `scene.no-effect`.
 */
export function chooseSound(scene: Scene, effectId: string | null, take: SoundChoice | null): Result<Scene> {
  if (take !== null && take.sceneId !== scene.id) {
    return fail(
      'scene.foreign-take',
      'This take was made for another scene. The choice is unchanged; put its file on a sound track instead.',
    );
  }
  const kind = effectId === null ? 'music' : 'effect';
  if (take !== null && take.kind !== kind) {
    return fail(
      'scene.wrong-take-kind',
      `This take is not ${effectId === null ? 'music' : 'a sound effect'}. The choice is unchanged.`,
    );
  }
  const chosenTakeId = take?.id ?? null;
  if (effectId === null) return ok({ ...scene, chosenMusicId: chosenTakeId });
  if (!scene.effects.some(({ id }) => id === effectId)) {
    return fail('scene.no-effect', 'The scene does not have that effect any more. Nothing was changed.');
  }
  const effects = scene.effects.map((effect) =>
    effect.id === effectId ? { ...effect, chosenTakeId } : effect,
  );
  return ok({ ...scene, effects });
}
