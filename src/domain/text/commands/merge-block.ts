import type { BlockId } from '../../kernel/ids.ts';
import { patchOf, type RecordsPatch, removeChange, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Block } from '../block.ts';
import { noBlock, placeOf } from './text-rows.ts';

/**
 * Joins a block to the one before it, which stays what it is. Where one of the two is empty that one goes, so that
 * words keep their block and with it their shots.
 *
 * Refusals: `text.no-block`, `text.nothing-before`.
 */
export function mergeBlock(
  blocks: readonly Block[],
  { blockId }: { readonly blockId: BlockId },
): Result<RecordsPatch> {
  const at = placeOf(blocks, blockId);
  const second = blocks[at];
  if (second === undefined) return noBlock('Nothing was joined.');
  const first = blocks[at - 1];
  if (first === undefined) {
    return fail(
      'text.nothing-before',
      'There is no paragraph before this one to join it to. Nothing was changed.',
    );
  }
  if (first.text === '') return ok(patchOf([removeChange('block', first)]));
  return ok(
    patchOf([
      updateChange<Block>('block', first, { text: first.text + second.text }),
      removeChange('block', second),
    ]),
  );
}
