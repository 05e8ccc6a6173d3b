import type { EditReceipt } from '../../../contract/base.ts';
import type { ItemId, ProjectId } from '../../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../../domain/kernel/patch.ts';
import { type Result, unwrap } from '../../../domain/kernel/result.ts';
import type { NewId } from '../../../domain/timeline/commands/main-edits.ts';
import type { TimelineIndex } from '../../../domain/timeline/timeline-index.ts';
import { requireProject } from '../../store/require-project.ts';
import type { StudioParts } from '../../studio-parts.ts';
import { commitEdit } from '../commit-edit.ts';

/** What the undo menu says, which may depend on what is edited. Read before the edit. */
export type EditLabel = string | ((index: TimelineIndex) => string);

/**
 * Runs a pure command on the project's open timeline and commits its patch as one undoable edit. Nothing waits between
 * reading and writing, so that two edits at once come one after the other. Throws FaultError: `project.not-found`,
 * the command's refusals, and the store's.
 */
export function editTimeline(
  { store, timelines, ids }: StudioParts,
  projectId: ProjectId,
  label: EditLabel,
  command: (index: TimelineIndex, newId: NewId) => Result<RecordsPatch>,
): EditReceipt {
  const index = timelines.of(unwrap(requireProject(store, projectId)));
  const patch = unwrap(command(index, () => ids.newId()));
  return commitEdit(store, projectId, typeof label === 'string' ? label : label(index), patch);
}

/** "Split clip", "Delete caption": a verb and what the item is. */
export function onItem(verb: string, itemId: ItemId): EditLabel {
  return (index) => `${verb} ${index.items.get(itemId)?.kind ?? 'item'}`;
}

/** "Delete clip" for one, "Delete 3 items" for several. */
export function onItems(verb: string, itemIds: readonly ItemId[]): EditLabel {
  const [only] = itemIds;
  const count = new Set(itemIds).size;
  return count === 1 && only !== undefined ? onItem(verb, only) : `${verb} ${count} items`;
}
