import { splitGraphemes, type Word } from './split-words.ts';

/** What a line holds. */
export interface LineRoom {
  readonly maxWidth: number;
  /** Most characters (as a reader counts them) on a line; Infinity for no limit. */
  readonly maxCharacters: number;
  /** Width of a text that stands alone: without the tracking after its last character. */
  readonly widthOf: (text: string) => number;
}

/** A word in pieces that each fit on a line; the word itself where it fits. */
export function cutToFit(word: Word, room: LineRoom): Word[] {
  return fitsOnLine(word.text, room) ? [word] : cutAfter('', word, room);
}

/** The same, but the first piece of a word fills the line that the words before it end on. */
export function cutToFill(words: readonly Word[], room: LineRoom): Word[] {
  let line = '';
  return words.flatMap((word) => {
    const pieces = fitsOnLine(word.text, room) ? [word] : cutAfter(line, word, room);
    for (const { text, spaceAfter } of pieces) {
      line = (fitsOnLine(line + text, room) ? line + text : text) + (spaceAfter ? ' ' : '');
    }
    return pieces;
  });
}

/** The pieces of a word that begins on a line which holds this text already. */
function cutAfter(line: string, word: Word, room: LineRoom): Word[] {
  const parts: string[] = [];
  let before = line;
  let part = '';
  let length = splitGraphemes(line).length;
  for (const grapheme of splitGraphemes(word.text)) {
    const isFull = length >= room.maxCharacters || room.widthOf(before + part + grapheme) > room.maxWidth;
    if (isFull && length > 0) {
      if (part !== '') parts.push(part);
      [before, part, length] = ['', '', 0];
    }
    part += grapheme;
    length++;
  }
  parts.push(part);
  return parts.map((text, index) => ({ text, spaceAfter: index === parts.length - 1 && word.spaceAfter }));
}

function fitsOnLine(text: string, { maxWidth, maxCharacters, widthOf }: LineRoom): boolean {
  return widthOf(text) <= maxWidth && splitGraphemes(text).length <= maxCharacters;
}
