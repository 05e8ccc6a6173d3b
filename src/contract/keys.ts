import { z } from 'zod';
import { row } from './base.ts';

/** How a key is kept: in the system's secret store, in memory until the studio ends, in a file only its owner reads, in the environment. */
export const KeyKept = z.enum(['system', 'session', 'file', 'environment']);
export type KeyKept = z.infer<typeof KeyKept>;

/** A provider's key as a person may know of it. The key itself never comes back over the contract. */
export const KeyStatus = z.object({
  provider: z.string(),
  set: z.boolean(),
  /** null while none is set. */
  kept: KeyKept.nullable(),
  /** Where a key that is set now would be kept. */
  wouldBeKept: KeyKept,
  /** Whether a file would hold it if the person agrees; false where the system's store does. */
  mayUseFile: z.boolean(),
});
export type KeyStatus = z.infer<typeof KeyStatus>;

export const keys = {
  list: row.output(z.array(KeyStatus)),
  /** `consentToFile` lets it be written to a file (mode 0600) where the system has no secret store. */
  set: row
    .input(
      z.object({
        provider: z.string().min(1).max(100),
        key: z.string().trim().min(1).max(10_000),
        consentToFile: z.boolean(),
      }),
    )
    .output(KeyStatus),
  remove: row.input(z.object({ provider: z.string().min(1).max(100) })).output(KeyStatus),
  /** Asks the provider something that is free. A fault says why the key does not work. */
  test: row
    .input(z.object({ provider: z.string().min(1).max(100) }))
    .output(z.object({ message: z.string() })),
};
