/** A point in the picture: unit is the frame's height, x from the frame's centre, y from its top edge downwards. */
export type Point = readonly [number, number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** An outline. Smooth ones are traced as a closed Catmull-Rom curve, others as straight edges. */
export interface Shape {
  readonly points: readonly Point[];
  readonly smooth: boolean;
}

export interface PathSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void;
  closePath(): void;
}

export function polygon(...points: readonly Point[]): Shape {
  return { points, smooth: false };
}

export function curve(...points: readonly Point[]): Shape {
  return { points, smooth: true };
}

export function rect(x: number, y: number, w: number, h: number): Shape {
  return polygon([x, y], [x + w, y], [x + w, y + h], [x, y + h]);
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, turn = 0, steps = 14): Shape {
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const points: Point[] = [];
  for (let i = 0; i < steps; i++) {
    const a = (i / steps) * Math.PI * 2;
    const x = Math.cos(a) * rx;
    const y = Math.sin(a) * ry;
    points.push([cx + x * cos - y * sin, cy + x * sin + y * cos]);
  }
  return { points, smooth: true };
}

/** A limb: two circles and what lies between them. */
export function capsule(a: Point, b: Point, ra: number, rb: number): Shape {
  const angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
  const points: Point[] = [];
  for (const [centre, radius, from] of [
    [b, rb, -Math.PI / 2],
    [a, ra, Math.PI / 2],
  ] as const) {
    for (let i = 0; i <= 4; i++) {
      const t = angle + from + (i / 4) * Math.PI;
      points.push([centre[0] + Math.cos(t) * radius, centre[1] + Math.sin(t) * radius]);
    }
  }
  return { points, smooth: true };
}

export function boundsOf(points: readonly Point[]): Box {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return { x: x0, y: y0, w: x1 - x0, h: y1 - y0 };
}

export function tracePath(sink: PathSink, points: readonly Point[], smooth: boolean, closed: boolean): void {
  const n = points.length;
  const first = points[0];
  if (first === undefined) return;
  const at = (i: number): Point => points[closed ? (i + n) % n : Math.max(0, Math.min(n - 1, i))] ?? first;
  sink.moveTo(first[0], first[1]);
  const last = closed ? n : n - 1;
  for (let i = 0; i < last; i++) {
    const p1 = at(i);
    const p2 = at(i + 1);
    if (!smooth) {
      sink.lineTo(p2[0], p2[1]);
      continue;
    }
    const p0 = at(i - 1);
    const p3 = at(i + 2);
    sink.bezierCurveTo(
      p1[0] + (p2[0] - p0[0]) / 6,
      p1[1] + (p2[1] - p0[1]) / 6,
      p2[0] - (p3[0] - p1[0]) / 6,
      p2[1] - (p3[1] - p1[1]) / 6,
      p2[0],
      p2[1],
    );
  }
  if (closed) sink.closePath();
}

export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;
export const clamp = (n: number, low: number, high: number): number => Math.max(low, Math.min(high, n));
