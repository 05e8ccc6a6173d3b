import { type Mark, white } from './marks.ts';
import type { FittedText } from './text/fit-text.ts';

export interface LinesPlace {
  /** Whether `x` is the left end of each line or its middle. */
  readonly align: 'left' | 'centre';
  readonly x: number;
  readonly firstBaseline: number;
  /** From one baseline to the next. */
  readonly step: number;
  readonly alpha: number;
}

/** The lines of a text as white marks, one under another. */
export function placeLines(text: FittedText, place: LinesPlace): Mark[] {
  return text.lines.map((line, index) => ({
    kind: 'text',
    text: line.text,
    face: text.face,
    x: place.align === 'left' ? place.x : place.x - line.widthUnits / 2,
    y: place.firstBaseline + index * place.step,
    ink: white,
    alpha: place.alpha,
  }));
}
