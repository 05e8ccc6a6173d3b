import { oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * Every row of the contract fails in one way: `FAULT` with the fault's stable code, its sentence as the message.
 * Input that does not fit its schema is `BAD_REQUEST` by the transport, before a handler runs.
 */
export const row = oc.errors({
  FAULT: { data: z.object({ code: z.string(), detail: z.record(z.string(), z.unknown()).optional() }) },
});

/** What an edit answers: where it stands in the history, for an undo button that can say what it takes back. */
export const EditReceipt = z.object({
  label: z.string(),
  /** Records written; 0 when the edit changed nothing. */
  changes: z.int().nonnegative(),
});
