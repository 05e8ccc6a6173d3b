import { ok } from '../../../domain/kernel/result.ts';
import { frameFlicks } from '../../../domain/kernel/time.ts';
import { projectRate } from '../../../domain/project/project.ts';
import type { CommissionPlanner } from './commission-plan.ts';
import { findPartMaker } from './find-part-maker.ts';
import { neighbourOf, pictureAt, refusedPlan } from './part-plan.ts';
import { placeRetake } from './place-part.ts';
import { planOfPart } from './plan-of-part.ts';

/**
 * A part of a clip made anew between the picture that it begins with and the one that the clip goes on with. Times are those of the clip's
 * medium, so that trimming it meanwhile moves nothing.
 */
export const planRetake: CommissionPlanner<'retake'> = async (context, order, purpose) => {
  const { project, commission, maker: wish } = order;
  const { itemId, fromFlicks, toFlicks, prompt, fit } = commission;
  const found = neighbourOf(context, project, context.timelines.of(project).items.get(itemId));
  if (!found.ok) return found;
  const { item, shot, assetId, asset } = found.value;
  const key = `retake ${itemId} ${fromFlicks} ${toFlicks}`;
  const frame = frameFlicks(projectRate(project));
  const shownFrom = item.sourceInFlicks - frame;
  const shownTo = item.sourceInFlicks + item.durationFlicks + frame;
  const isShown = fromFlicks >= shownFrom && toFlicks <= shownTo && toFlicks - fromFlicks >= frame;
  // Also where it was retaken before: what the clip does not show any more is not paid for once more.
  if (!isShown || asset.kind !== 'video') {
    const why = 'That part is not in the clip. Nothing was sent. Choose a part of a moving clip.';
    return ok(refusedPlan(key, prompt, why, shot));
  }
  // Where the part runs to the end of what the clip shows, nothing has to be met again.
  const runsOut = toFlicks >= item.sourceInFlicks + item.durationFlicks - frame / 2;
  const wantedFlicks = toFlicks - fromFlicks;
  const maker = await findPartMaker(context, project, wish, { endFrame: !runsOut, wantedFlicks });
  if (!maker.ok) return ok(refusedPlan(key, prompt, maker.fault.message, shot));
  const start = await pictureAt(context, found.value, fromFlicks, purpose);
  if (!start.ok) return start;
  const end = runsOut ? null : await pictureAt(context, found.value, toFlicks, purpose);
  if (end !== null && !end.ok) return end;
  return ok(
    planOfPart(context, order, maker.value, {
      key,
      beside: found.value,
      part: 'retake',
      prompt,
      durationFlicks: wantedFlicks,
      seedOf: `${itemId} ${fromFlicks} ${toFlicks}`,
      startFrameAssetId: start.value,
      endFrameAssetId: end?.value ?? null,
      landed: (job) => placeRetake(context, project, job, { itemId, assetId, fromFlicks, toFlicks, fit }),
    }),
  );
};
