import { curve, ellipse, type Point, type Shape } from '../../geometry.ts';

/** A head's own frame: x towards where the face looks, y up, unit is the head's height, origin its middle. */
export interface HeadFrame {
  readonly height: number;
  readonly turn: number;
  readonly to: (x: number, y: number) => Point;
  readonly shape: (...points: readonly Point[]) => Shape;
  readonly oval: (cx: number, cy: number, rx: number, ry: number) => Shape;
}

export function headFrame(
  x: number,
  y: number,
  height: number,
  facing: 1 | -1,
  tiltRad: number,
  turn: number,
): HeadFrame {
  const cos = Math.cos(-tiltRad * facing);
  const sin = Math.sin(-tiltRad * facing);
  const to = (hx: number, hy: number): Point => {
    const px = hx * facing * height;
    const py = -hy * height;
    return [x + px * cos + py * sin, y - px * sin + py * cos];
  };
  return {
    height,
    turn,
    to,
    shape: (...points) => curve(...points.map(([a, b]) => to(a, b))),
    oval: (cx, cy, rx, ry) => {
      const [px, py] = to(cx, cy);
      return ellipse(px, py, rx * height, ry * height, -tiltRad * facing);
    },
  };
}
