import type { BlockKind } from '../../domain/text/block.ts';
import type { LaidOutLine } from '../../domain/text/laid-out/laid-out-line.ts';
import { proseBlock, titleBlocks } from '../../domain/text/laid-out/prose-block.ts';
import { readScreenplay } from '../../domain/text/laid-out/read-screenplay.ts';
import { isBreakLine } from '../../domain/text/laid-out/words-of-pages.ts';
import type { PrintedBlock } from '../../domain/text/printing/printed-block.ts';
import type { WordParagraph } from './word-paragraphs.ts';

/** Names of styles that screenwriting programs and templates give their paragraphs. */
const roles: ReadonlyMap<string, BlockKind> = new Map([
  ['scene heading', 'heading'],
  ['scene', 'heading'],
  ['slugline', 'heading'],
  ['action', 'action'],
  ['character', 'character'],
  ['character name', 'character'],
  ['parenthetical', 'parenthetical'],
  ['parentheses', 'parenthetical'],
  ['dialogue', 'dialogue'],
  ['dialog', 'dialogue'],
  ['transition', 'transition'],
  ['lyrics', 'lyric'],
]);

/** A screenplay where it is set as one, else prose; `isScreenplay` says which. */
export function wordBlocks(
  paragraphs: readonly WordParagraph[],
  titleOfProperties: string | null,
): { readonly isScreenplay: boolean; readonly blocks: PrintedBlock[] } {
  const title = paragraphs.find(({ style, text }) => /^title$/i.test(style) && text !== '');
  const body = title === undefined ? paragraphs : paragraphs.filter((paragraph) => paragraph !== title);
  const front = titleBlocks(title?.text ?? titleOfProperties, null);
  const screenplay = readScreenplay(linesOf(body), { wraps: false });
  if (screenplay !== null) return { isScreenplay: true, blocks: [...front, ...screenplay] };
  return { isScreenplay: false, blocks: [...front, ...proseOf(body)] };
}

function linesOf(paragraphs: readonly WordParagraph[]): LaidOutLine[] {
  const lines: LaidOutLine[] = [];
  let gapBefore = true;
  for (const { text, style, indentPt } of paragraphs) {
    if (text === '') gapBefore = true;
    else {
      // Lines broken by hand inside a paragraph stand right below each other.
      for (const line of text.split('\n')) {
        const role = roles.get(style.toLowerCase().trim()) ?? null;
        if (line !== '') lines.push({ text: line, indentPt, gapBefore, role });
        gapBefore = false;
      }
    }
  }
  return lines;
}

function proseOf(paragraphs: readonly WordParagraph[]): PrintedBlock[] {
  const blocks: PrintedBlock[] = [];
  for (const { text, style, isListed } of paragraphs) {
    if (text === '') continue;
    const heading = /^(?:heading|überschrift|titre|título|titolo)\s*([1-6])$/i.exec(style.trim());
    if (heading !== null && !isListed) {
      blocks.push(proseBlock('chapter', text.replaceAll('\n', ' '), Number(heading[1])));
    } else if (isBreakLine(text)) blocks.push(proseBlock('break', ''));
    else if (/^subtitle$/i.test(style)) blocks.push(proseBlock('paragraph', text));
    else blocks.push(proseBlock(/quote$/i.test(style) ? 'quote' : 'paragraph', text));
  }
  return blocks;
}
