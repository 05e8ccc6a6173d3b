import { z } from 'zod';

/** A model for one kind of generation, and who is asked when it cannot be had, in order. */
export const ModelChoice = z.object({
  provider: z.string(),
  model: z.string(),
  /** Fields of the model's own form that hold for the whole project. */
  extra: z.record(z.string(), z.json()).optional(),
  /** What happens while it is down, refuses the key, or is over its rate. Nothing dearer is paid without asking. */
  otherwise: z
    .array(
      z.discriminatedUnion('kind', [
        /** For so long before the next one; five minutes without it. */
        z.object({ kind: z.literal('wait'), minutes: z.number().positive().max(1_440).optional() }),
        z.object({ kind: z.literal('provider'), provider: z.string(), model: z.string() }),
        z.object({ kind: z.literal('animatic') }),
      ]),
    )
    .optional(),
});
export type ModelChoice = z.infer<typeof ModelChoice>;
