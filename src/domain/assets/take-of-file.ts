import type { ProjectId, ShotId, TakeId } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Asset } from './asset.ts';
import type { Take } from './take.ts';

/** The provider of takes that a person brought. */
export const ownFileProvider = 'own';

const kinds = { image: 'still', video: 'clip', audio: 'speech' } as const;

/** A file of a person's own as a take: a picture is a still, a video a clip, a recording its line. Refuses `take.not-a-medium`. */
export function takeOfFile(
  asset: Asset,
  as: {
    readonly id: TakeId;
    readonly projectId: ProjectId;
    readonly shotId: ShotId;
    readonly createdAtMs: number;
  },
): Result<Take> {
  if (asset.kind === 'text') {
    return fail(
      'take.not-a-medium',
      `"${asset.name}" has no picture and no sound, so it cannot be a take of a shot. Nothing was changed.`,
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
    kind: kinds[asset.kind],
    assetId: asset.id,
    jobId: null,
    requestDigest: '',
    provider: ownFileProvider,
    model: '',
    seed: 0,
    costUsdMicros: 0,
  });
}
