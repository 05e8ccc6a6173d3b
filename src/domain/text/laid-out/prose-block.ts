import type { BlockKind } from '../block.ts';
import { escapeMarks } from '../escape-marks.ts';
import type { PrintedBlock } from '../printing/printed-block.ts';
import { cleanWords } from './words-of-pages.ts';

/** A block of prose out of words without marks. */
export function proseBlock(kind: BlockKind, words: string, depth = 0): PrintedBlock {
  const text = kind === 'break' ? '' : escapeMarks(words);
  return { kind, text, depth, sceneNumber: null, key: null, dual: null, forced: false };
}

/** The lines of a title page out of what a document says of itself. */
export function titleBlocks(title: string | null, author: string | null): PrintedBlock[] {
  const line = (key: string, words: string | null): PrintedBlock[] => {
    const text = cleanWords(words ?? '').slice(0, 300);
    return text === '' ? [] : [{ ...proseBlock('title-page', text), key }];
  };
  const named = line('Title', title);
  return named.length === 0 ? [] : [...named, ...line('Author', author)];
}
