import type { Face } from '../fonts.ts';
import { breakLines } from './break-lines.ts';
import type { MeasureText } from './measure-text.ts';
import { splitGraphemes, splitWords } from './split-words.ts';

export interface TextRequest {
  /** Paragraphs are separated by `\n`; each begins a line. */
  readonly text: string;
  readonly face: Face;
  readonly maxWidthUnits: number;
  readonly maxLines: number;
  readonly maxCharactersPerLine: number;
  /** Factors of the face's size to try, largest first, until the text fits. */
  readonly sizes: readonly number[];
}

export interface FittedLine {
  readonly text: string;
  readonly widthUnits: number;
}

export interface FittedText {
  readonly face: Face;
  readonly lines: readonly FittedLine[];
  /** False where even the smallest size had too many lines or cut a word. */
  readonly fits: boolean;
  /** Whether words were left out for it. */
  readonly shortened: boolean;
}

/** More than any card can hold; what lies beyond is never laid out. */
const mostCharacters = 2000;

/**
 * The text at the largest of the sizes at which it needs no more than `maxLines` lines and no word is cut. Where none
 * will do, the smallest is used, words are cut, and what does not fit ends in an ellipsis.
 */
export function fitText(request: TextRequest, measure: MeasureText): FittedText {
  const text = request.text.slice(0, mostCharacters);
  let smallest: FittedText = { face: request.face, lines: [], fits: false, shortened: false };
  for (const factor of request.sizes) {
    const face = { ...request.face, sizeUnits: Math.round(request.face.sizeUnits * factor * 4) / 4 };
    const lines = setLines(text, face, request, measure);
    if (lines.length <= request.maxLines && !cutsWords(text, face, request, measure))
      return { face, lines, fits: true, shortened: false };
    smallest = { face, lines, fits: false, shortened: lines.length > request.maxLines };
  }
  return { ...smallest, lines: endWithEllipsis(smallest, request, measure) };
}

function setLines(text: string, face: Face, request: TextRequest, measure: MeasureText): FittedLine[] {
  const widthOf = (line: string): number => lineWidth(line, face, measure);
  const limits = {
    maxWidth: request.maxWidthUnits,
    maxCharacters: request.maxCharactersPerLine,
    maxLines: request.maxLines,
    widthOf,
    trackingUnits: face.tracking * face.sizeUnits,
  };
  return text
    .split('\n')
    .flatMap((paragraph) => breakLines(paragraph, limits))
    .map((line) => ({ text: line, widthUnits: widthOf(line) }));
}

/** Width of a line as the eye sees it: without the tracking after its last character. */
export function lineWidth(line: string, face: Face, measure: MeasureText): number {
  return line === '' ? 0 : measure(line, face) - face.tracking * face.sizeUnits;
}

function cutsWords(text: string, face: Face, request: TextRequest, measure: MeasureText): boolean {
  return text
    .split('\n')
    .some((paragraph) =>
      splitWords(paragraph).some((word) => lineWidth(word.text, face, measure) > request.maxWidthUnits),
    );
}

function endWithEllipsis(
  { face, lines }: FittedText,
  request: TextRequest,
  measure: MeasureText,
): readonly FittedLine[] {
  if (lines.length <= request.maxLines) return lines;
  const kept = lines.slice(0, request.maxLines);
  const last = splitGraphemes(kept.at(-1)?.text ?? '');
  let text = `${last.join('')}…`;
  while (last.length > 0 && lineWidth(text, face, measure) > request.maxWidthUnits) {
    last.pop();
    text = `${last.join('').trimEnd()}…`;
  }
  return [...kept.slice(0, -1), { text, widthUnits: lineWidth(text, face, measure) }];
}
