import type { Block } from '../../../../domain/text/block.ts';
import type { TextForm } from './kind-habits.ts';

export interface TextFigures {
  readonly words: number;
  /** Printed pages: 55 lines of a screenplay, 300 words of prose. */
  readonly pages: number;
}

const unprinted: ReadonlySet<Block['kind']> = new Set([
  'note',
  'boneyard',
  'section',
  'synopsis',
  'title-page',
]);
const linesPerPage = 55;
const wordsPerPage = 300;

/** Characters in a line of each kind on a screenplay page, 10 to the inch. */
function columnsOf(kind: Block['kind']): number {
  if (kind === 'dialogue' || kind === 'lyric') return 35;
  return kind === 'parenthetical' ? 26 : 60;
}

/** Words and pages of a text, without what is only for the writer's eyes. */
export function textFigures(blocks: readonly Block[], form: TextForm): TextFigures {
  let words = 0;
  let lines = 0;
  for (const block of blocks) {
    const own = figuresOfBlock(block);
    words += own.words;
    lines += own.lines;
  }
  const pages = form === 'screenplay' ? lines / linesPerPage : words / wordsPerPage;
  return { words, pages: blocks.length === 0 ? 0 : Math.max(1, Math.round(pages)) };
}

interface BlockFigures {
  readonly words: number;
  readonly lines: number;
}

/** By row: rows are replaced and never changed, so that a keystroke counts one block anew. */
const counted = new WeakMap<Block, BlockFigures>();

function figuresOfBlock(block: Block): BlockFigures {
  let figures = counted.get(block);
  if (figures === undefined) {
    figures = countBlock(block);
    counted.set(block, figures);
  }
  return figures;
}

function countBlock({ kind, text, dual }: Block): BlockFigures {
  if (unprinted.has(kind)) return { words: 0, lines: 0 };
  const spoken = kind === 'dialogue' || kind === 'parenthetical' || kind === 'lyric';
  let lines = spoken ? 0 : 1;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(line.length / columnsOf(kind)));
  return { words: countWords(text), lines: dual === 'right' ? 0 : lines };
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}
