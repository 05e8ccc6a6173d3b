import { type PartWish, partRequest } from '../../../domain/jobs/build-part-request.ts';
import type {
  CommissionContext,
  CommissionOrder,
  CommissionPlan,
  PlannedRequest,
} from './commission-plan.ts';
import type { PartMaker } from './find-part-maker.ts';
import { createSeeds } from './fresh-seed.ts';
import { withKnownPictures } from './known-pictures.ts';
import { type Neighbour, sourceOf } from './part-plan.ts';

export interface PlannedPart extends Omit<PartWish, 'seed' | 'sourceClipAssetId'> {
  /** Names its line; see {@link PlannedRequest}. */
  readonly key: string;
  /** The clip that it is made beside: of its shot, from its file. */
  readonly beside: Neighbour;
  /** What its steady seed is made of. */
  readonly seedOf: string;
  readonly landed: NonNullable<PlannedRequest['landed']>;
}

/** The plan with the one request of a stretch of film. A part is never said to be made: whether its job was is for the price to say. */
export function planOfPart(
  context: CommissionContext,
  { project, again }: CommissionOrder,
  maker: PartMaker,
  { key, beside: { shot, take, assetId }, seedOf, landed, ...wish }: PlannedPart,
): CommissionPlan {
  const request = partRequest(sourceOf(context, project), maker, shot, {
    ...wish,
    seed: createSeeds(context.store, project.id, again)(seedOf, 'clip'),
    sourceClipAssetId: assetId,
  });
  return {
    requests: [
      {
        key,
        subject: shot === null ? {} : { shotId: shot.id },
        request: withKnownPictures(context.store, project.id, request),
        ...(take === null ? {} : { fromTakeId: take.id }),
        fromAssetId: assetId,
        isMade: false,
        landed,
      },
    ],
    refused: [],
  };
}
