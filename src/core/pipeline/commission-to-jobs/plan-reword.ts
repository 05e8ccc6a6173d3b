import { animaticModels, buildShotRequests } from '../../../domain/jobs/build-requests.ts';
import type { PictureRequest } from '../../../domain/jobs/generation-request.ts';
import { requestDigest } from '../../../domain/jobs/request-digest.ts';
import { isPictureRequest } from '../../../domain/jobs/request-kinds.ts';
import { fail, ok } from '../../../domain/kernel/result.ts';
import { extraOf } from '../../../domain/project/extra-of.ts';
import { numberShots } from '../../../domain/shots/shot-numbers.ts';
import type { CommissionPlanner } from './commission-plan.ts';
import { findMaker } from './find-maker.ts';
import { createSeeds } from './fresh-seed.ts';
import { refusedPlan, sourceOf } from './part-plan.ts';

/** A take once more in other words, by its own maker unless another is named. The shot keeps its words. */
export const planReword: CommissionPlanner<'reword'> = async (context, order) => {
  const { store } = context;
  const { project, commission, maker: wish, again } = order;
  const { takeId, prompt, negativePrompt, sameSeed } = commission;
  const take = store.row('take', takeId);
  const job = take?.jobId == null ? null : store.row('job', take.jobId);
  const shot = take?.shotId == null ? null : store.row('shot', take.shotId);
  if (take === null || take.projectId !== project.id || shot === null) {
    return fail('take.not-found', 'That take is not in this project. Nothing was sent.');
  }
  const key = `reword ${takeId}`;
  if (job === null || !isPictureRequest(job.request)) {
    const why =
      'What this take was asked with is not known. Nothing was sent. Generate another take of the shot.';
    return ok(refusedPlan(key, prompt, why, shot));
  }
  const { kind } = job.request;
  const own = { provider: take.provider, model: job.request.model };
  const found = await findMaker(context, project, kind, wish ?? own);
  if (!found.ok) return found;
  const { generator, model, facts } = found.value;
  const { provider } = generator;
  if (provider === animaticModels.provider) {
    const why =
      'The animatic draws what the shot says and reads no other words. Nothing was sent. Change the shot, or choose a model.';
    return ok(refusedPlan(key, prompt, why, shot, kind));
  }
  const extra = extraOf(project, kind, provider, model);
  const models = {
    ...{ provider, stillModel: model, clipModel: model, slate: false },
    mostReferences: facts?.mostReferences ?? 0,
    ...(extra === undefined ? {} : { stillExtra: extra, clipExtra: extra }),
  };
  const still = shot.chosenStillId === null ? null : store.row('take', shot.chosenStillId);
  const source = sourceOf(context, project);
  const number = numberShots(source.scenes, source.shots).get(shot.id);
  const requests = buildShotRequests(source, models, shot, number);
  const asked =
    kind === 'still' ? requests.still : requests.clip(still?.assetId ?? job.request.startFrameAssetId);
  const seedOf = createSeeds(store, project.id, true);
  const seed = sameSeed && !again ? take.seed : seedOf(shot.id, kind);
  const request: PictureRequest = {
    ...asked,
    seed,
    prompt: prompt.trim(),
    negativePrompt,
    reworded: { takeId, standsFor: requestDigest({ ...asked, seed }) },
  };
  return ok({
    requests: [{ key, subject: { shotId: shot.id }, request, fromTakeId: takeId, isMade: false }],
    refused: [],
  });
};
