import type { BlockId } from '../../kernel/ids.ts';
import type { Block, BlockContent } from '../block.ts';
import { matchBlocks } from './match-blocks.ts';

export interface SourceRange {
  /** UTF-16 offset in the decoded source. */
  readonly start: number;
  /** End, exclusive. */
  readonly end: number;
}

/**
 * Where stored blocks (in order) stand in a reading of their source: how an editor finds the place of a block in the
 * file. Blocks that the reading does not hold in any form are left out.
 */
export function locateBlocks(
  blocks: readonly Block[],
  reading: readonly BlockContent[],
): ReadonlyMap<BlockId, SourceRange> {
  const places = new Map<BlockId, SourceRange>();
  matchBlocks(blocks, reading).forEach((match, at) => {
    const block = match.how === 'new' ? undefined : blocks[match.oldAt];
    const content = reading[at];
    if (block === undefined || content === undefined) return;
    places.set(block.id, { start: content.sourceStart, end: content.sourceEnd });
  });
  return places;
}
