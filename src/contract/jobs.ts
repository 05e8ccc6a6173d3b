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

export const GenerationEstimate = z.object({
  /** Requests that would be sent: what no current take covers and no open job does. */
  stills: z.int(),
  clips: z.int(),
  costUsdMicros: z.int(),
  /** One line for each model: "36 clips with fal-ai/…, $0.35 each". */
  lines: z.array(z.string()),
});

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

export const jobs = {
  /** The jobs of a project, or of all that are not deleted, ended ones as well. */
  list: row.input(z.object({ projectId: ProjectId.nullable() })).output(z.array(Job)),
  /** What `generate` would ask for now, and its price by the provider's own prices. Sends nothing that costs. */
  estimate: row
    .input(z.object({ projectId: ProjectId, choice: GenerationChoice }))
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
};
