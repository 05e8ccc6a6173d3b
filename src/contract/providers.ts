import { z } from 'zod';
import { row } from './base.ts';

export const AnswerTimes = z.object({
  count: z.int(),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
});

/** A provider in the last hour, as this studio saw it since it was started. Nothing of it is kept. */
export const ProviderHealth = z.object({
  provider: z.string(),
  free: z.boolean(),
  /** `unasked`: nothing was asked in the last hour. */
  reach: z.enum(['up', 'slow', 'down', 'unasked']),
  /** `open`: nothing is sent to it until a probe is answered. */
  breaker: z.enum(['closed', 'open', 'half-open']),
  /** Nothing is sent before this time; null when it may be. */
  pausedUntilMs: z.number().nullable(),
  /** What it waits for until then: `reach` a probe, `pause` what the provider asked for, `rate` its own limit. */
  waitsFor: z.enum(['reach', 'pause', 'rate']).nullable(),
  asked: z.int(),
  failed: z.int(),
  /** failed / asked; null while nothing was asked. */
  errorRate: z.number().nullable(),
  /** Of what is answered at once: polls, look-ups, cancels, checks. */
  answers: AnswerTimes,
  /** From the first byte of a submit to its answer. */
  submits: AnswerTimes,
  lastGoodAtMs: z.number().nullable(),
  lastFailure: z.object({ atMs: z.number(), code: z.string(), message: z.string() }).nullable(),
  /** The last check, asked for or of itself. */
  lastCheck: z.object({ atMs: z.number(), ok: z.boolean(), answeredInMs: z.number().nullable() }).nullable(),
  /** Whether it can be checked free of charge. */
  checkable: z.boolean(),
  atProvider: z.int(),
  queued: z.int(),
  maxConcurrent: z.int(),
  mostPerMinute: z.int().nullable(),
});
export type ProviderHealth = z.infer<typeof ProviderHealth>;

export const providers = {
  health: row.output(z.array(ProviderHealth)),
  /** Asks it now whether it answers; free of charge. What it is without such a question is answered as it is known. */
  /**
   * How many requests may be open at a provider at once; null takes what is usual for it. Holds from the next submit on: an
   * account that is granted more gets its work done sooner. `providers.at-once` for a number beyond a hundred.
   */
  setAtOnce: row
    .input(z.object({ provider: z.string().min(1).max(100), requests: z.int().min(1).max(100).nullable() }))
    .output(z.array(ProviderHealth)),
  check: row.input(z.object({ provider: z.string().min(1).max(100) })).output(ProviderHealth),
};
