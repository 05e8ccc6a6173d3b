import type { Canvas2D } from '../canvas-2d.ts';
import { type Face, fontOf, letterSpacingOf } from '../fonts.ts';

/** Width of `text` in stage units. */
export type MeasureText = (text: string, face: Face) => number;

/**
 * Measures with `context`, whose font and letter spacing it changes, and remembers what it measured: use it for one
 * layout, during which nothing else sets the font. Widths are rounded to 1/64 unit, so that a difference in the last
 * bit between engines never moves a line break.
 */
export function measureWith<Drawable extends object>(context: Canvas2D<Drawable>): MeasureText {
  const known = new Map<string, Map<string, number>>();
  let current = '';
  return (text, face) => {
    const setting = `${fontOf(face)} ${face.tracking}`;
    const widths = known.get(setting) ?? new Map<string, number>();
    known.set(setting, widths);
    const before = widths.get(text);
    if (before !== undefined) return before;
    if (setting !== current) applyFace(context, face);
    current = setting;
    const width = Math.round(context.measureText(text).width * 64) / 64;
    widths.set(text, width);
    return width;
  };
}

/** Sets everything that decides how text of `face` looks. */
export function applyFace<Drawable extends object>(context: Canvas2D<Drawable>, face: Face): void {
  context.font = fontOf(face);
  context.letterSpacing = letterSpacingOf(face);
}
