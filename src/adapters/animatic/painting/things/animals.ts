import { darken, hex } from '../../colour.ts';
import type { Point } from '../../geometry.ts';
import { createSpot, type Spot } from '../spot.ts';

export function paintGull(s: Spot, flap: number): void {
  const up = 0.34 * flap;
  s.curve(
    '#dfe3e6',
    [
      [-0.12, 0.02],
      [-0.5, 0.14 + up],
      [-1, 0.02 + up * 0.8],
      [-0.52, 0.05 + up],
      [-0.1, -0.1],
    ],
    { line: 0.7 },
  );
  s.curve(
    '#f4f4f0',
    [
      [0.12, 0.02],
      [0.5, 0.16 + up],
      [1, 0.06 + up * 0.8],
      [0.52, 0.06 + up],
      [0.1, -0.1],
    ],
    { line: 0.7 },
  );
  s.curve('#f6f5f0', '-0.22,-0.14 -0.02,0.06 0.2,0.06 0.3,0 0.16,-0.1 -0.06,-0.14', { line: 0.7 });
  s.line('#d99a3a', '0.29,0.0 0.38,-0.02', 0.035);
  s.line(
    '#3a3d42',
    [
      [0.82, 0.085 + up * 0.85],
      [1, 0.06 + up * 0.8],
    ],
    0.04,
  );
  s.line(
    '#3a3d42',
    [
      [-0.82, 0.05 + up * 0.85],
      [-1, 0.02 + up * 0.8],
    ],
    0.04,
  );
}

export function paintGulls(s: Spot): void {
  const r = s.brush.random;
  for (let i = 0; i < 22; i++) {
    const size = r.between(0.06, 0.2) * (i < 4 ? 1.5 : 1);
    const [x, y] = s.at(r.bell() * 1.5, 0.5 + r.bell() * 0.55);
    paintGull(spotAt(s, x, y, size * s.size, r.chance(0.5) ? 1 : -1), r.bell() * 1.3);
  }
}

/** The same brush at another place and size. */
function spotAt(s: Spot, x: number, y: number, size: number, dir: 1 | -1): Spot {
  return createSpot(s.brush, x, y, size, dir, s.lit);
}

export function paintHen(s: Spot): void {
  const body = hex(s.brush.random.pick(['#b5673a', '#e9e0cf', '#5a4636']));
  s.line('#c98a35', '-0.02,0.24 -0.04,0', 0.04);
  s.line('#c98a35', '0.1,0.24 0.1,0', 0.04);
  s.curve(
    body,
    '-0.55,0.72 -0.4,0.5 -0.2,0.24 0.12,0.2 0.32,0.4 0.36,0.7 0.42,0.88 0.3,0.98 0.2,0.86 0.08,0.58 -0.2,0.56 -0.36,0.82',
  );
  s.curve(darken(body, 0.2), '-0.3,0.5 0,0.52 0.12,0.4 -0.05,0.3 -0.26,0.36', { line: 0.7 });
  s.curve('#c2362c', '0.24,0.94 0.26,1.06 0.32,1 0.36,1.06 0.4,0.94', { plain: true, line: 0.6 });
  s.poly('#dba03c', '0.42,0.9 0.54,0.85 0.42,0.82', { plain: true, line: 0.6 });
  s.oval('#1d1a18', 0.35, 0.89, 0.022, 0.022, { plain: true, line: 0 });
  s.oval('#c2362c', 0.42, 0.77, 0.03, 0.055, { plain: true, line: 0 });
}

