import type { CastMember } from '../cast/cast-member.ts';
import type { Place } from '../cast/place.ts';
import { animaticModels, buildShotRequests, referencesOf } from '../jobs/build-requests.ts';
import type { GenerationRequest, PictureRequest } from '../jobs/generation-request.ts';
import { requestDigest } from '../jobs/request-digest.ts';
import type { AssetId, JobId, TakeId } from '../kernel/ids.ts';
import { extraOf } from '../project/extra-of.ts';
import type { Project } from '../project/project.ts';
import type { Shot } from '../shots/shot.ts';
import type { Take } from './take.ts';

/** What a take's request would be frozen from today, beside the shot itself. */
export interface CurrencySource {
  readonly project: Project;
  readonly cast: readonly CastMember[];
  readonly places: readonly Place[];
  /** How many reference pictures a model looks at; null where that is not known here: then any number of them is as good. */
  readonly mostReferences?: (provider: string, model: string) => number | null;
  /** The take of an id; null for one that is not there any more. */
  readonly takeOf?: (id: TakeId) => Take | null;
  /** What a job asked for; null for one that is not there any more. */
  readonly requestOf?: (jobId: JobId) => Pick<GenerationRequest, 'kind'> | null;
  /** Smaller versions of the still: a clip that begins with one of them begins with the same picture. See {@link withSmallerStills}. */
  readonly smallerStills?: readonly AssetId[];
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
  // Enlarged, carried on or retaken in part: as good as what it was made from. One in other words also stands for itself.
  if (take.fromTakeId !== null) {
    const from = source.takeOf?.(take.fromTakeId) ?? null;
    if (from === null || isCurrentTake(from, shot, stillAssetId, source)) return true;
  }
  const drawn = take.provider === animaticModels.provider;
  const isAskedWith = (slate: boolean, mostReferences: number): boolean => {
    const { provider, model } = take;
    const extra = extraOf(source.project, take.kind, provider, model);
    const models = {
      ...{ provider, stillModel: model, clipModel: model, slate, mostReferences },
      ...(extra === undefined ? {} : { stillExtra: extra, clipExtra: extra }),
    };
    const requests = buildShotRequests(source, models, shot, undefined);
    const isFrozen = (request: PictureRequest): boolean =>
      requestDigest({ ...request, seed: take.seed }) === take.requestDigest;
    if (take.kind === 'still') return isFrozen(requests.still);
    if (drawn) return isFrozen(requests.clip(null));
    return [stillAssetId, ...(source.smallerStills ?? [])].some((start) => isFrozen(requests.clip(start)));
  };
  const isAsked = (slate: boolean): boolean => isAskedWith(slate, 0);
  if (drawn) return source.slate === null ? isAsked(false) || isAsked(true) : isAsked(source.slate);
  const known = source.mostReferences?.(take.provider, take.model) ?? null;
  if (known !== null) return isAskedWith(false, known);
  const most = referencesOf(shot, source).length;
  return Array.from({ length: most + 1 }, (_, i) => most - i).some((count) => isAskedWith(false, count));
}

/** The source for a clip of a shot that shows this still: one that was made larger is the same picture as before. */
export function withSmallerStills(source: CurrencySource, still: Take | null): CurrencySource {
  const smaller: AssetId[] = [];
  let take = still;
  while (take !== null && take.fromTakeId !== null && take.jobId !== null) {
    if (source.requestOf?.(take.jobId)?.kind !== 'upscaled-still') break;
    take = source.takeOf?.(take.fromTakeId) ?? null;
    if (take === null || smaller.includes(take.assetId)) break;
    smaller.push(take.assetId);
  }
  return smaller.length === 0 ? source : { ...source, smallerStills: smaller };
}
