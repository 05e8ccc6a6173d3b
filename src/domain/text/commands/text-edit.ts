import type { BlockId, ProjectId } from '../../kernel/ids.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import type { Result } from '../../kernel/result.ts';
import type { Block, BlockKind } from '../block.ts';
import { cutWords, type TextPoint } from './cut-words.ts';
import { deleteBlocks } from './delete-blocks.ts';
import { editBlock } from './edit-block.ts';
import { insertBlocks, type NewBlock } from './insert-blocks.ts';
import { mergeBlock } from './merge-block.ts';
import { setKind } from './set-kind.ts';
import { splitBlock } from './split-block.ts';

/**
 * One edit of the text, as data: the studio commits it, and a screen runs it on its own copy of the rows first. New
 * blocks come with their ids, so that both make the same rows.
 */
export type TextEdit =
  | { readonly edit: 'editBlock'; readonly blockId: BlockId; readonly text: string }
  | { readonly edit: 'setKind'; readonly blockId: BlockId; readonly kind: BlockKind }
  | { readonly edit: 'insert'; readonly afterBlockId: BlockId | null; readonly added: readonly NewBlock[] }
  | {
      readonly edit: 'split';
      readonly blockId: BlockId;
      readonly offset: number;
      readonly kind: BlockKind | null;
      readonly id: BlockId;
    }
  | { readonly edit: 'merge'; readonly blockId: BlockId }
  | { readonly edit: 'delete'; readonly blockIds: readonly BlockId[] }
  | { readonly edit: 'cut'; readonly from: TextPoint; readonly to: TextPoint };

/** The patch of an edit. `blocks` in text order; the refusals are those of the single commands. */
export function planTextEdit(
  blocks: readonly Block[],
  projectId: ProjectId,
  edit: TextEdit,
): Result<RecordsPatch> {
  switch (edit.edit) {
    case 'editBlock':
      return editBlock(blocks, edit);
    case 'setKind':
      return setKind(blocks, edit);
    case 'insert':
      return insertBlocks(blocks, projectId, edit);
    case 'split':
      return splitBlock(blocks, edit);
    case 'merge':
      return mergeBlock(blocks, edit);
    case 'delete':
      return deleteBlocks(blocks, edit);
    case 'cut':
      return cutWords(blocks, edit);
  }
}
