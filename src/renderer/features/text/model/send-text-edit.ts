import type { EditReceipt } from '../../../../contract/base.ts';
import type { StudioClient } from '../../../../contract/contract.ts';
import type { ProjectId } from '../../../../domain/kernel/ids.ts';
import type { TextEdit } from '../../../../domain/text/commands/text-edit.ts';

/** Calls the row of the contract that does an edit. */
export function sendTextEdit(
  { text }: Pick<StudioClient, 'text'>,
  projectId: ProjectId,
  edit: TextEdit,
): Promise<EditReceipt> {
  switch (edit.edit) {
    case 'editBlock':
      return text.editBlock({ projectId, blockId: edit.blockId, text: edit.text });
    case 'setKind':
      return text.setKind({ projectId, blockId: edit.blockId, kind: edit.kind });
    case 'insert': {
      const blocks = edit.added.map(({ id, kind, text }) => ({ newId: id, kind, text }));
      const [only] = blocks;
      return only !== undefined && blocks.length === 1
        ? text.insert({ projectId, afterBlockId: edit.afterBlockId, ...only })
        : text.insertMany({ projectId, afterBlockId: edit.afterBlockId, blocks });
    }
    case 'split': {
      const { blockId, offset, kind, id } = edit;
      return text.split({ projectId, blockId, offset, kind, newId: id });
    }
    case 'merge':
      return text.merge({ projectId, blockId: edit.blockId });
    case 'delete':
      return text.delete({ projectId, blockIds: [...edit.blockIds] });
    case 'cut':
      return text.cut({ projectId, from: edit.from, to: edit.to });
  }
}
