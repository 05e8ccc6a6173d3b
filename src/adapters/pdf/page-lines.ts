import { cleanWords } from '../../domain/text/laid-out/words-of-pages.ts';

/** A piece of text as a page draws it; positions in points from the page's lower left corner. */
export interface PageItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/**
 * The lines of a page, in the order in which it draws them: pieces on one height that follow each other are a line. `byHeight`
 * sorts by place instead, for pages whose margins are drawn apart, as those of screenplays with scene numbers.
 */
export function linesOfPage(items: readonly PageItem[], byHeight: boolean): PageLine[] {
  // White space that is drawn is told by the distance of the words around it, like any other.
  const pieces = items.filter(({ text, size }) => text.trim() !== '' && size > 0);
  const ordered = byHeight ? sortByPlace(pieces) : pieces;
  const lines: PageItem[][] = [];
  for (const piece of ordered) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    const follows =
      last !== undefined &&
      Math.abs(last.y - piece.y) < Math.max(2, last.size * 0.35) &&
      piece.x >= last.x + last.width - last.size * 2;
    if (follows && line !== undefined) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map(joinPieces).filter(({ text }) => text !== '');
}

function sortByPlace(pieces: readonly PageItem[]): PageItem[] {
  const rows: PageItem[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && row[0].y - piece.y < Math.max(2, piece.size * 0.35)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x));
}

function joinPieces(pieces: readonly PageItem[]): PageLine {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    // White space is drawn by moving on, not by a letter.
    if (right !== Number.NEGATIVE_INFINITY && piece.x - right > piece.size * 0.18) text += ' ';
    text += piece.text;
    right = piece.x + piece.width;
  }
  const [first] = pieces;
  const last = pieces.at(-1);
  return {
    text: cleanWords(text),
    x: first?.x ?? 0,
    right: last === undefined ? 0 : last.x + last.width,
    y: first?.y ?? 0,
    size: Math.max(...pieces.map(({ size }) => size)),
  };
}
