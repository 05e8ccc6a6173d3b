import { z } from 'zod';
import { AssetId, CastId, JobId, PlaceId, ProjectId, SceneId, ShotId, TakeId } from '../kernel/ids.ts';

export const TakeKind = z.enum(['still', 'clip', 'speech', 'music', 'effect']);
export type TakeKind = z.infer<typeof TakeKind>;

/**
 * One result, with what made it: of a shot (picture, clip, its spoken line), a scene (music, effects), or a member of the cast or
 * a place (reference pictures). Takes are never overwritten; choosing is a field of what they are for.
 */
export const Take = z.object({
  id: TakeId,
  projectId: ProjectId,
  shotId: ShotId.nullable(),
  sceneId: SceneId.nullable().default(null),
  castId: CastId.nullable().default(null),
  placeId: PlaceId.nullable().default(null),
  kind: TakeKind,
  assetId: AssetId,
  /** The job that made it, which holds the frozen request; null for a file that a person brought. */
  jobId: JobId.nullable(),
  /** The take that this one was made from: enlarged, carried on or retaken in part. */
  fromTakeId: TakeId.nullable().default(null),
  /** Digest of the frozen request; a shot is up to date when its chosen take's digest is that of its request now. */
  requestDigest: z.string(),
  provider: z.string(),
  model: z.string(),
  seed: z.int().nonnegative(),
  costUsdMicros: z.int().nonnegative(),
  createdAtMs: z.int(),
  /** 1 to 5; null while nobody said. */
  rating: z.int().min(1).max(5).nullable().default(null),
  /** When a person put it away; it can be brought back until its file is cleared. null while it is not. */
  discardedAtMs: z.int().nullable().default(null),
});
export type Take = z.infer<typeof Take>;
