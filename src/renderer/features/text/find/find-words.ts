import type { BlockId } from '../../../../domain/kernel/ids.ts';
import type { Block } from '../../../../domain/text/block.ts';

export interface Hit {
  readonly blockId: BlockId;
  readonly start: number;
  readonly end: number;
}

/** Where words stand in a text, from top to bottom, in any case; none for empty words. */
export function findWords(blocks: readonly Pick<Block, 'id' | 'text'>[], words: string): readonly Hit[] {
  if (words.trim() === '') return [];
  const pattern = new RegExp(
    words
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s+/g, '\\s+'),
    'giu',
  );
  return blocks.flatMap(({ id, text }) =>
    [...text.matchAll(pattern)].map((match) => ({
      blockId: id,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
