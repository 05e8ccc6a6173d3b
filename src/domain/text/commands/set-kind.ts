import type { BlockId } from '../../kernel/ids.ts';
import { emptyPatch, patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Block, BlockKind } from '../block.ts';
import { fieldsOfKind } from './fields-of-kind.ts';
import { noBlock } from './text-rows.ts';

/** Says what a block is. Its words stay. Refusals: `text.no-block`. */
export function setKind(
  blocks: readonly Block[],
  { blockId, kind }: { readonly blockId: BlockId; readonly kind: BlockKind },
): Result<RecordsPatch> {
  const block = blocks.find(({ id }) => id === blockId);
  if (block === undefined) return noBlock('Nothing was changed.');
  if (block.kind === kind) return ok(emptyPatch);
  return ok(patchOf([updateChange<Block>('block', block, fieldsOfKind(kind, block))]));
}
