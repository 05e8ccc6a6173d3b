import type { OrderKey } from '../../kernel/order.ts';
import { keysBetween } from '../../kernel/order.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { Block } from '../block.ts';

/** Where a block stands among the blocks of its project, which are in text order. */
export function placeOf(blocks: readonly Block[], blockId: string): number {
  return blocks.findIndex(({ id }) => id === blockId);
}

export function noBlock(what: string): Result<never> {
  return fail('text.no-block', `That paragraph is not there any more. ${what}`);
}

/** Order keys for `count` new blocks right behind the block at `at` (−1: before the first). */
export function keysBehind(blocks: readonly Block[], at: number, count: number): OrderKey[] {
  const before = blocks[at]?.order ?? null;
  // Two devices may have given one key to two blocks: the next higher key is the end of the room.
  const after = blocks.slice(at + 1).find(({ order }) => before === null || order > before)?.order ?? null;
  return keysBetween(before, after, count);
}
