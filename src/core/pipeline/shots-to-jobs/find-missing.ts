import type { Take } from '../../../domain/assets/take.ts';
import type { GenerationRequest } from '../../../domain/jobs/generation-request.ts';
import type { ShotId } from '../../../domain/kernel/ids.ts';
import type { ShotRequests } from './build-requests.ts';
import { requestDigest } from './request-digest.ts';

/** A generation that a shot still needs. */
export interface MissingTake {
  readonly shotId: ShotId;
  readonly request: GenerationRequest;
  readonly requestDigest: string;
}

/** A clip that cannot be frozen before the still that it begins with is made. */
export interface MissingTakes {
  readonly stills: readonly MissingTake[];
  readonly clips: readonly MissingTake[];
  readonly waitingForStill: readonly ShotId[];
}

/**
 * What no take of the shot has: compared by the digest of the request as it would be frozen now. With `fromStill` a
 * clip begins with the shot's current still (image to video); without, stills and clips are asked for side by side.
 */
export function findMissing(
  requests: readonly ShotRequests[],
  takes: readonly Pick<Take, 'shotId' | 'kind' | 'requestDigest' | 'assetId'>[],
  fromStill: boolean,
): MissingTakes {
  const byKey = new Map(takes.map((take) => [`${take.shotId}|${take.kind}|${take.requestDigest}`, take]));
  const stills: MissingTake[] = [];
  const clips: MissingTake[] = [];
  const waitingForStill: ShotId[] = [];
  for (const { shot, still, clip } of requests) {
    const stillDigest = requestDigest(still);
    const stillTake = byKey.get(`${shot.id}|still|${stillDigest}`);
    if (stillTake === undefined) stills.push({ shotId: shot.id, request: still, requestDigest: stillDigest });
    if (fromStill && stillTake === undefined) {
      waitingForStill.push(shot.id);
      continue;
    }
    const request = clip(fromStill ? (stillTake?.assetId ?? null) : null);
    const digest = requestDigest(request);
    if (!byKey.has(`${shot.id}|clip|${digest}`))
      clips.push({ shotId: shot.id, request, requestDigest: digest });
  }
  return { stills, clips, waitingForStill };
}
