import type { EditReceipt } from '../../../contract/base.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { patchOf } from '../../../domain/kernel/patch.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { followText } from '../../../domain/shots/commands/follow-text.ts';
import { planTextEdit, type TextEdit } from '../../../domain/text/commands/text-edit.ts';
import { requireProject } from '../../store/require-project.ts';
import type { StudioParts } from '../../studio-parts.ts';
import { commitEdit } from '../commit-edit.ts';

/**
 * Commits an edit of the text with what it does to the coverage of shots, as one undoable edit. Throws FaultError:
 * `project.not-found`, the refusals of the command, and the store's.
 */
export function commitTextEdit(
  { store }: Pick<StudioParts, 'store'>,
  projectId: ProjectId,
  label: string,
  edit: TextEdit,
): EditReceipt {
  unwrap(requireProject(store, projectId));
  const blocks = store.rows('block', projectId);
  const text = unwrap(planTextEdit(blocks, projectId, edit));
  if (text.changes.length === 0) return commitEdit(store, projectId, label, text);
  const shots = followText(store.rows('shot', projectId), blocks, edit);
  return commitEdit(store, projectId, label, patchOf([...text.changes, ...shots.changes]));
}
