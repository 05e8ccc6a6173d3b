import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { GenerationKind } from '../domain/jobs/generation-request.ts';
import { Job } from '../domain/jobs/job.ts';
import { JobId, ProjectId, ShotId } from '../domain/kernel/ids.ts';
import { Activity } from './activities.ts';
import { row } from './base.ts';

/** Who generates, and with what: the models of stills and clips; null takes the provider's default. */
export const GenerationChoice = z.object({
  provider: z.string().min(1),
  /** Who makes the clips; null: the same who makes the stills. */
  clipProvider: z.string().min(1).max(100).nullable().default(null),
  stillModel: z.string().nullable(),
  clipModel: z.string().nullable(),
  /** Whether drawings carry a slate; null keeps those that are there either way, and new ones have none. */
  slate: z.boolean().nullable(),
  /** Only these shots; null for all of the project. */
  shotIds: z.array(ShotId).max(100_000).nullable().default(null),
  /** Ask anew where a current take is there already: another take with another seed. */
  again: z.boolean().default(false),
  /** `still` stops after the pictures. */
  upTo: z.enum(['still', 'clip']).default('clip'),
  /** A clip that costs money is only asked for where its still was approved. */
  stillsFirst: z.boolean().default(false),
  /** Also what another device has under way, which is then paid twice. Without it that is left out. */
  payAgain: z.boolean().default(false),
});
export type GenerationChoice = z.infer<typeof GenerationChoice>;

/** A provider as a person chooses it. */
export const ProviderInfo = z.object({
  provider: z.string(),
  free: z.boolean(),
  /** False while it needs a key and has none, or one that cannot be used. */
  ready: z.boolean(),
  /** The kinds it makes, each with the model that is used until somebody chooses. */
  defaultModels: z.partialRecord(GenerationKind, z.string()),
  models: z.partialRecord(GenerationKind, z.array(z.string())),
});
export type ProviderInfo = z.infer<typeof ProviderInfo>;

/** The price of one request of a shot, or why it has none. */
export const ShotPrice = z.object({
  shotId: ShotId,
  kind: z.enum(['still', 'clip']),
  provider: z.string(),
  model: z.string(),
  /** null where it could not be priced; then `problem` says why, and it would not be sent. */
  costUsdMicros: z.int().nullable(),
  /** The words behind the price: "5 s of video at $0.07 a second". */
  basis: z.string().nullable(),
  /** When the price was read from the provider; null for one of our own table. */
  pricedAtMs: z.int().nullable(),
  problem: z.string().nullable(),
});
export type ShotPrice = z.infer<typeof ShotPrice>;

/** What another device has under way for a shot: a run leaves it out unless `payAgain` is chosen. */
export const PriceElsewhere = z.object({
  shotId: ShotId,
  kind: z.enum(['still', 'clip']),
  jobId: JobId,
  deviceId: z.string().nullable(),
  /** Since when. */
  askedAtMs: z.int(),
  /** What asking for it here as well would cost; null where it has no price. */
  costUsdMicros: z.int().nullable(),
});
export type PriceElsewhere = z.infer<typeof PriceElsewhere>;

export const GenerationEstimate = z.object({
  /** Requests that would be sent: what no current take covers and no open job does. */
  stills: z.int(),
  clips: z.int(),
  costUsdMicros: z.int(),
  /** One line for each model: "36 clips with fal-ai/…, $0.35 each". */
  lines: z.array(z.string()),
  /** When the oldest of the prices was read from the provider; null where all are of our own table, or free. */
  pricedAtMs: z.int().nullable(),
  /** Requests that could not be priced: they are in no sum, and are not sent. */
  unpriced: z.int(),
  /** Requests like these ended badly before (refused, or perhaps billed): they are in no sum, and a person asks for each by itself. */
  ended: z.int(),
  /** Shot by shot in film order, where that was asked for; empty without it. */
  shots: z.array(ShotPrice),
  /** In no sum. */
  elsewhere: z.array(PriceElsewhere),
});
export type GenerationEstimate = z.infer<typeof GenerationEstimate>;

export const JobCounts = z.object({ done: z.int(), failed: z.int(), unknown: z.int(), open: z.int() });

export const GenerationProgress = z.object({
  counts: JobCounts,
  total: z.int(),
  costUsdMicros: z.int(),
  /** null before three samples. */
  secondsLeft: z.number().nullable(),
  /** Jobs that ended badly since the message before, in words. */
  trouble: z.array(z.string()),
});

