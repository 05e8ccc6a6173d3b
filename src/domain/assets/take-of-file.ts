import type { ProjectId, ShotId, TakeId } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Asset } from './asset.ts';
import type { Take } from './take.ts';

/** The provider of takes that a person brought. */
export const ownFileProvider = 'own';

/** A file of a person's own as a take: a picture is a still, a video a clip. Refuses `take.not-a-picture`. */
export function takeOfFile(
  asset: Asset,
  as: {
    readonly id: TakeId;
    readonly projectId: ProjectId;
    readonly shotId: ShotId;
    readonly createdAtMs: number;
  },
): Result<Take> {
  if (asset.kind !== 'image' && asset.kind !== 'video') {
    return fail(
      'take.not-a-picture',
      `"${asset.name}" has no picture, so it cannot be a take of a shot. Nothing was changed. Put it on a sound track instead.`,
    );
  }
  return ok({
    ...as,
    sceneId: null,
    castId: null,
    placeId: null,
    fromTakeId: null,
    rating: null,
    discardedAtMs: null,
    kind: asset.kind === 'image' ? 'still' : 'clip',
    assetId: asset.id,
    jobId: null,
    requestDigest: '',
    provider: ownFileProvider,
    model: '',
    seed: 0,
    costUsdMicros: 0,
  });
}
