import type { Canvas2D } from './canvas-2d.ts';
import type { Face } from './fonts.ts';
import { applyFace } from './text/measure-text.ts';
import { textDirection } from './text/text-direction.ts';

/** `r, g, b` of a CSS colour, 0…255 each. */
export type Ink = `${number}, ${number}, ${number}`;
export const white: Ink = '255, 255, 255';
export const black: Ink = '0, 0, 0';

/**
 * What a card or caption consists of, in stage units, bottom to top. Layout makes marks once for a text; every frame
 * that shows it only paints them.
 */
export type Mark =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly face: Face;
      /** Left end of the line and its baseline. */
      readonly x: number;
      readonly y: number;
      readonly ink: Ink;
      readonly alpha: number;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly ink: Ink;
      readonly alpha: number;
    }
  | {
      /** Darkness that grows from nothing at `y` to `alpha` at `y + height`. */
      readonly kind: 'shade';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly alpha: number;
    };

/** Paints marks with a context whose units are stage units. Changes its fill, alpha, path and text state. */
export function paintMarks<Drawable extends object>(
  context: Canvas2D<Drawable>,
  marks: readonly Mark[],
  opacity: number,
): void {
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  for (const mark of marks) {
    context.globalAlpha = opacity * mark.alpha;
    switch (mark.kind) {
      case 'text':
        applyFace(context, mark.face);
        context.direction = textDirection(mark.text);
        context.fillStyle = `rgb(${mark.ink})`;
        context.fillText(mark.text, mark.x, mark.y);
        break;
      case 'box':
        context.fillStyle = `rgb(${mark.ink})`;
        context.beginPath();
        context.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius);
        context.fill();
        break;
      case 'shade': {
        const gradient = context.createLinearGradient(0, mark.y, 0, mark.y + mark.height);
        for (const [at, strength] of shadeCurve) gradient.addColorStop(at, `rgba(0, 0, 0, ${strength})`);
        context.fillStyle = gradient;
        context.fillRect(mark.x, mark.y, mark.width, mark.height);
        break;
      }
    }
  }
}

/** A smooth start, so that no edge shows where the shade begins. */
const shadeCurve = [
  [0, 0],
  [0.2, 0.05],
  [0.4, 0.22],
  [0.6, 0.5],
  [0.8, 0.8],
  [1, 1],
] as const;
