import type { SourceBlock } from '../../scenes/not-filmed.ts';
import type { Coverage, Shot } from '../shot.ts';
import { uncoveredWords } from '../uncovered-words.ts';

/** A shot whose words a person chose: added by hand, or split, merged, or given the words of a deleted one. */
export function isCoveredByHand(shot: Pick<Shot, 'origin' | 'editedFields'>): boolean {
  return shot.origin === 'user' || shot.editedFields.includes('covers');
}

/** The ranges that still lie in the text: of blocks that are there, cut to their length, never empty. */
export function validCovers(
  covers: readonly Coverage[],
  blocks: ReadonlyMap<string, SourceBlock>,
): Coverage[] {
  return covers.flatMap((range) => {
    const block = blocks.get(range.blockId);
    if (block === undefined) return [];
    const end = Math.min(range.end, block.text.length);
    return range.start < end ? [{ ...range, end }] : [];
  });
}

/** Whether shots that a person arranged cover every word of these ranges already. */
export function isFilmedByHand(
  covers: readonly Coverage[],
  byHand: readonly Pick<Shot, 'covers'>[],
  blocks: ReadonlyMap<string, SourceBlock>,
): boolean {
  if (byHand.length === 0) return false;
  return covers.every((range) => {
    const block = blocks.get(range.blockId);
    if (block === undefined) return true;
    return uncoveredWords(block, byHand).every(({ start, end }) => end <= range.start || start >= range.end);
  });
}

/**
 * Gives words that no shot covers any more (a paragraph that was edited under a shot with hand-made covers) to a shot
 * of the same block, so that no word is lost: the one that ends last before them, else the first of the block; for a block
 * without any, to the shot that a fresh breakdown covers it with.
 */
export function closeGaps(
  shots: readonly Shot[],
  filmed: readonly SourceBlock[],
  fresh: readonly Shot[],
): ReadonlyMap<string, Coverage[]> {
  const mended = new Map<string, Coverage[]>();
  const byBlock = new Map<string, Shot[]>();
  for (const shot of shots) {
    for (const { blockId } of shot.covers) byBlock.set(blockId, [...(byBlock.get(blockId) ?? []), shot]);
  }
  const rows = new Map(shots.map((shot) => [shot.id, shot]));
  const heirs = new Map(
    fresh.flatMap(({ id, covers }) => covers.map(({ blockId }) => [blockId as string, id])),
  );
  for (const block of filmed) {
    const heir = rows.get(heirs.get(block.id) ?? ('' as Shot['id']));
    const own = byBlock.get(block.id) ?? (heir === undefined ? [] : [heir]);
    if (!own.some(isCoveredByHand)) continue;
    for (const gap of uncoveredWords(block, own)) {
      const reach = (shot: Shot): number =>
        Math.max(
          ...shot.covers.map(({ blockId, end }) => (blockId === block.id && end <= gap.start ? end : -1)),
        );
      const keeper = own.reduce((best, shot) => (reach(shot) > reach(best) ? shot : best));
      const covers = mended.get(keeper.id) ?? keeper.covers;
      mended.set(keeper.id, joinCovers([...covers, { blockId: block.id, ...gap }]));
    }
  }
  return mended;
}

/** Ranges with neighbours of the same block joined; blocks stay in the order in which they come first. */
export function joinCovers(covers: readonly Coverage[]): Coverage[] {
  const byBlock = new Map<string, Coverage[]>();
  for (const range of covers) byBlock.set(range.blockId, [...(byBlock.get(range.blockId) ?? []), range]);
  return [...byBlock.values()].flatMap((ranges) => {
    const joined: Coverage[] = [];
    for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
      const last = joined.at(-1);
      if (last !== undefined && range.start <= last.end + 1) {
        joined[joined.length - 1] = { ...last, end: Math.max(last.end, range.end) };
      } else joined.push(range);
    }
    return joined;
  });
}
