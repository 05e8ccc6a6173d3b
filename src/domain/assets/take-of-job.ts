import type { Job } from '../jobs/job.ts';
import { takeIdOf } from '../jobs/request-digest.ts';
import type { AssetId } from '../kernel/ids.ts';
import type { Take } from './take.ts';

/** What is known of a result once its file is stored. */
export interface StoredResult {
  readonly assetId: AssetId;
  /** What the provider charged; null where it did not say: then the price it was asked at stands. */
  readonly costUsdMicros: number | null;
  readonly createdAtMs: number;
}

/** The take that a job's result becomes: the same for the same job and result, so that it is made once. */
export function takeOfJob(job: Job, { assetId, costUsdMicros, createdAtMs }: StoredResult): Take {
  return {
    id: takeIdOf(job.id),
    projectId: job.projectId,
    shotId: job.shotId,
    kind: job.request.kind,
    assetId,
    jobId: job.id,
    requestDigest: job.requestDigest,
    provider: job.provider,
    model: job.request.model,
    seed: job.request.seed,
    costUsdMicros: costUsdMicros ?? job.estimateUsdMicros,
    createdAtMs,
  };
}
