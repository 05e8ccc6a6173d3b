import type { EditReceipt } from '../../../contract/base.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { patchOf } from '../../../domain/kernel/patch.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { editScene, type SceneEdit } from '../../../domain/scenes/commands/edit-scene.ts';
import { requireProject } from '../../store/require-project.ts';
import type { StudioParts } from '../../studio-parts.ts';
import { commitEdit } from '../commit-edit.ts';
import { soundAfter } from './sound-after.ts';

/** Sets fields of a scene by hand; where its effects change, the timeline follows in the same edit. */
export function editSceneFields(
  { store, timelines }: Pick<StudioParts, 'store' | 'timelines'>,
  projectId: ProjectId,
  sceneId: string,
  fields: SceneEdit,
): EditReceipt {
  const project = unwrap(requireProject(store, projectId));
  const scenes = store.rows('scene', projectId);
  const patch = unwrap(editScene(scenes, sceneId, fields));
  const before = scenes.find(({ id }) => id === sceneId);
  const { effects } = fields;
  if (before === undefined || effects === undefined || patch.changes.length === 0) {
    return commitEdit(store, projectId, 'Edit scene', patch);
  }
  const laid = soundAfter({ store, timelines }, project, { scene: { ...before, effects } });
  return commitEdit(store, projectId, 'Edit scene', patchOf([...patch.changes, ...laid.changes]));
}
