import type { BlockId } from '../../kernel/ids.ts';
import { addChange, patchOf, type RecordsPatch, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Block, BlockKind } from '../block.ts';
import { fieldsOfKind } from './fields-of-kind.ts';
import { keysBehind, noBlock, placeOf } from './text-rows.ts';

/**
 * Cuts a block in two before `offset`. The first part stays what it is; the second is a block of its own with `id`, of
 * `kind` (null: the same). No character is lost: joined again they are the same words.
 *
 * Refusals: `text.no-block`, `text.bad-split` (beyond the end, or inside a character), `text.id-taken`.
 */
export function splitBlock(
  blocks: readonly Block[],
  {
    blockId,
    offset,
    kind,
    id,
  }: {
    readonly blockId: BlockId;
    readonly offset: number;
    readonly kind: BlockKind | null;
    readonly id: BlockId;
  },
): Result<RecordsPatch> {
  const at = placeOf(blocks, blockId);
  const block = blocks[at];
  if (block === undefined) return noBlock('Nothing was cut.');
  if (blocks.some((other) => other.id === id)) {
    return fail('text.id-taken', `There is a paragraph ${id} already. Nothing was cut.`);
  }
  if (offset > block.text.length || insideCharacter(block.text, offset)) {
    return fail('text.bad-split', 'A paragraph is cut between two of its characters. It is unchanged.');
  }
  const second: Block = {
    ...block,
    ...fieldsOfKind(kind ?? block.kind, { ...block, sceneNumber: null }),
    id,
    order: keysBehind(blocks, at, 1)[0] ?? '',
    text: block.text.slice(offset),
  };
  const first = updateChange<Block>('block', block, { text: block.text.slice(0, offset) });
  return ok(patchOf([first, addChange('block', second)]));
}

/** Between the two halves of a surrogate pair. */
export function insideCharacter(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
