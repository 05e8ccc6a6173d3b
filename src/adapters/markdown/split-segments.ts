/** A part of a document that can be lexed by itself, with its offset. */
export interface Segment {
  readonly start: number;
  readonly text: string;
  /** False where markers are nested so deeply that a lexer would recurse without end: read it line by line. */
  readonly tame: boolean;
}

const marker = /^(?:[ \t]{0,3}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))/;
const fenceLine = /^ {0,3}(`{3,}|~{3,})/;
/** Lines of one list or quote before it is cut: a lexer's time grows with the square of an item's lines. */
const longestContainer = 300;
const deepestMarkers = 16;
const deepestIndent = 64;

/**
 * Cuts Markdown (line breaks as LF) where a block surely ends: before an unindented line after a blank one, outside
 * fences and comments. So what is wrong in one place, or endless, stays there. Linear.
 */
export function* splitSegments(source: string): Generator<Segment> {
  let start = 0;
  let fence: string | null = null;
  let inComment = false;
  let containerLines = 0;
  let blankBefore = false;
  let tame = true;
  for (let at = 0; at < source.length; ) {
    const found = source.indexOf('\n', at);
    const next = found === -1 ? source.length : found + 1;
    const line = source.slice(at, found === -1 ? next : found);
    const blank = line.trim() === '';
    const closed = fence === null && !inComment;
    const startsAnew = blankBefore && !blank && /^\S/.test(line) && !marker.test(line);
    if (closed && at > start && (startsAnew || containerLines >= longestContainer)) {
      yield { start, text: source.slice(start, at), tame };
      start = at;
      containerLines = 0;
      tame = true;
    }
    if (fence === null) inComment = staysInComment(line, inComment);
    if (!inComment) fence = fenceAfter(line, fence);
    if (fence === null && !inComment) {
      if (containerLines > 0 || marker.test(line)) containerLines++;
      tame &&= isTame(line);
    }
    blankBefore = blank;
    at = next;
  }
  if (start < source.length) yield { start, text: source.slice(start), tame };
}

function fenceAfter(line: string, fence: string | null): string | null {
  const mark = fenceLine.exec(line)?.[1];
  if (fence === null) return mark ?? null;
  const closes = mark?.startsWith(fence) && line.trim() === mark;
  return closes ? null : fence;
}

function staysInComment(line: string, inComment: boolean): boolean {
  if (!inComment && !/^ {0,3}<!--/.test(line)) return false;
  const close = line.indexOf('-->', inComment ? 0 : line.indexOf('<!--') + 4);
  return close === -1;
}

function isTame(line: string): boolean {
  const indent = line.length - line.trimStart().length;
  if (indent > deepestIndent) return false;
  let markers = 0;
  for (let at = 0; at < line.length && markers <= deepestMarkers; at++) {
    const character = line.charAt(at);
    if (character === '>' || /[-*+.)]/.test(character)) markers++;
    else if (!/[ \t\d]/.test(character)) return true;
  }
  return markers <= deepestMarkers;
}
