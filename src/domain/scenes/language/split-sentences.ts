import { type TextRange, trimRange } from './text-range.ts';

const abbreviations = new Set(
  'mr mrs ms dr st prof rev capt lt col gen sgt sr jr vs etc no mt ft approx dept est inc ltd co'.split(' '),
);
const closers = '"”’\')]»*_';

/**
 * The sentences of a text, in order. Together they hold every character that is not white space. A sentence ends at
 * `.`, `!`, `?` or `…` before a new beginning, at a blank line, and before a line that opens with a list dash.
 * Text in brackets, [[notes]] and boneyards is not cut. One pass, linear in the length.
 */
export function splitSentences(text: string): TextRange[] {
  const sentences: TextRange[] = [];
  let start = 0;
  let depth = 0;
  const cut = (end: number): void => {
    const range = trimRange(text, { start, end });
    if (range !== null) sentences.push(range);
    start = end;
  };
  const asides = { '/*': true, '[[': true };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const aside = char === '/' || char === '[' ? endOfAside(text, i, asides) : null;
    if (aside !== null) {
      i = aside - 1;
      continue;
    }
    if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
    else if (char === '\n') {
      depth = 0;
      if (opensNewLine(text, i + 1)) cut(i + 1);
    } else if (depth === 0 && (char === '.' || char === '!' || char === '?' || char === '…')) {
      const end = endOfMarks(text, i);
      if (beginsAfter(text, end) && !isAbbreviation(text, i, char)) cut(end);
      i = end - 1;
    }
  }
  cut(text.length);
  return sentences;
}

/** The first index after an inline note or boneyard that opens at `at`; null when none does. `open`: closing marks may still come. */
function endOfAside(text: string, at: number, open: Record<'/*' | '[[', boolean>): number | null {
  const mark = text.slice(at, at + 2);
  if ((mark !== '/*' && mark !== '[[') || !open[mark]) return null;
  const end = text.indexOf(mark === '/*' ? '*/' : ']]', at + 2);
  // Searched once for a mark that is never closed, so that the whole stays linear.
  if (end === -1) open[mark] = false;
  return end === -1 ? null : end + 2;
}

/** The first index after the run of end marks and closing quotes that begins at `at`. */
function endOfMarks(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && ('.!?…'.includes(text.charAt(end)) || closers.includes(text.charAt(end))))
    end++;
  return end;
}

/** True when what follows `at` reads like the beginning of a sentence (or the end of the text). */
function beginsAfter(text: string, at: number): boolean {
  if (at >= text.length) return true;
  if (!/\s/.test(text.charAt(at))) return false;
  const ahead = /\S/u.exec(text.slice(at, at + 40));
  if (ahead === null) return true;
  const next = text.slice(at + ahead.index, at + ahead.index + 2);
  return !/^[\p{Ll},;:)\]]/u.test(next);
}

function isAbbreviation(text: string, at: number, char: string): boolean {
  if (char !== '.') return false;
  const before = /(\p{L}+)$/u.exec(text.slice(Math.max(0, at - 8), at))?.[1] ?? '';
  return /^\p{Lu}$/u.test(before) ? before !== 'I' : abbreviations.has(before.toLowerCase());
}

/** A blank line, or a line that begins a list item, opens something new. */
function opensNewLine(text: string, at: number): boolean {
  const line = text.slice(at, at + 8);
  return /^[ \t]*(?:\n|--|[-–—•*]\s|\d{1,3}[.)]\s)/.test(line);
}
