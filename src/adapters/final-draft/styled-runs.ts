import { escapeMarks } from '../../domain/text/escape-marks.ts';
import { plainText } from '../../domain/text/plain-text.ts';

/** A piece of a paragraph in one style; `style` as the file writes it: "Bold+Italic". */
export interface StyledRun {
  readonly style: string;
  text: string;
}

export function wordsOfRuns(runs: readonly StyledRun[]): string {
  return runs.map(({ style, text }) => (/AllCaps/.test(style) ? text.toUpperCase() : text)).join('');
}

/** The runs as block text, bold, italics and underlines written as Fountain writes them. */
export function textOfRuns(runs: readonly StyledRun[]): string {
  const words = wordsOfRuns(runs).trim();
  if (!runs.some(({ style }) => /Bold|Italic|Underline/.test(style))) return escapeMarks(words);
  const marked = mergeRuns(runs).map(markRun).join('').trim();
  // Where marks cannot say it, as for half a word underlined, the words matter more than their look.
  return plainText(marked) === plainText(escapeMarks(words)) ? marked : escapeMarks(words);
}

function mergeRuns(runs: readonly StyledRun[]): StyledRun[] {
  const merged: StyledRun[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last !== undefined && last.style === run.style) last.text += run.text;
    else merged.push({ ...run });
  }
  return merged;
}

/** Emphasis does not cross line breaks, and its marks touch the words. */
function markRun({ style, text }: StyledRun): string {
  const escaped = (/AllCaps/.test(style) ? text.toUpperCase() : text).replace(/[*_]/g, '\\$&');
  const stars = '*'.repeat((/Bold/.test(style) ? 2 : 0) + (/Italic/.test(style) ? 1 : 0));
  const underline = /Underline/.test(style) ? '_' : '';
  if (stars === '' && underline === '') return escaped;
  return escaped
    .split('\n')
    .map((line) => {
      const words = line.trim();
      if (words === '') return line;
      const at = line.indexOf(words);
      return `${line.slice(0, at)}${underline}${stars}${words}${stars}${underline}${line.slice(at + words.length)}`;
    })
    .join('\n');
}
