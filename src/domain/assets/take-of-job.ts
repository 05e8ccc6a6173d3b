import type { GenerationKind } from '../jobs/generation-request.ts';
import type { Job } from '../jobs/job.ts';
import { takeIdOf } from '../jobs/request-digest.ts';
import { isPictureRequest } from '../jobs/request-kinds.ts';
import type { AssetId, TakeId } from '../kernel/ids.ts';
import type { Take, TakeKind } from './take.ts';

/** What is known of a result once its file is stored. */
export interface StoredResult {
  readonly assetId: AssetId;
  /** What the provider charged; null where it did not say: then the price it was asked at stands. */
  readonly costUsdMicros: number | null;
  readonly createdAtMs: number;
  /** The take that it was made from, where it was. */
  readonly fromTakeId?: TakeId | null;
}

/** What becomes of a result: a take of this kind, or null where it is read and not shown (a transcript, a reading). */
export function takeKindOf(kind: GenerationKind): TakeKind | null {
  switch (kind) {
    case 'still':
    case 'upscaled-still':
      return 'still';
    case 'clip':
    case 'upscaled-clip':
      return 'clip';
    case 'speech':
    case 'music':
    case 'effect':
      return kind;
    case 'transcript':
    case 'reading':
      return null;
  }
}

/** What a take is up to date for: its own request, or that of the shot which it is another wording of. */
function standsFor({ request, requestDigest }: Job): string {
  return (isPictureRequest(request) ? request.reworded?.standsFor : undefined) ?? requestDigest;
}

/** The take that a job's result becomes: the same for the same job and result, so that it is made once. */
export function takeOfJob(
  job: Job,
  kind: TakeKind,
  { assetId, costUsdMicros, createdAtMs, fromTakeId = null }: StoredResult,
): Take {
  return {
    id: takeIdOf(job.id),
    projectId: job.projectId,
    shotId: job.shotId,
    sceneId: job.sceneId,
    castId: job.castId,
    placeId: job.placeId,
    kind,
    assetId,
    jobId: job.id,
    fromTakeId,
    requestDigest: standsFor(job),
    provider: job.provider,
    model: job.request.model,
    seed: job.request.seed,
    costUsdMicros: costUsdMicros ?? job.estimateUsdMicros,
    createdAtMs,
    rating: null,
    discardedAtMs: null,
  };
}
