import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ProjectId } from '../domain/kernel/ids.ts';
import { entityNames } from '../domain/kernel/patch.ts';

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
  /** The records that the edit made, for the caller to select or to edit next. */
  added: z.array(z.object({ entity: z.enum(entityNames), id: z.string() })),
});
export type EditReceipt = z.infer<typeof EditReceipt>;

/** A row that edits a project: what `shape` says and the project's id, nothing else. One undoable edit. */
export function editRow<Shape extends z.core.$ZodShape>(shape: Shape) {
  return row.input(z.strictObject({ projectId: ProjectId, ...shape })).output(EditReceipt);
}
