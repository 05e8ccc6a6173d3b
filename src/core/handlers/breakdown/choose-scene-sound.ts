import type { EditReceipt } from '../../../contract/base.ts';
import type { ProjectId, SceneId, TakeId } from '../../../domain/kernel/ids.ts';
import { patchOf, updateChange } from '../../../domain/kernel/patch.ts';
import { fail, unwrap } from '../../../domain/kernel/result.ts';
import { chooseSound } from '../../../domain/scenes/commands/choose-sound.ts';
import type { Scene } from '../../../domain/scenes/scene.ts';
import { requireProject } from '../../store/require-project.ts';
import type { StudioParts } from '../../studio-parts.ts';
import { commitEdit } from '../commit-edit.ts';
import { soundAfter } from './sound-after.ts';

export interface SceneSound {
  readonly projectId: ProjectId;
  readonly sceneId: SceneId;
  /** null for the scene's music. */
  readonly effectId: string | null;
  /** null for none. */
  readonly takeId: TakeId | null;
}

/** Chooses the music or an effect of a scene; the timeline follows in the same edit, so that one undo takes back both. */
export function chooseSceneSound(
  { store, timelines }: Pick<StudioParts, 'store' | 'timelines'>,
  { projectId, sceneId, effectId, takeId }: SceneSound,
): EditReceipt {
  const project = unwrap(requireProject(store, projectId));
  const scene = store.row('scene', sceneId);
  if (scene === null || scene.projectId !== projectId) {
    return unwrap(fail('scene.not-found', `There is no scene ${sceneId}. Nothing was changed.`));
  }
  const take = takeId === null ? null : store.row('take', takeId);
  if (takeId !== null && take?.projectId !== projectId) {
    return unwrap(fail('take.not-found', 'That take is not in this project. The choice is unchanged.'));
  }
  const after = unwrap(chooseSound(scene, effectId, take));
  const { chosenMusicId, effects } = after;
  const chosen = patchOf([
    updateChange<Scene>('scene', scene, { chosenMusicId, effects }),
    // What is heard is not away.
    take === null ? null : updateChange('take', take, { discardedAtMs: null }),
  ]);
  if (chosen.changes.length === 0) return commitEdit(store, projectId, 'Choose take', chosen);
  const laid = soundAfter({ store, timelines }, project, { scene: after });
  return commitEdit(store, projectId, 'Choose take', patchOf([...chosen.changes, ...laid.changes]));
}
