import { ok } from '../../../domain/kernel/result.ts';
import type { CommissionPlanner } from './commission-plan.ts';
import { findPartMaker } from './find-part-maker.ts';
import { edgesOf, neighbourOf, pictureAt, refusedPlan } from './part-plan.ts';
import { placeExtension } from './place-part.ts';
import { planOfPart } from './plan-of-part.ts';

/** A clip of the timeline carried on from the last picture that it shows. The new clip comes right behind it. */
export const planExtend: CommissionPlanner<'extend'> = async (context, order, purpose) => {
  const { project, commission, maker: wish } = order;
  const { itemId, byFlicks, prompt } = commission;
  const found = neighbourOf(context, project, context.timelines.of(project).items.get(itemId));
  if (!found.ok) return found;
  const { shot, assetId } = found.value;
  const key = `extend ${itemId}`;
  const maker = await findPartMaker(context, project, wish, { endFrame: false, wantedFlicks: byFlicks });
  if (!maker.ok) return ok(refusedPlan(key, prompt, maker.fault.message, shot));
  const { last } = edgesOf(found.value, project);
  const start = await pictureAt(context, found.value, last, purpose);
  if (!start.ok) return start;
  return ok(
    planOfPart(context, order, maker.value, {
      key,
      beside: found.value,
      part: 'extension',
      prompt,
      durationFlicks: byFlicks,
      seedOf: `${itemId} ${last}`,
      startFrameAssetId: start.value,
      endFrameAssetId: null,
      landed: (job) => placeExtension(context, project, job, { itemId, assetId, byFlicks }),
    }),
  );
};
