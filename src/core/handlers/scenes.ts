import { unwrap } from '../../domain/kernel/result.ts';
import { editScene } from '../../domain/scenes/commands/edit-scene.ts';
import { moveScene } from '../../domain/scenes/commands/move-scene.ts';
import { mergeScenes } from '../../domain/shots/commands/merge-scenes.ts';
import { splitScene } from '../../domain/shots/commands/split-scene.ts';
import { scenesToShots } from '../pipeline/scenes-to-shots/scenes-to-shots.ts';
import { textToScenes } from '../pipeline/text-to-scenes/text-to-scenes.ts';
import { requireProject } from '../store/require-project.ts';
import { editBreakdown } from './breakdown/edit-breakdown.ts';
import { os } from './implementer.ts';

export const sceneHandlers = {
  list: os.scenes.list.handler(({ input, context: { store } }) =>
    store.rows('scene', unwrap(requireProject(store, input.projectId)).id),
  ),
  breakDown: os.scenes.breakDown.handler(({ input: { projectId }, context: { store } }) => {
    // Together, so that no crash leaves new scenes with the shots of the old ones.
    const changes = store.transaction(() => {
      const scenes = unwrap(textToScenes(store, projectId));
      const shots = unwrap(scenesToShots(store, projectId));
      return scenes.changes + shots.changes;
    });
    return {
      scenes: store.rows('scene', projectId).length,
      shots: store.rows('shot', projectId).length,
      changes,
    };
  }),
  edit: os.scenes.edit.handler(({ input: { projectId, sceneId, fields }, context }) =>
    editBreakdown(context, projectId, 'Edit scene', ({ scenes }) => editScene(scenes, sceneId, fields)),
  ),
  split: os.scenes.split.handler(({ input: { projectId, sceneId, blockId }, context }) =>
    editBreakdown(context, projectId, 'Split scene', (rows) => splitScene(rows, sceneId, blockId)),
  ),
  merge: os.scenes.merge.handler(({ input: { projectId, firstSceneId, secondSceneId }, context }) =>
    editBreakdown(context, projectId, 'Merge scenes', (rows) =>
      mergeScenes(rows, firstSceneId, secondSceneId),
    ),
  ),
  move: os.scenes.move.handler(({ input: { projectId, sceneId, afterSceneId }, context }) =>
    editBreakdown(context, projectId, 'Move scene', ({ scenes }) => moveScene(scenes, sceneId, afterSceneId)),
  ),
};
