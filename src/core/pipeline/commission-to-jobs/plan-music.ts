import { isCurrentSound } from '../../../domain/assets/current-sound.ts';
import { soundRequest } from '../../../domain/jobs/build-sound-requests.ts';
import { ok } from '../../../domain/kernel/result.ts';
import { musicPrompt } from '../../../domain/scenes/music-prompt.ts';
import { spokenLine } from '../../../domain/shots/spoken-line.ts';
import { chosenSound } from './chosen-sound.ts';
import type { CommissionPlanner, PlannedRequest } from './commission-plan.ts';
import { findMaker } from './find-maker.ts';
import { createSeeds } from './fresh-seed.ts';
import { shotsOfScenes } from './shots-of-scenes.ts';
import { soundMakerOf } from './sound-maker.ts';

/** Music under scenes, each as long as its shots, in the person's words or composed ones. */
export const planMusic: CommissionPlanner<'music'> = async (context, order) => {
  const { store } = context;
  const { project, commission, maker: wish, again } = order;
  const found = await findMaker(context, project, 'music', wish);
  if (!found.ok) return found;
  const maker = soundMakerOf(found.value, project, 'music', wish);
  const wanted = commission.sceneIds === null ? null : new Set(commission.sceneIds);
  const shotsOf = shotsOfScenes(store, project.id);
  const seedOf = createSeeds(store, project.id, again);
  const requests = store.rows('scene', project.id).flatMap((scene): PlannedRequest[] => {
    const { shots, durationFlicks } = shotsOf(scene.id);
    if ((wanted !== null && !wanted.has(scene.id)) || durationFlicks === 0) return [];
    const hasSpeech = shots.some((shot) => spokenLine(shot) !== null);
    const prompt = musicPrompt(scene, { style: project.style, hasSpeech });
    const take = chosenSound(context, scene.chosenMusicId);
    return [
      {
        key: `music ${scene.id}`,
        subject: { sceneId: scene.id },
        request: soundRequest('music', maker, {
          prompt,
          durationFlicks,
          mostSeconds: maker.mostSeconds,
          seed: seedOf(scene.id, 'music'),
        }),
        isMade: take !== null && isCurrentSound(take, prompt, maker.chosen),
      },
    ];
  });
  return ok({ requests, refused: [] });
};
