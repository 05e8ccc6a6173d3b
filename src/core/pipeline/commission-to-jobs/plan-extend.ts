import { partRequest } from '../../../domain/jobs/build-part-request.ts';
import { ok } from '../../../domain/kernel/result.ts';
import type { CommissionPlanner } from './commission-plan.ts';
import { findPartMaker } from './find-part-maker.ts';
import { createSeeds } from './fresh-seed.ts';
import { withKnownPictures } from './known-pictures.ts';
import { edgesOf, neighbourOf, pictureAt, refusedPlan, sourceOf } from './part-plan.ts';
import { placeExtension } from './place-part.ts';

/** A clip of the timeline carried on from the last picture that it shows. The new clip comes right behind it. */
export const planExtend: CommissionPlanner<'extend'> = async (context, order, purpose) => {
  const { project, commission, maker: wish, again } = order;
  const { itemId, byFlicks, prompt } = commission;
  const found = neighbourOf(context, project, context.timelines.of(project).items.get(itemId));
  if (!found.ok) return found;
  const { shot, assetId, take } = found.value;
  const key = `extend ${itemId}`;
  const maker = await findPartMaker(context, project, wish, { endFrame: false, wantedFlicks: byFlicks });
  if (!maker.ok) return ok(refusedPlan(key, prompt, maker.fault.message, shot));
  const { last } = edgesOf(found.value, project);
  const start = await pictureAt(context, found.value, last, purpose);
  if (!start.ok) return start;
  const request = partRequest(sourceOf(context, project), maker.value, shot, {
    part: 'extension',
    prompt,
    durationFlicks: byFlicks,
    seed: createSeeds(context.store, project.id, again)(`${itemId} ${last}`, 'clip'),
    startFrameAssetId: start.value,
    endFrameAssetId: null,
    sourceClipAssetId: assetId,
  });
  return ok({
    requests: [
      {
        key,
        subject: shot === null ? {} : { shotId: shot.id },
        request: withKnownPictures(context.store, project.id, request),
        ...(take === null ? {} : { fromTakeId: take.id }),
        fromAssetId: assetId,
        isMade: false,
        landed: (job) => placeExtension(context, project, job, { itemId, assetId, byFlicks }),
      },
    ],
    refused: [],
  });
};
