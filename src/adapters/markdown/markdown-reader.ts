import type { DocumentReader } from '../../core/ports/document-reader.ts';
import { ok } from '../../domain/kernel/result.ts';
import type { BlockContent } from '../../domain/text/block.ts';
import { chapterRank } from '../../domain/text/plain/chapter-line.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { normaliseLineBreaks } from '../../domain/text/source-search.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { readSegment } from './read-segment.ts';
import { splitSegments } from './split-segments.ts';

type Draft = { -readonly [Field in keyof BlockContent]: BlockContent[Field] };

/**
 * Markdown prose: headings are chapters, comments and footnotes are notes, rules are breaks, front matter is the title
 * page. A first-level heading at the top that stands for the whole text is its title and no chapter. Reads any string.
 */
export const markdownReader: DocumentReader = {
  kind: 'markdown',
  read(source) {
    const text = normaliseLineBreaks(source.startsWith('\uFEFF') ? source.slice(1) : source);
    const front = readFrontMatter(text);
    const blocks: Draft[] = front.blocks.map((block) => ({ ...block }));
    for (const segment of splitSegments(text.slice(front.end))) {
      for (const block of readSegment({ ...segment, start: segment.start + front.end }))
        blocks.push({ ...block });
    }
    const title = titleOf(blocks);
    findPlainChapters(blocks);
    closeDepths(blocks);
    restoreOffsets(source, blocks);
    return ok({ title, blocks });
  },
};

function titleOf(blocks: Draft[]): string | null {
  const given = blocks.find(({ kind, key }) => kind === 'title-page' && /^title$/i.test(key ?? ''));
  const top = blocks.filter(({ kind, depth }) => kind === 'chapter' && depth === 1);
  const [first] = top;
  if (first === undefined) return given === undefined ? null : plainText(given.text);
  const at = blocks.indexOf(first);
  const leads = blocks.slice(0, at).every(({ kind }) => kind === 'title-page' || kind === 'note');
  const standsForAll = leads && (top.length === 1 || blocks[at + 1]?.kind === 'chapter');
  if (standsForAll) {
    first.kind = 'title-page';
    first.key = 'Title';
    first.depth = 0;
  }
  if (given !== undefined && given.text !== '') return plainText(given.text);
  return standsForAll || top.length === 1 ? plainText(first.text) : null;
}

/** A text without headings may still name its chapters, as plain prose does. */
function findPlainChapters(blocks: readonly Draft[]): void {
  if (blocks.some(({ kind }) => kind === 'chapter')) return;
  for (const block of blocks) {
    const rank = block.kind === 'paragraph' ? chapterRank(plainText(block.text), false) : null;
    if (rank === null) continue;
    block.kind = 'chapter';
    block.depth = rank;
  }
}

/** Depths are counted from 1 without holes: a story may begin its chapters with `##`. */
function closeDepths(blocks: readonly Draft[]): void {
  const chapters = blocks.filter(({ kind }) => kind === 'chapter');
  const depths = [...new Set(chapters.map(({ depth }) => depth))].sort();
  for (const chapter of chapters) chapter.depth = depths.indexOf(chapter.depth) + 1;
}

/** Moves ranges from the text with LF line breaks to the source as it was given. */
function restoreOffsets(source: string, blocks: readonly Draft[]): void {
  let extra = source.startsWith('\uFEFF') ? 1 : 0;
  let pair = source.indexOf('\r\n');
  const restore = (offset: number): number => {
    while (pair !== -1 && pair < offset + extra) {
      extra++;
      pair = source.indexOf('\r\n', pair + 2);
    }
    return offset + extra;
  };
  for (const block of blocks) {
    block.sourceStart = restore(block.sourceStart);
    block.sourceEnd = restore(block.sourceEnd);
  }
}
