import type { BlockContent } from '../block.ts';
import { blockContent, type ReadDocument } from '../block-content.ts';
import { chapterRank, isBreakLine } from './chapter-line.ts';
import { joinWrappedLines } from './join-wrapped-lines.ts';
import { type LineStyle, lineStyleOf, type TextLine, textChunks } from './text-chunks.ts';

type Draft = { -readonly [Field in keyof BlockContent]: BlockContent[Field] };

/**
 * Reads plain prose: paragraphs between blank lines with hard wrapping undone, chapter lines ("Chapter 3", "PART TWO",
 * "IV."), and breaks ("* * *"). Speech stays inside its paragraph. Time is linear; never throws.
 */
export function parseProse(source: string): ReadDocument {
  const style = lineStyleOf(source);
  const blocks: Draft[] = [];
  for (const chunk of textChunks(source)) readChunk(chunk, style, blocks);
  closeRanks(blocks);
  return { title: takeTitle(blocks), blocks };
}

/** Ranks of the chapters read, kept in `depth` until {@link closeRanks}. */
function readChunk(chunk: readonly TextLine[], style: LineStyle, blocks: Draft[]): void {
  let rest = readChapter(chunk, blocks);
  while (rest.length > 0) {
    const at = rest.findIndex((line) => isBreakLine(line.text));
    const until = at === -1 ? rest.length : at;
    for (const { text, start, end } of joinWrappedLines(rest.slice(0, until), style)) {
      blocks.push(blockContent('paragraph', text, start, end));
    }
    const mark = rest[until];
    if (mark !== undefined) blocks.push(blockContent('break', '', mark.start, mark.end));
    rest = rest.slice(until + 1);
  }
}

/** Takes a chapter's lines off the top of a chunk: its name, a title below it when nothing else is there, an underline. */
function readChapter(chunk: readonly TextLine[], blocks: Draft[]): readonly TextLine[] {
  const [first, second] = chunk;
  if (first === undefined) return chunk;
  const underlined = chunk.length === 2 && /^(?:={3,}|-{3,})$/.test(second?.text ?? '');
  const rank = underlined ? 2 : chapterRank(first.text, chunk.length === 1);
  if (rank === null) return chunk;
  const titled = chunk.length === 2 && !underlined && isShortLine(second?.text ?? '');
  const text = titled ? `${first.text} ${second?.text ?? ''}` : first.text;
  const end = titled || underlined ? (second?.end ?? first.end) : first.end;
  blocks.push(blockContent('chapter', text, first.start, end, { depth: rank }));
  return chunk.slice(titled || underlined ? 2 : 1);
}

function isShortLine(text: string): boolean {
  return text.length <= 60 && !/[.!?…,;"”]$/.test(text);
}

/** Depths from the ranks that occur: a book with chapters alone has depth 1 only. */
function closeRanks(blocks: Draft[]): void {
  const ranks = [
    ...new Set(blocks.filter(({ kind }) => kind === 'chapter').map(({ depth }) => depth)),
  ].sort();
  for (const block of blocks) if (block.kind === 'chapter') block.depth = ranks.indexOf(block.depth) + 1;
}

/** A short first line with "by …" below it, or a chapter, is the title. */
function takeTitle(blocks: Draft[]): string | null {
  const [first, second] = blocks;
  if (first?.kind !== 'paragraph' || second === undefined || !isShortLine(first.text)) return null;
  const byline =
    second.kind === 'paragraph' && /^(?:written )?by\s+\S/i.test(second.text) && isShortLine(second.text);
  if (!byline && second.kind !== 'chapter') return null;
  first.kind = 'title-page';
  first.key = 'Title';
  if (byline) {
    second.kind = 'title-page';
    second.key = 'Author';
  }
  return first.text;
}
