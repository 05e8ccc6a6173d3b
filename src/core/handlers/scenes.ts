import { unwrap } from '../../domain/kernel/result.ts';
import { scenesToShots } from '../pipeline/scenes-to-shots/scenes-to-shots.ts';
import { textToScenes } from '../pipeline/text-to-scenes/text-to-scenes.ts';
import { os } from './implementer.ts';

export const sceneHandlers = {
  list: os.scenes.list.handler(({ input, context: { store } }) => store.rows('scene', input.projectId)),
  breakDown: os.scenes.breakDown.handler(({ input: { projectId }, context: { store } }) => {
    const scenes = unwrap(textToScenes(store, projectId));
    const shots = unwrap(scenesToShots(store, projectId));
    return {
      scenes: store.rows('scene', projectId).length,
      shots: store.rows('shot', projectId).length,
      changes: scenes.changes + shots.changes,
    };
  }),
};
