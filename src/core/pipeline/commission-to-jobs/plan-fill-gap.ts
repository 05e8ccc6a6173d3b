import { fail, ok } from '../../../domain/kernel/result.ts';
import type { CommissionPlanner } from './commission-plan.ts';
import { findPartMaker } from './find-part-maker.ts';
import { edgesOf, neighbourOf, pictureAt, refusedPlan } from './part-plan.ts';
import { placeInGap } from './place-part.ts';
import { planOfPart } from './plan-of-part.ts';

/**
 * A clip for a gap of the main track: from the last picture before it to the first one after it. Where nothing comes before it, or it is a
 * title, the clip begins with the picture after it.
 */
export const planFillGap: CommissionPlanner<'fill-gap'> = async (context, order, purpose) => {
  const { project, commission, maker: wish } = order;
  const { itemId, prompt, fit } = commission;
  const index = context.timelines.of(project);
  const gap = index.items.get(itemId);
  if (gap?.kind !== 'gap') {
    return fail('timeline.no-item', 'That gap is not there any more. Nothing was sent. Choose another gap.');
  }
  const before = neighbourOf(context, project, index.main.before(gap) ?? undefined);
  const after = neighbourOf(context, project, index.main.after(gap) ?? undefined);
  const left = before.ok ? before.value : null;
  const right = after.ok ? after.value : null;
  const from = left ?? right;
  const key = `fill-gap ${itemId}`;
  if (from === null) {
    const why =
      'There is no picture on either side of the gap. Nothing was sent. Put a clip beside it first.';
    return ok(refusedPlan(key, prompt, why, null));
  }
  const need = { endFrame: left !== null && right !== null, wantedFlicks: gap.durationFlicks };
  const maker = await findPartMaker(context, project, wish, need);
  if (!maker.ok) return ok(refusedPlan(key, prompt, maker.fault.message, from.shot));
  const start =
    left !== null
      ? await pictureAt(context, left, edgesOf(left, project).last, purpose)
      : await pictureAt(context, from, edgesOf(from, project).first, purpose);
  if (!start.ok) return start;
  const end =
    left === null || right === null
      ? null
      : await pictureAt(context, right, edgesOf(right, project).first, purpose);
  if (end !== null && !end.ok) return end;
  return ok(
    planOfPart(context, order, maker.value, {
      key,
      beside: from,
      part: 'gap',
      prompt,
      durationFlicks: gap.durationFlicks,
      seedOf: `${itemId} ${from.assetId}`,
      startFrameAssetId: start.value,
      endFrameAssetId: end?.value ?? null,
      landed: (job) => placeInGap(context, project, job, { itemId, fit }),
    }),
  );
};
