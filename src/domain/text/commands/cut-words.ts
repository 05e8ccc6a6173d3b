import type { BlockId } from '../../kernel/ids.ts';
import { patchOf, type RecordsPatch, removeChange, updateChange } from '../../kernel/patch.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Block } from '../block.ts';
import { insideCharacter } from './split-block.ts';
import { noBlock, placeOf } from './text-rows.ts';

/** A place in the text: before the UTF-16 unit at `offset` of a block. */
export interface TextPoint {
  readonly blockId: BlockId;
  readonly offset: number;
}

/**
 * Takes out the words between two places, as a selection over several blocks is deleted: what is left of the last
 * block joins the first. Where nothing of the first is left, the last keeps its block.
 *
 * Refusals: `text.no-block`, `text.bad-range`.
 */
export function cutWords(
  blocks: readonly Block[],
  { from, to }: { readonly from: TextPoint; readonly to: TextPoint },
): Result<RecordsPatch> {
  const firstAt = placeOf(blocks, from.blockId);
  const lastAt = placeOf(blocks, to.blockId);
  const [first, last] = [blocks[firstAt], blocks[lastAt]];
  if (first === undefined || last === undefined) return noBlock('Nothing was deleted.');
  const misplaced =
    lastAt < firstAt ||
    from.offset > first.text.length ||
    to.offset > last.text.length ||
    (firstAt === lastAt && to.offset < from.offset) ||
    insideCharacter(first.text, from.offset) ||
    insideCharacter(last.text, to.offset);
  if (misplaced) {
    return fail(
      'text.bad-range',
      'These words are not where they were. Nothing was deleted; select them again.',
    );
  }
  const head = first.text.slice(0, from.offset);
  const tail = last.text.slice(to.offset);
  const between = blocks.slice(firstAt + 1, lastAt).map((block) => removeChange('block', block));
  if (first === last) return ok(patchOf([updateChange<Block>('block', first, { text: head + tail })]));
  return ok(
    head === '' && tail !== ''
      ? patchOf([
          removeChange('block', first),
          ...between,
          updateChange<Block>('block', last, { text: tail }),
        ])
      : patchOf([
          updateChange<Block>('block', first, { text: head + tail }),
          ...between,
          removeChange('block', last),
        ]),
  );
}