/** A finished result that a provider holds for this account. */
export const PaidFinding = z.object({
  provider: z.string(),
  requestId: z.string(),
  model: z.string(),
  kind: GenerationKind.nullable(),
  /** The words that it was asked for with; null where the provider keeps none. */
  prompt: z.string().nullable(),
  finishedAtMs: z.int().nullable(),
  costUsdMicros: z.int().nullable(),
  /** `here`: in the library. `under-way`. `collectable`: a job of ours ended without it. `orphan`: no job of ours knows it. */
  what: z.enum(['here', 'under-way', 'collectable', 'orphan']),
  jobId: JobId.nullable(),
  projectId: ProjectId.nullable(),
  shotId: ShotId.nullable(),
  /** Until when the provider holds it; null where it does not say. */
  heldUntilMs: z.int().nullable(),
});
export type PaidFinding = z.infer<typeof PaidFinding>;

export const PaidSearch = z.object({
  findings: z.array(PaidFinding),
  /** Jobs that were taken up again; their results are being fetched. */
  adopted: z.array(JobId),
  /** Providers that could not be asked, and why. */
  faults: z.array(z.object({ provider: z.string(), message: z.string() })),
});
export type PaidSearch = z.infer<typeof PaidSearch>;

/** The queue of all projects. */
export const QueueState = z.object({
  /** Since when nothing new is sent; null while it runs. What is at a provider goes on either way. */
  pausedSinceMs: z.int().nullable(),
});
export type QueueState = z.infer<typeof QueueState>;

export const jobs = {
  /** The jobs of a project, or of all that are not deleted, ended ones as well. */
  list: row.input(z.object({ projectId: ProjectId.nullable() })).output(z.array(Job)),
  /** What `generate` would ask for now, and its price by the provider's own prices. Sends nothing that costs. */
  estimate: row
    .input(
      z.object({
        projectId: ProjectId,
        choice: GenerationChoice,
        /** Also the price of each shot. */
        perShot: z.boolean().default(false),
      }),
    )
    .output(GenerationEstimate),
  /**
   * Generates what is missing, stills first, then the clips that begin with them. Ends when nothing is open. Each
   * submit reserves its price under `maxCostUsdMicros` (all of the project's spend counts); null sets no limit, and is for the host to allow.
   */
  generate: row
    .input(
      z.object({
        projectId: ProjectId,
        choice: GenerationChoice,
        maxCostUsdMicros: z.int().nonnegative().nullable(),
      }),
    )
    .output(eventIterator(GenerationProgress, GenerationProgress)),
  /**
   * The same as an activity that the studio keeps running by itself. Each submit reserves its price under the project's
   * budget and `maxCostUsdMicros`; where something costs money and neither is set it is refused with `money.no-cap`.
   */
  start: row
    .input(
      z.object({
        projectId: ProjectId,
        choice: GenerationChoice,
        maxCostUsdMicros: z.int().nonnegative().nullable(),
        /** The window asks for it, no person does: that it ended well is not announced, and it is not taken up after a restart. */
        unasked: z.boolean().default(false),
      }),
    )
    .output(Activity),
  /** Who can generate here, the free animatic included. */
  providers: row.output(z.array(ProviderInfo)),
  /** Takes a job back as far as it still can be. A paid result that is ready is kept. */
  cancel: row.input(z.object({ jobId: JobId })).output(Job),
  /** A person asks for an ended job again. A result that the provider may hold is fetched; else it may be billed once more. */
  retry: row.input(z.object({ jobId: JobId })).output(Job),
  queue: row.output(QueueState),
  /** Nothing new is sent from now on, for no project, also after a restart. */
  pause: row.output(QueueState),
  resume: row.output(QueueState),
  /**
   * Asks every provider for the finished results that it holds; free of charge. With `adopt`, jobs of ours that ended without
   * theirs get it. `sinceMs` null looks thirty days back.
   */
  findPaid: row
    .input(z.object({ sinceMs: z.int().nonnegative().nullable(), adopt: z.boolean() }))
    .output(PaidSearch),
  /** Brings in a result that no job knows: as a take of the shot, or of the project. */
  adoptOrphan: row
    .input(
      z.object({
        provider: z.string().min(1).max(100),
        requestId: z.string().min(1).max(500),
        projectId: ProjectId,
        shotId: ShotId.nullable(),
      }),
    )
    .output(Job),
};
