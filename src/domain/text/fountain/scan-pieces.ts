import { createLineEndSearch, createSearch, skipLineBreak, skipSpace, trimEndAt } from '../source-search.ts';

/**
 * A line of the source, or a note or boneyard that stands on lines of its own. Positions are UTF-16 offsets, end
 * exclusive, without the line break.
 */
export interface Piece {
  /**
   * `text` is a line with words; it holds line breaks only inside a note that began on it. `soft` is a blank line of
   * two or more spaces, which does not end a dialogue. `boneyard` and `note` include their marks.
   */
  readonly kind: 'text' | 'blank' | 'soft' | 'boneyard' | 'note';
  readonly start: number;
  readonly end: number;
  /** False for what follows a boneyard on the same line. */
  readonly atLineStart: boolean;
}

/** Yields the pieces from `from` on, then null for ever. Reads the source once, whatever is in it. */
export function createPieceScanner(source: string, from: number): () => Piece | null {
  const lineEndOf = createLineEndSearch(source);
  const boneyardOpen = createSearch(source, '/*');
  const boneyardClose = createSearch(source, '*/');
  const noteOpen = createSearch(source, '[[');
  const noteClose = createSearch(source, ']]');
  const hardBlank = createHardBlankSearch(source, from);
  let at = from;
  let atLineStart = true;

  function take(
    kind: Piece['kind'],
    start: number,
    end: number,
    next: number,
    nextAtLineStart: boolean,
  ): Piece {
    const piece: Piece = { kind, start, end, atLineStart };
    at = next;
    atLineStart = nextAtLineStart;
    return piece;
  }

  /** A piece that ends at `end`; what is left of its line becomes a piece of its own unless it is white. */
  function takeAside(kind: 'boneyard' | 'note', start: number, end: number): Piece {
    const lineEnd = lineEndOf(end);
    return skipSpace(source, end, lineEnd) === lineEnd
      ? take(kind, start, end, skipLineBreak(source, lineEnd), true)
      : take(kind, start, end, end, false);
  }

  /** End of a note that opens at `open`, after its marks; null when a blank line or the end comes first. */
  function noteEnd(open: number): number | null {
    const close = noteClose(open + 2);
    return close < hardBlank(open) ? close + 2 : null;
  }

  function takeText(start: number): Piece {
    let cursor = start;
    for (;;) {
      const lineEnd = lineEndOf(cursor);
      const boneyard = boneyardOpen(cursor);
      const note = noteOpen(cursor);
      if (boneyard >= lineEnd && note >= lineEnd) {
        return take('text', at, lineEnd, skipLineBreak(source, lineEnd), true);
      }
      if (note < boneyard) {
        cursor = noteEnd(note) ?? note + 2;
        continue;
      }
      const close = boneyardClose(boneyard + 2);
      if (close < lineEnd) cursor = close + 2;
      else if (close === Number.POSITIVE_INFINITY) cursor = boneyard + 2;
      else return take('text', at, boneyard, boneyard, false);
    }
  }

  return () => {
    if (at >= source.length) return null;
    const lineEnd = lineEndOf(at);
    const start = skipSpace(source, at, lineEnd);
    if (start === lineEnd) {
      const soft = atLineStart && lineEnd - at >= 2 && source.startsWith('  ', at);
      return take(soft ? 'soft' : 'blank', at, lineEnd, skipLineBreak(source, lineEnd), true);
    }
    if (source.startsWith('/*', start)) {
      // A boneyard that is never closed runs to the end, as it would in a paper script with the last pages struck out.
      const end = Math.min(boneyardClose(start + 2) + 2, source.length);
      return takeAside('boneyard', start, end);
    }
    if (source.startsWith('[[', start)) {
      const end = noteEnd(start);
      if (end !== null && skipSpace(source, end, lineEndOf(end)) === lineEndOf(end)) {
        return takeAside('note', start, end);
      }
    }
    return takeText(start);
  };
}

/** Start of the first blank line after a position, soft ones not counted: where an open note ends unclosed. */
function createHardBlankSearch(source: string, from: number): (position: number) => number {
  const lineEndOf = createLineEndSearch(source);
  let lineStart = from;
  let found = -1;
  return (position) => {
    while (found < position) {
      if (lineStart >= source.length) return Number.POSITIVE_INFINITY;
      const lineEnd = lineEndOf(lineStart);
      const white = trimEndAt(source, lineStart, lineEnd) === lineStart;
      if (white && !source.startsWith('  ', lineStart)) found = lineStart;
      lineStart = lineEnd < source.length ? skipLineBreak(source, lineEnd) : source.length;
    }
    return found;
  };
}
