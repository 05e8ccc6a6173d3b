import type { EditReceipt } from '../../contract/base.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { Store } from '../store/store.ts';

/** Commits a person's edit and answers with its receipt. An empty patch is no edit and joins no history. Throws FaultError. */
export function commitEdit(
  store: Store,
  projectId: ProjectId,
  label: string,
  patch: RecordsPatch,
): EditReceipt {
  if (patch.changes.length > 0) unwrap(store.commit(patch, { projectId, label, undoable: true }));
  return receiptOf(label, patch);
}

/** What an edit answers, for a patch that is committed. */
export function receiptOf(label: string, { changes }: RecordsPatch): EditReceipt {
  const added = changes.flatMap((change) =>
    change.kind === 'add' ? [{ entity: change.entity, id: change.row.id }] : [],
  );
  return { label, changes: changes.length, added };
}
