import { z } from 'zod';
import { AssetId, CastId, JobId, PlaceId, ProjectId, SceneId, ShotId, TakeId } from '../kernel/ids.ts';
import { GenerationRequest } from './generation-request.ts';

export const JobState = z.enum([
  'draft',
  'queued',
  'sending',
  'submitted',
  'running',
  'fetching',
  'done',
  'failed',
  'cancelling',
  'cancelled',
  'unknown',
  'expired',
]);
export type JobState = z.infer<typeof JobState>;

/** What the provider gave to find a request again. The three addresses are used as they came, never built. */
export const ProviderHandle = z.object({
  requestId: z.string(),
  statusUrl: z.string().nullable(),
  responseUrl: z.string().nullable(),
  cancelUrl: z.string().nullable(),
});
export type ProviderHandle = z.infer<typeof ProviderHandle>;

export const Job = z.object({
  id: JobId,
  projectId: ProjectId,
  /** The device that asked for it, and alone sends it; null in jobs of before devices were told apart: this one's. */
  deviceId: z.string().nullable().default(null),
  /** What it is for: one of the four, or the whole project where all are null. */
  shotId: ShotId.nullable(),
  sceneId: SceneId.nullable().default(null),
  castId: CastId.nullable().default(null),
  placeId: PlaceId.nullable().default(null),
  /** Those that were asked for together; null for one by itself. */
  batchId: z.string().nullable().default(null),
  provider: z.string(),
  request: GenerationRequest,
  requestDigest: z.string(),
  state: JobState,
  handle: ProviderHandle.nullable(),
  /** Price asked for and reserved while the job is open; 0 for a free provider. */
  estimateUsdMicros: z.int().nonnegative(),
  /** The words behind that price: "5 s of video at $0.07 a second"; null for jobs of before it was kept. */
  priceBasis: z.string().nullable().default(null),
  /** When the price was read from the provider; null for one of our own table, and for a free provider. */
  pricedAtMs: z.int().nullable().default(null),
  /** What was charged, once known; null before. */
  costUsdMicros: z.int().nonnegative().nullable(),
  /** Submits begun (with first byte) so far. */
  submits: z.int().nonnegative(),
  /** Failed tries of the current step (submit without a byte sent, poll, fetch); reset when a step succeeds. */
  tries: z.int().nonnegative(),
  /** Not to be touched before this wall time; 0 when due. */
  notBeforeMs: z.int().nonnegative(),
  assetId: AssetId.nullable(),
  takeId: TakeId.nullable(),
  faultCode: z.string().nullable(),
  faultMessage: z.string().nullable(),
  createdAtMs: z.int(),
  /** When the last submit began (its first byte); deadlines count from here. null before. */
  sentAtMs: z.int().nullable(),
  finishedAtMs: z.int().nullable(),
  /** Until when the provider holds the result; null where it does not say. */
  heldUntilMs: z.int().nullable().default(null),
});
export type Job = z.infer<typeof Job>;
