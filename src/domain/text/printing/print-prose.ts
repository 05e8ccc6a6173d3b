import { chapterRank } from '../plain/chapter-line.ts';
import type { PrintedBlock } from './printed-block.ts';

/** Plain prose: paragraphs on one line each between blank lines, chapters that do not look like one underlined. */
export function printProse(blocks: readonly PrintedBlock[]): string {
  return blocks.length === 0 ? '' : `${blocks.map(printBlock).join('\n\n')}\n`;
}

function printBlock({ kind, text }: PrintedBlock): string {
  switch (kind) {
    case 'break':
    case 'page-break':
      return '* * *';
    case 'chapter':
    case 'section':
      return chapterRank(text, true) === null && text !== '' ? `${text}\n===` : text;
    case 'note':
      return `[[${text}]]`;
    case 'boneyard':
      return `/* ${text} */`;
    default:
      return text;
  }
}
