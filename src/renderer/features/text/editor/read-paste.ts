import type { SourceKind } from '../../../../domain/project/project.ts';
import type { BlockKind } from '../../../../domain/text/block.ts';
import { parseFountain } from '../../../../domain/text/fountain/parse-fountain.ts';
import { parseProse } from '../../../../domain/text/plain/parse-prose.ts';

export interface PastedBlock {
  readonly kind: BlockKind;
  readonly text: string;
}

/** Pasted words as blocks, read as a file of the project's kind; a single line is words and no block: null. */
export function readPaste(words: string, kind: SourceKind): readonly PastedBlock[] | null {
  const trimmed = words.replace(/^\s*\n|\s+$/g, '');
  if (!/[\r\n]/.test(trimmed)) return null;
  const screenplay = kind === 'fountain' || kind === 'final-draft';
  const { blocks } = screenplay ? parseFountain(trimmed) : parseProse(trimmed);
  return blocks.map((block) => {
    const heading =
      kind === 'markdown' && block.kind === 'paragraph' ? /^#{1,6} +(.+)$/.exec(block.text) : null;
    return heading === null
      ? { kind: block.kind, text: block.text }
      : { kind: 'chapter', text: heading[1] ?? '' };
  });
}
