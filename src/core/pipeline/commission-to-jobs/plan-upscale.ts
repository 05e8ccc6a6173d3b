import { seedOfShot } from '../../../domain/jobs/build-requests.ts';
import type { UpscaleRequest } from '../../../domain/jobs/generation-request.ts';
import { ok } from '../../../domain/kernel/result.ts';
import { flicksToSeconds } from '../../../domain/kernel/time.ts';
import { extraOf } from '../../../domain/project/extra-of.ts';
import type { CommissionPlan, CommissionPlanner, PlannedRequest } from './commission-plan.ts';
import { findMaker } from './find-maker.ts';

/** Stills and clips with more pixels. The larger one is shown in place of the one that it was made from. */
export const planUpscale: CommissionPlanner<'upscale'> = async (context, order) => {
  const { store, library } = context;
  const { project, commission, maker: wish } = order;
  const requests: PlannedRequest[] = [];
  const refused: CommissionPlan['refused'][number][] = [];
  for (const takeId of new Set(commission.takeIds)) {
    const take = store.row('take', takeId);
    const asset = take === null ? null : store.row('asset', take.assetId);
    const kind = take?.kind === 'still' ? 'upscaled-still' : 'upscaled-clip';
    const key = `upscale ${takeId}`;
    const subject = take?.shotId == null ? {} : { shotId: take.shotId };
    const refuse = (problem: string): number => refused.push({ key, subject, kind, words: '', problem });
    if (take === null || take.projectId !== project.id || asset === null || !library.assetPath(asset.id).ok) {
      refuse('The take or its file is gone. Nothing was sent.');
      continue;
    }
    const video = asset.facts?.video ?? null;
    if ((take.kind !== 'still' && take.kind !== 'clip') || video === null) {
      refuse('Only stills and clips are made larger. Nothing was sent.');
      continue;
    }
    const found = await findMaker(context, project, kind, wish);
    if (!found.ok) return found;
    const { generator, model } = found.value;
    const extra = extraOf(project, kind, generator.provider, model);
    const request: UpscaleRequest = {
      kind,
      provider: generator.provider,
      model,
      seed: seedOfShot(takeId),
      ...(extra === undefined ? {} : { extra }),
      sourceAssetId: asset.id,
      factor: commission.factor,
      source: {
        widthPx: video.widthPx,
        heightPx: video.heightPx,
        seconds: flicksToSeconds(asset.facts?.durationFlicks ?? 0),
        framesPerSecond: video.fpsNum / video.fpsDen,
      },
    };
    requests.push({
      key,
      subject,
      request,
      fromTakeId: takeId,
      fromAssetId: asset.id,
      words: asset.name,
      isMade: false,
    });
  }
  return ok({ requests, refused });
};
