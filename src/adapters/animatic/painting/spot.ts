import { hex, type Rgb } from '../colour.ts';
import { curve, ellipse, type Point, polygon } from '../geometry.ts';
import type { Brush, ShapeStyle } from './brush.ts';

/** Points, or their figures as SVG writes them: `'0,0 0.5,1 1,0'`. */
export type Outline = readonly Point[] | string;

const readOutlines = new Map<string, readonly Point[]>();

function readOutline(outline: Outline): readonly Point[] {
  if (typeof outline !== 'string') return outline;
  const known = readOutlines.get(outline);
  if (known !== undefined) return known;
  const points = outline.split(' ').map((pair): Point => {
    const [a = 0, b = 0] = pair.split(',').map(Number);
    return [a, b];
  });
  readOutlines.set(outline, points);
  return points;
}

/** A thing's own frame: x across, y up from its foot, 1 is its height; `dir` mirrors it. */
export interface Spot {
  readonly brush: Brush;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly dir: 1 | -1;
  /** Large enough for its small parts. */
  readonly near: boolean;
  /** Lamps burn. */
  readonly lit: boolean;
  at(a: number, b: number): Point;
  poly(colour: Rgb | string, points: Outline, style?: ShapeStyle): void;
  curve(colour: Rgb | string, points: Outline, style?: ShapeStyle): void;
  oval(colour: Rgb | string, a: number, b: number, ra: number, rb: number, style?: ShapeStyle): void;
  box(colour: Rgb | string, a: number, b: number, w: number, h: number, style?: ShapeStyle): void;
  line(
    colour: Rgb | string,
    points: Outline,
    width: number,
    style?: ShapeStyle & { readonly smooth?: boolean },
  ): void;
  glow(a: number, b: number, radius: number, strength: number, colour?: Rgb | string): void;
}

const rgb = (colour: Rgb | string): Rgb => (typeof colour === 'string' ? hex(colour) : colour);

export function createSpot(
  brush: Brush,
  x: number,
  y: number,
  size: number,
  dir: 1 | -1,
  lit: boolean,
): Spot {
  const at = (a: number, b: number): Point => [x + a * size * dir, y - b * size];
  const all = (points: Outline): Point[] => readOutline(points).map(([a, b]) => at(a, b));
  return {
    brush,
    x,
    y,
    size,
    dir,
    lit,
    near: size * brush.px > 90,
    at,
    poly: (colour, points, style) => brush.fill(polygon(...all(points)), rgb(colour), style),
    curve: (colour, points, style) => brush.fill(curve(...all(points)), rgb(colour), style),
    oval: (colour, a, b, ra, rb, style) => {
      const [cx, cy] = at(a, b);
      brush.fill(ellipse(cx, cy, ra * size, rb * size), rgb(colour), style);
    },
    box: (colour, a, b, w, h, style) =>
      brush.fill(polygon(at(a, b), at(a + w, b), at(a + w, b + h), at(a, b + h)), rgb(colour), style),
    line: (colour, points, width, style) =>
      brush.line(all(points), rgb(colour), width * size, { smooth: false, ...style }),
    glow: (a, b, radius, strength, colour = '#ffcf86') => {
      const [cx, cy] = at(a, b);
      brush.glow(cx, cy, radius * size, rgb(colour), strength);
    },
  };
}
