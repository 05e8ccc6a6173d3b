import { createLineEndSearch, skipLineBreak, skipSpace, trimEndAt } from '../source-search.ts';

/** A line with words, without the white space around it. */
export interface TextLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** White characters before it. */
  readonly indent: number;
}

/** The runs of lines between blank lines, in order. */
export function* textChunks(source: string): Generator<TextLine[]> {
  const lineEndOf = createLineEndSearch(source);
  let chunk: TextLine[] = [];
  let lineStart = source.startsWith('\uFEFF') ? 1 : 0;
  while (lineStart < source.length) {
    const lineEnd = lineEndOf(lineStart);
    const start = skipSpace(source, lineStart, lineEnd);
    if (start < lineEnd) {
      const end = trimEndAt(source, start, lineEnd);
      chunk.push({ text: source.slice(start, end), start, end, indent: start - lineStart });
    } else if (chunk.length > 0) {
      yield chunk;
      chunk = [];
    }
    lineStart = lineEnd < source.length ? skipLineBreak(source, lineEnd) : lineEnd;
  }
  if (chunk.length > 0) yield chunk;
}

/** How the lines of a text were broken. */
export interface LineStyle {
  /** Column at which lines were wrapped, in characters; null when every line is a paragraph of its own. */
  readonly wrapColumn: number | null;
}

const widestWrap = 110;

/** Judged by the 95th percentile of the line lengths: a wrapped text has no long lines, an unwrapped one does. */
export function lineStyleOf(source: string): LineStyle {
  const lineEndOf = createLineEndSearch(source);
  const lengths = new Uint32Array(widestWrap + 2);
  let lines = 0;
  for (let at = 0; at < source.length; ) {
    const end = lineEndOf(at);
    if (end > at) {
      const length = Math.min(end - at, widestWrap + 1);
      lengths[length] = (lengths[length] ?? 0) + 1;
      lines++;
    }
    at = end < source.length ? skipLineBreak(source, end) : end;
  }
  let seen = 0;
  for (let length = 0; length <= widestWrap; length++) {
    seen += lengths[length] ?? 0;
    if (seen >= lines * 0.95) return { wrapColumn: length };
  }
  return { wrapColumn: null };
}
