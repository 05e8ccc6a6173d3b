import type { LineStyle, TextLine } from './text-chunks.ts';

export interface Paragraph {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Lines without a blank one between them above which short lines are read as ends of paragraphs. */
const longRun = 12;

/** Joins the lines of a run into paragraphs, undoing hard wrapping. No character but white space is dropped. */
export function joinWrappedLines(lines: readonly TextLine[], style: LineStyle): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: TextLine[] = [];
  const baseIndent = lines.reduce((least, line) => Math.min(least, line.indent), Number.POSITIVE_INFINITY);
  for (const line of lines) {
    const previous = current.at(-1);
    if (previous !== undefined && beginsParagraph(line, previous, lines.length, baseIndent, style)) {
      paragraphs.push(joined(current));
      current = [];
    }
    current.push(line);
  }
  if (current.length > 0) paragraphs.push(joined(current));
  return paragraphs;
}

function beginsParagraph(
  line: TextLine,
  previous: TextLine,
  runLength: number,
  baseIndent: number,
  { wrapColumn }: LineStyle,
): boolean {
  if (wrapColumn === null) return true;
  if (line.indent > baseIndent && previous.indent === baseIndent) return true;
  if (line.indent > baseIndent && previous.indent > baseIndent && endsSentence(previous.text)) return true;
  // A wrapped line ends where the next word would not have fitted. Where it would, the writer ended the line.
  const firstWord = /^\S{0,40}/.exec(line.text)?.[0].length ?? 0;
  const fits = previous.indent + previous.text.length + 1 + firstWord < wrapColumn * 0.8;
  if (!fits || !endsSentence(previous.text)) return false;
  return runLength > longRun || /^["“„«‘—–]/.test(line.text);
}

function endsSentence(text: string): boolean {
  return /[.!?…:"”»’')]$/.test(text);
}

function joined(lines: readonly TextLine[]): Paragraph {
  const parts: string[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    const splitWord =
      last !== undefined && /\p{L}[-\u00ad]$/u.test(last.slice(-3)) && /^\p{Ll}/u.test(line.text);
    if (last !== undefined && !splitWord) parts.push(' ');
    parts.push(line.text);
  }
  return { text: parts.join(''), start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
}