/** Standing, or swimming with its head and back out of the water. */
export function paintDog(s: Spot, swims: boolean, carries: boolean): void {
  const coat = hex('#8a623c');
  const dark = darken(coat, 0.3);
  if (!swims) {
    for (const [a, d] of [
      [-0.42, 1],
      [0.4, 1],
      [-0.54, 0],
      [0.3, 0],
    ] as const)
      s.curve(
        d === 1 ? dark : coat,
        [
          [a - 0.07, 0.5],
          [a + 0.09, 0.5],
          [a + 0.06, 0.04],
          [a + 0.14, 0],
          [a - 0.06, 0],
        ],
        { line: 0.8 },
      );
    s.curve(coat, '-0.66,0.62 -0.5,0.78 0,0.76 0.42,0.86 0.58,0.66 0.5,0.46 0.1,0.38 -0.4,0.42 -0.62,0.46');
    s.curve(coat, '-0.6,0.68 -0.84,0.86 -0.98,1.08 -0.9,1.06 -0.72,0.86 -0.56,0.74');
  } else {
    s.curve(coat, '-0.9,0.06 -0.6,0.3 0,0.34 0.5,0.5 0.66,0.3 0.6,0 -0.8,0');
    s.curve(coat, '-0.8,0.1 -1.1,0.22 -1.24,0.4 -1.16,0.4 -0.98,0.28 -0.76,0.22', { line: 0.8 });
  }
  const dy = swims ? -0.36 : 0;
  const head = (pts: readonly Point[]): Point[] => pts.map(([a, b]) => [a, b + dy]);
  s.curve(
    coat,
    head([
      [0.36, 0.74],
      [0.42, 1.02],
      [0.58, 1.12],
      [0.76, 1.06],
      [0.86, 0.96],
      [1.06, 0.9],
      [1.08, 0.8],
      [0.94, 0.74],
      [0.72, 0.74],
      [0.56, 0.62],
    ]),
  );
  s.curve(
    dark,
    head([
      [0.46, 1.06],
      [0.56, 1.08],
      [0.62, 0.92],
      [0.54, 0.74],
      [0.44, 0.8],
    ]),
  );
  s.oval('#1c1614', 1.06, 0.88 + dy, 0.045, 0.04, { plain: true, line: 0 });
  s.oval('#1c1614', 0.78, 0.98 + dy, 0.026, 0.03, { plain: true, line: 0 });
  s.line(
    '#3a2519',
    head([
      [0.8, 0.8],
      [0.94, 0.78],
      [1.04, 0.82],
    ]),
    0.018,
  );
  if (carries) {
    const p = '#f5f0e2';
    s.poly(
      p,
      head([
        [0.78, 0.86],
        [0.98, 0.68],
        [1.3, 0.68],
        [1.46, 0.86],
        [1.2, 0.78],
        [1.12, 1.02],
        [1.02, 0.78],
      ]),
    );
    s.line(
      '#9b927f',
      head([
        [1.12, 1.0],
        [1.12, 0.76],
      ]),
      0.014,
    );
  }
}

export function paintCat(s: Spot): void {
  const coat = hex('#4a4648');
  s.curve(coat, '-0.3,0 -0.34,0.3 -0.16,0.6 0.04,0.66 0.24,0.5 0.3,0.2 0.26,0');
  s.curve(coat, '-0.3,0.06 -0.62,0.1 -0.72,0.4 -0.64,0.42 -0.54,0.2 -0.3,0.16');
  s.curve(coat, '0.0,0.62 -0.08,1.02 0.06,0.9 0.24,0.9 0.36,1.02 0.34,0.66 0.2,0.56');
  s.oval('#d9c34a', 0.08, 0.76, 0.035, 0.035, { plain: true });
  s.oval('#d9c34a', 0.24, 0.76, 0.035, 0.035, { plain: true });
}

export function paintHorse(s: Spot): void {
  const coat = hex('#6e4a33');
  for (const [a, d] of [
    [-0.38, 1],
    [0.28, 1],
    [-0.48, 0],
    [0.18, 0],
  ] as const)
    s.curve(
      d === 1 ? darken(coat, 0.3) : coat,
      [
        [a - 0.05, 0.5],
        [a + 0.07, 0.5],
        [a + 0.03, 0.24],
        [a + 0.05, 0.02],
        [a - 0.04, 0.02],
        [a - 0.03, 0.24],
      ],
      { line: 0.8 },
    );
  s.curve(
    coat,
    '-0.56,0.6 -0.46,0.72 0,0.66 0.3,0.72 0.44,0.96 0.52,1 0.74,0.8 0.7,0.73 0.54,0.78 0.46,0.52 0.26,0.42 -0.2,0.42 -0.5,0.44',
  );
  s.curve(darken(coat, 0.55), '0.22,0.72 0.4,0.98 0.5,1.02 0.44,0.9 0.34,0.66');
  s.curve(darken(coat, 0.55), '-0.54,0.66 -0.7,0.5 -0.68,0.2 -0.6,0.3 -0.52,0.54');
}

/** A small house on the water's edge with its owners on the roof. */
export function paintHenHouse(s: Spot): void {
  s.box('#7c5b3e', -0.5, 0, 1, 0.42);
  for (let i = 1; i < 6; i++)
    s.line(
      '#54402c',
      [
        [-0.5 + i / 6, 0],
        [-0.5 + i / 6, 0.42],
      ],
      0.012,
    );
  s.curve('#2a211a', '-0.1,0 -0.1,0.2 0,0.28 0.1,0.2 0.1,0', { plain: true });
  s.poly('#8f4f3f', '-0.62,0.38 -0.2,0.68 0.22,0.68 0.62,0.38');
  for (const [a, b, d] of [
    [-0.3, 0.58, 1],
    [0.02, 0.66, -1],
    [0.34, 0.56, -1],
  ] as const) {
    const [x, y] = s.at(a, b);
    paintHen(spotAt(s, x, y, s.size * 0.34, d));
  }
}
