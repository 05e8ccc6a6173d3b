import type { Block } from '../../../../domain/text/block.ts';
import { parseFountain } from '../../../../domain/text/fountain/parse-fountain.ts';
import { parseProse } from '../../../../domain/text/plain/parse-prose.ts';
import { matchBlocks } from '../../../../domain/text/reconcile/match-blocks.ts';
import type { TextForm } from './kind-habits.ts';

export interface ReplacementCounts {
  readonly kept: number;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

/**
 * How many paragraphs a new version of the text would keep and change; null while it is empty. Prose is read as plain
 * prose here, so that the marks of Markdown may count as words: what is done is what the studio reads.
 */
export function previewReplacement(
  blocks: readonly Block[],
  words: string,
  form: TextForm,
): ReplacementCounts | null {
  if (words.trim() === '') return null;
  const reading = (form === 'screenplay' ? parseFountain(words) : parseProse(words)).blocks;
  const matches = matchBlocks(blocks, reading);
  const count = (how: string): number => matches.filter((match) => match.how === how).length;
  const added = count('new');
  return {
    kept: count('same') + count('moved'),
    changed: count('edited'),
    added,
    removed: blocks.length - (matches.length - added),
  };
}
