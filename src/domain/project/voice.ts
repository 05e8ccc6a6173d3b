import { z } from 'zod';

/** A voice of a speech model, by the provider's own name. */
export const Voice = z.object({
  provider: z.string(),
  model: z.string(),
  voice: z.string(),
  /** 1 is the voice's own pace. */
  speed: z.number().min(0.5).max(2),
});
export type Voice = z.infer<typeof Voice>;
