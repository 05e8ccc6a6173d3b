import type { CastMember } from '../cast/cast-member.ts';
import { animaticModels, buildShotRequests } from '../jobs/build-requests.ts';
import { requestDigest } from '../jobs/request-digest.ts';
import type { AssetId } from '../kernel/ids.ts';
import type { Project } from '../project/project.ts';
import type { Shot } from '../shots/shot.ts';
import type { Take } from './take.ts';

/** What a take's request would be frozen from today, beside the shot itself. */
export interface CurrencySource {
  readonly project: Project;
  readonly cast: readonly CastMember[];
  /** Whether drawings carry a slate; null where one with and one without is equally good. */
  readonly slate: boolean | null;
}

/**
 * Whether a take is what its shot would ask the same maker for now: same model, same seed, same words. A file that a person
 * brought has no request, so it is never outdated. A clip is also outdated when it begins with another picture than
 * `stillAssetId`, but for the animatic, which draws from the words alone.
 */
export function isCurrentTake(
  take: Take,
  shot: Shot,
  stillAssetId: AssetId | null,
  source: CurrencySource,
): boolean {
  if (take.jobId === null) return true;
  const drawn = take.provider === animaticModels.provider;
  const isAsked = (slate: boolean): boolean => {
    const models = { provider: take.provider, stillModel: take.model, clipModel: take.model, slate };
    const requests = buildShotRequests(source, models, shot, undefined);
    const request = take.kind === 'still' ? requests.still : requests.clip(drawn ? null : stillAssetId);
    return requestDigest({ ...request, seed: take.seed }) === take.requestDigest;
  };
  if (!drawn) return isAsked(false);
  return source.slate === null ? isAsked(false) || isAsked(true) : isAsked(source.slate);
}
