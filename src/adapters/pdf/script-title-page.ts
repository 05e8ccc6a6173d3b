import { escapeMarks } from '../../domain/text/escape-marks.ts';
import { sceneHeadingOf } from '../../domain/text/laid-out/words-of-pages.ts';
import type { PrintedBlock } from '../../domain/text/printing/printed-block.ts';
import type { PageLine } from './page-lines.ts';

/** Lines that a title page may have; a page with more is something else. */
const mostLines = 30;

/** A first page before the story: title, "written by", author, and whatever else stands on it. null where the story begins at once. */
export function scriptTitlePage(lines: readonly PageLine[]): PrintedBlock[] | null {
  const [first] = lines;
  if (first === undefined || lines.length > mostLines) return null;
  if (lines.some(({ text }) => sceneHeadingOf(text) !== null || /^FADE IN/.test(text))) return null;
  let expectAuthor = false;
  const notes: string[] = [];
  const blocks: PrintedBlock[] = [titleLine('Title', first.text)];
  for (const { text } of lines.slice(1)) {
    if (expectAuthor) blocks.push(titleLine('Author', text));
    else if (/\bby$/i.test(text)) blocks.push(titleLine('Credit', text));
    else notes.push(text);
    expectAuthor = /\bby$/i.test(text);
  }
  return notes.length === 0 ? blocks : [...blocks, titleLine('Notes', notes.join('\n'))];
}

function titleLine(key: string, text: string): PrintedBlock {
  return {
    kind: 'title-page',
    text: escapeMarks(text),
    depth: 0,
    sceneNumber: null,
    key,
    dual: null,
    forced: false,
  };
}
