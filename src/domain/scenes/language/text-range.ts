/** UTF-16 range in a text: `start` inclusive, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The range without white space at its ends; null when nothing but white space is in it. */
export function trimRange(text: string, range: TextRange): TextRange | null {
  const piece = text.slice(range.start, range.end);
  const start = range.start + (piece.length - piece.trimStart().length);
  const end = range.end - (piece.length - piece.trimEnd().length);
  return start < end ? { start, end } : null;
}

/** True when there is something in the text to film or to read aloud. */
export function hasWords(text: string): boolean {
  return /\S/.test(text);
}
