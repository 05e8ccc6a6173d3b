import type { Canvas2D } from '../canvas-2d.ts';
import { type Face, fontOf, letterSpacingOf } from '../fonts.ts';

/** Width of `text` in stage units. */
export type MeasureText = (text: string, face: Face) => number;

/**
 * Measures with `context`, whose state it changes. Widths are rounded to 1/64 unit, so that a difference in the last
 * bit between engines never moves a line break.
 */
export function measureWith<Drawable extends object>(context: Canvas2D<Drawable>): MeasureText {
  return (text, face) => {
    applyFace(context, face);
    return Math.round(context.measureText(text).width * 64) / 64;
  };
}

/** Sets everything that decides how text of `face` looks. */
export function applyFace<Drawable extends object>(context: Canvas2D<Drawable>, face: Face): void {
  context.font = fontOf(face);
  context.letterSpacing = letterSpacingOf(face);
}
