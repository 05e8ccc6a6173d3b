import { ok, unwrap } from '../../domain/kernel/result.ts';
import { moveScene } from '../../domain/scenes/commands/move-scene.ts';
import { mergeScenes } from '../../domain/shots/commands/merge-scenes.ts';
import { splitScene } from '../../domain/shots/commands/split-scene.ts';
import { updateBreakdown } from '../../domain/shots/reconcile/reconcile-breakdown.ts';
import { estimateReading } from '../pipeline/text-to-reading/estimate-reading.ts';
import { findGenerator } from '../providers/find-generator.ts';
import { requireProject } from '../store/require-project.ts';
import { chooseSceneSound } from './breakdown/choose-scene-sound.ts';
import { editBreakdown } from './breakdown/edit-breakdown.ts';
import { editSceneFields } from './breakdown/edit-scene-fields.ts';
import { watchReading } from './breakdown/watch-reading.ts';
import { commitEdit } from './commit-edit.ts';
import { os } from './implementer.ts';

export const sceneHandlers = {
  list: os.scenes.list.handler(({ input, context: { store } }) =>
    store.rows('scene', unwrap(requireProject(store, input.projectId)).id),
  ),
  breakDown: os.scenes.breakDown.handler(({ input: { projectId }, context: { store } }) => {
    const project = unwrap(requireProject(store, projectId));
    // One edit, so that one undo takes back all of it and no crash leaves new scenes with the shots of the old ones.
    const { patch } = updateBreakdown(project, store.rows('block', projectId), {
      scenes: store.rows('scene', projectId),
      cast: store.rows('cast', projectId),
      shots: store.rows('shot', projectId),
    });
    const { changes } = commitEdit(store, projectId, 'Update scenes and shots', patch);
    return {
      scenes: store.rows('scene', projectId).length,
      shots: store.rows('shot', projectId).length,
      changes,
    };
  }),
  estimateReading: os.scenes.estimateReading.handler(
    async ({ input: { projectId, choice }, context: { store, library, generators } }) => {
      const generator = unwrap(findGenerator(generators, choice.provider));
      return unwrap(await estimateReading({ store, library }, projectId, generator, choice));
    },
  ),
  startReading: os.scenes.startReading.handler(async ({ input, context }) => {
    const { projectId, choice, maxCostUsdMicros } = input;
    const project = unwrap(requireProject(context.store, projectId));
    const generator = unwrap(findGenerator(context.generators, choice.provider));
    unwrap((await generator.ready?.()) ?? ok(undefined));
    context.house.look();
    return unwrap(context.readingRuns.start({ project, generator, choice, maxCostUsdMicros }));
  }),
  watchReading: os.scenes.watchReading.handler(({ input: { projectId }, context, signal }) =>
    watchReading(context.readingRuns, unwrap(requireProject(context.store, projectId)).id, signal),
  ),
  edit: os.scenes.edit.handler(({ input: { projectId, sceneId, fields }, context }) =>
    editSceneFields(context, projectId, sceneId, fields),
  ),
  chooseSound: os.scenes.chooseSound.handler(({ input, context }) => chooseSceneSound(context, input)),
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
