import { isCurrentSound } from '../../../domain/assets/current-sound.ts';
import { soundRequest } from '../../../domain/jobs/build-sound-requests.ts';
import { ok } from '../../../domain/kernel/result.ts';
import { secondsToFlicks } from '../../../domain/kernel/time.ts';
import { effectSeconds } from '../../../domain/scenes/effect-seconds.ts';
import { chosenSound } from './chosen-sound.ts';
import type { CommissionPlanner, PlannedRequest } from './commission-plan.ts';
import { findMaker } from './find-maker.ts';
import { createSeeds } from './fresh-seed.ts';
import { shotsOfScenes } from './shots-of-scenes.ts';
import { soundMakerOf } from './sound-maker.ts';

/** The sounds that scenes name, each a request of its own. */
export const planEffects: CommissionPlanner<'effects'> = async (context, order) => {
  const { store } = context;
  const { project, commission, maker: wish, again } = order;
  const found = await findMaker(context, project, 'effect', wish);
  if (!found.ok) return found;
  const maker = soundMakerOf(found.value, project, 'effect', wish);
  const { sceneIds, effectIds } = commission;
  const isWanted = (sceneId: string, id: string): boolean =>
    (sceneIds === null || sceneIds.some((wanted) => wanted === sceneId)) &&
    (effectIds === null || effectIds.includes(id));
  const shotsOf = shotsOfScenes(store, project.id);
  const seedOf = createSeeds(store, project.id, again);
  const requests = store.rows('scene', project.id).flatMap((scene) => {
    const sceneFlicks = shotsOf(scene.id).durationFlicks;
    return scene.effects.flatMap(({ id, prompt, chosenTakeId }): PlannedRequest[] => {
      if (!isWanted(scene.id, id) || prompt.trim() === '') return [];
      const take = chosenSound(context, chosenTakeId);
      const wantedFlicks = secondsToFlicks(effectSeconds(prompt));
      return [
        {
          key: `effect ${scene.id} ${id}`,
          subject: { sceneId: scene.id },
          request: soundRequest('effect', maker, {
            prompt: prompt.trim(),
            durationFlicks: sceneFlicks === 0 ? wantedFlicks : Math.min(wantedFlicks, sceneFlicks),
            mostSeconds: maker.mostSeconds,
            seed: seedOf(`${scene.id} ${prompt.trim()}`, 'effect'),
          }),
          isMade: take !== null && isCurrentSound(take, prompt.trim(), maker.chosen),
        },
      ];
    });
  });
  return ok({ requests, refused: [] });
};
