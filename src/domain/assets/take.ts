import { z } from 'zod';
import { AssetId, JobId, ProjectId, ShotId, TakeId } from '../kernel/ids.ts';

/** One result for a shot, with what made it. Takes are never overwritten; choosing is a field of the shot. */
export const Take = z.object({
  id: TakeId,
  projectId: ProjectId,
  shotId: ShotId,
  kind: z.enum(['still', 'clip']),
  assetId: AssetId,
  /** The job that made it; null for a file that a person brought. */
  jobId: JobId.nullable(),
  /** Digest of the frozen request; a shot is up to date when its chosen take's digest is that of its request now. */
  requestDigest: z.string(),
  provider: z.string(),
  model: z.string(),
  seed: z.int().nonnegative(),
  costUsdMicros: z.int().nonnegative(),
  createdAtMs: z.int(),
});
export type Take = z.infer<typeof Take>;
