import { isSpeech } from '../commands/fields-of-kind.ts';
import { readTitlePage } from '../fountain/read-title-page.ts';
import { printScreenplayBlock } from './print-screenplay-block.ts';
import type { PrintedBlock } from './printed-block.ts';

/**
 * Fountain (fountain.io/syntax). A kind that its words would not show by themselves is forced with a mark; lines of a
 * speech follow each other, everything else stands between blank lines.
 */
export function printFountain(blocks: readonly PrintedBlock[]): string {
  const out: string[] = [];
  const firstBody = blocks.findIndex(({ kind }) => kind !== 'title-page');
  const titlePage = blocks.slice(0, firstBody === -1 ? blocks.length : firstBody);
  for (const { key, text } of titlePage) out.push(`${key ?? 'Title'}: ${text.split('\n').join('\n    ')}`);
  if (out.length > 0) out.push('');
  let inSpeech = false;
  blocks.slice(titlePage.length).forEach((block, at, rest) => {
    const next = rest[at + 1];
    const aside = block.kind === 'note' || block.kind === 'boneyard';
    // Lyrics right below each other would be one block.
    const secondVerse = block.kind === 'lyric' && rest[at - 1]?.kind === 'lyric';
    const spoken = inSpeech && block.kind !== 'character' && isSpeech(block.kind) && !secondVerse;
    // A note inside a speech stands in it; one behind it stands alone.
    const between =
      inSpeech && aside && next !== undefined && next.kind !== 'character' && isSpeech(next.kind);
    if (!spoken && !between && out.length > 0 && out.at(-1) !== '') out.push('');
    const speechBelow = next !== undefined && next.kind !== 'character' && isSpeech(next.kind);
    out.push(...printScreenplayBlock(block, { inSpeech: spoken, speechBelow }));
    inSpeech = spoken || between || (block.kind === 'character' && block.text !== '');
  });
  const printed = out.join('\n');
  // "Mara: a life" on the first line is action, and would be read as a title page.
  const guarded = titlePage.length === 0 && readTitlePage(printed, 0) !== null ? `!${printed}` : printed;
  return guarded === '' ? '' : `${guarded}\n`;
}
