import { z } from 'zod';
import { GenerationKind } from '../domain/jobs/generation-request.ts';
import { JobState } from '../domain/jobs/job.ts';
import { queueGroups } from '../domain/jobs/queue-group.ts';
import { AssetId, CastId, JobId, PlaceId, ProjectId, SceneId, ShotId } from '../domain/kernel/ids.ts';
import { row } from './base.ts';

export const QueueGroup = z.enum(queueGroups);

/** Which jobs; those of all projects and providers where nothing is named. */
export const QueueFilter = z.object({
  projectId: ProjectId.nullable().default(null),
  provider: z.string().max(200).nullable().default(null),
  /** Those that were asked for together. */
  batchId: z.string().max(200).nullable().default(null),
});
export type QueueFilter = z.infer<typeof QueueFilter>;

const Groups = z.array(QueueGroup).min(1).max(queueGroups.length);

/** Some jobs by name, or all of a part of the queue. */
export const QueueChoice = z.union([
  z.object({ jobIds: z.array(JobId).min(1).max(1_000) }),
  z.object({ filter: QueueFilter, groups: Groups }),
]);
export type QueueChoice = z.infer<typeof QueueChoice>;

/** One job as a queue shows it: without its frozen request. */
export const QueueRow = z.object({
  jobId: JobId,
  projectId: ProjectId,
  shotId: ShotId.nullable(),
  sceneId: SceneId.nullable(),
  castId: CastId.nullable(),
  placeId: PlaceId.nullable(),
  batchId: z.string().nullable(),
  group: QueueGroup,
  state: JobState,
  kind: GenerationKind,
  provider: z.string(),
  model: z.string(),
  /** "3A", as it was numbered when it was asked for; null for what is of no shot. */
  shotNumber: z.string().nullable(),
  /** The beginning of the words that it was asked for with; empty where there are none. */
  words: z.string(),
  estimateUsdMicros: z.int(),
  costUsdMicros: z.int().nullable(),
  priceBasis: z.string().nullable(),
  pricedAtMs: z.int().nullable(),
  createdAtMs: z.int(),
  sentAtMs: z.int().nullable(),
  finishedAtMs: z.int().nullable(),
  /** Not to be sent before this time; 0 when it may be. */
  notBeforeMs: z.int(),
  heldUntilMs: z.int().nullable(),
  tries: z.int(),
  faultCode: z.string().nullable(),
  faultMessage: z.string().nullable(),
  assetId: AssetId.nullable(),
  /** 0…1 and the place in the provider's queue, where it tells. */
  progress: z.number().nullable(),
  position: z.number().nullable(),
  /** Another device asked for it, and alone sends it and takes it back. */
  elsewhere: z.boolean(),
  /** What a person can do: take it back, ask for it again, have it looked for free of charge, put it aside. */
  may: z.array(z.enum(['cancel', 'again', 'collect', 'drop'])),
});
export type QueueRow = z.infer<typeof QueueRow>;

export const QueueCounts = z.record(QueueGroup, z.int());
export type QueueCounts = z.infer<typeof QueueCounts>;

/** A provider as far as the queue waits for it. */
export const QueueLane = z.object({
  provider: z.string(),
  free: z.boolean(),
  reach: z.enum(['up', 'slow', 'down', 'unasked']),
  /** Nothing is sent before this time; null when it may be. */
  pausedUntilMs: z.number().nullable(),
  /** What it waits for until then: `reach` a probe, `pause` what the provider asked for, `rate` its own limit. */
  waitsFor: z.enum(['reach', 'pause', 'rate']).nullable(),
  atProvider: z.int(),
  maxConcurrent: z.int(),
  queued: z.int(),
  mostPerMinute: z.int().nullable(),
  /** How long a request usually takes there, by the newest that were made; null before three. */
  usualMs: z.number().nullable(),
});
export type QueueLane = z.infer<typeof QueueLane>;

export const QueueSummary = z.object({
  counts: QueueCounts,
  /** Begun and not settled, and what waits at the price it was approved at. */
  reservedUsdMicros: z.int(),
  waitingUsdMicros: z.int(),
  /** Until what runs and waits is done, at the pace so far; null before it can be told, and while the queue is paused. */
  secondsLeft: z.number().nullable(),
  pausedSinceMs: z.int().nullable(),
  lanes: z.array(QueueLane),
});
export type QueueSummary = z.infer<typeof QueueSummary>;

/**
 * What asking for a job again means. `collect`: the provider may hold its result, which is fetched free of charge. `send`:
 * nothing was charged for it, and it is sent at its price. `bill-again`: the earlier try was or may have been billed, and
 * this one is billed once more. `cannot`: `problem` says why.
 */
export const AgainLine = z.object({
  jobId: JobId,
  how: z.enum(['collect', 'send', 'bill-again', 'cannot']),
  /** 0 where it is free; null where it cannot be priced. */
  costUsdMicros: z.int().nullable(),
  /** What it was approved at before. */
  approvedUsdMicros: z.int(),
  basis: z.string().nullable(),
  pricedAtMs: z.int().nullable(),
  problem: z.string().nullable(),
});
export type AgainLine = z.infer<typeof AgainLine>;

/** The queue of all projects, for a screen that stays quick with ten thousand jobs in it. `studio.watch` says when to look again. */
export const queue = {
  /** A window of the groups, one after the other in the order asked for: what is open oldest first, what ended newest first. */
  rows: row
    .input(
      z.object({
        filter: QueueFilter,
        groups: Groups,
        offset: z.int().nonnegative(),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(z.object({ total: z.int(), rows: z.array(QueueRow) })),
  summary: row.input(z.object({ filter: QueueFilter })).output(QueueSummary),
  /** Takes back what still can be. `told` are at a provider, whose answer decides; `kept` could not be taken back. */
  cancel: row
    .input(z.object({ which: QueueChoice }))
    .output(z.object({ cancelled: z.int(), told: z.int(), kept: z.int() })),
  /** What asking again for these would mean and cost now, by the provider's own prices. Sends nothing that costs. */
  priceAgain: row.input(z.object({ which: QueueChoice })).output(z.array(AgainLine)),
  /** A person's consent to each of these at its price. What costs more by then is not sent. */
  sendAgain: row
    .input(
      z.object({
        asks: z
          .array(
            z.object({
              jobId: JobId,
              costUsdMicros: z.int().nonnegative(),
              basis: z.string().max(500).nullable().default(null),
              pricedAtMs: z.int().nullable().default(null),
            }),
          )
          .min(1)
          .max(1_000),
      }),
    )
    .output(
      z.object({
        again: z.int(),
        refused: z.array(z.object({ jobId: JobId, message: z.string() })),
      }),
    ),
  /** Puts aside what waits for a person; the price of one that may have been billed counts as spent. */
  drop: row.input(z.object({ which: QueueChoice })).output(z.object({ dropped: z.int(), kept: z.int() })),
};
