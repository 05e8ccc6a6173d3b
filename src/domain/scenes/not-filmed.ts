import type { Block, BlockKind } from '../text/block.ts';
import { hasWords } from './language/text-range.ts';
import { closesMontage } from './montage.ts';

/** The part of a stored block that the breakdown reads. */
export type SourceBlock = Pick<
  Block,
  'id' | 'kind' | 'text' | 'key' | 'depth' | 'sceneNumber' | 'dual' | 'forced'
>;

/** A person took it out of the film by deleting the only shot of it. A new breakdown respects that. */
export const cutByHand = 'cut by hand';

const reasons: Partial<Record<BlockKind, string>> = {
  'title-page': 'title page',
  section: 'section',
  synopsis: 'synopsis',
  note: 'note',
  boneyard: 'boneyard',
  'page-break': 'page break',
  transition: 'transition',
  break: 'break',
};

/** Why a block is not filmed, or null when it is. The title on the title page is filmed, as the opening title. */
export function notFilmedReason(block: SourceBlock): string | null {
  if (!hasWords(block.text)) return 'empty';
  if (block.kind === 'title-page' && block.key?.trim().toLowerCase() === 'title') return null;
  if (block.kind === 'action' && closesMontage(block.text)) return 'montage mark';
  return reasons[block.kind] ?? null;
}

/** Kinds that a speech of a screenplay is made of. */
export function isSpeechKind(kind: BlockKind): boolean {
  return kind === 'character' || kind === 'parenthetical' || kind === 'dialogue' || kind === 'lyric';
}
