import type { BlockId } from '../../kernel/ids.ts';
import { patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Block } from '../block.ts';
import { noBlock } from './text-rows.ts';

/** Replaces the words of a block. Refusals: `text.no-block`. */
export function editBlock(
  blocks: readonly Block[],
  { blockId, text }: { readonly blockId: BlockId; readonly text: string },
): Result<RecordsPatch> {
  const block = blocks.find(({ id }) => id === blockId);
  if (block === undefined) return noBlock('Nothing was changed.');
  return ok(patchOf([updateChange<Block>('block', block, { text })]));
}
