import type { BlockId } from '../../kernel/ids.ts';
import { patchOf, type RecordsPatch, removeChange } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Block } from '../block.ts';
import { noBlock } from './text-rows.ts';

/** Deletes blocks. Those that are gone already are passed over; refused with `text.no-block` when all are. */
export function deleteBlocks(
  blocks: readonly Block[],
  { blockIds }: { readonly blockIds: readonly BlockId[] },
): Result<RecordsPatch> {
  const wanted = new Set<string>(blockIds);
  const found = blocks.filter(({ id }) => wanted.has(id));
  return found.length === 0
    ? noBlock('Nothing was deleted.')
    : ok(patchOf(found.map((block) => removeChange('block', block))));
}
