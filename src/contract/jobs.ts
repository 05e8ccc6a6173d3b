import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Job } from '../domain/jobs/job.ts';
import { JobId, ProjectId } from '../domain/kernel/ids.ts';
import { row } from './base.ts';

/** Who generates, and with what: the models of stills and clips; null takes the provider's default. */
export const GenerationChoice = z.object({
  provider: z.string().min(1),
  stillModel: z.string().nullable(),
  clipModel: z.string().nullable(),
  slate: z.boolean(),
});

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
  list: row.input(z.object({ projectId: ProjectId.nullable() })).output(z.array(Job)),
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
  cancel: row.input(z.object({ jobId: JobId })).output(Job),
  retry: row.input(z.object({ jobId: JobId })).output(Job),
};
