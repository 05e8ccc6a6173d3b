import { darken, hex, lighten } from '../../colour.ts';
import type { Point } from '../../geometry.ts';
import type { Spot } from '../spot.ts';

export function paintRowingBoat(s: Spot): void {
  const hull = hex('#8a5f3c');
  s.curve(darken(hull, 0.5), '-1.5,0.72 -0.6,0.62 0.5,0.64 1.5,0.86 0.5,0.9 -0.7,0.88', { form: 0.4 });
  s.curve(hull, '-1.62,0.76 -0.8,0.6 0.3,0.58 1.15,0.7 1.72,0.98 1.4,0.42 0.9,0.1 0,0 -0.9,0.04 -1.42,0.24');
  s.line('#d9c3a0', '-1.6,0.75 -0.8,0.6 0.3,0.575 1.15,0.69 1.72,0.97', 0.05, { smooth: true });
  if (s.near) {
    for (const k of [0.16, 0.32])
      s.line(
        darken(hull, 0.45),
        [
          [-1.5 + k * 0.3, 0.62 - k],
          [-0.6, 0.5 - k * 0.9],
          [0.5, 0.5 - k * 0.9],
          [1.45 - k * 0.4, 0.78 - k],
        ],
        0.016,
        { smooth: true, alpha: 0.7 },
      );
    s.poly('#6d4a2e', '-0.75,0.68 -0.5,0.66 -0.42,0.86 -0.66,0.87', { line: 0.7 });
    s.poly('#6d4a2e', '0.25,0.66 0.5,0.67 0.56,0.87 0.33,0.87', { line: 0.7 });
  }
  s.line('#a98457', '-0.2,0.8 1.0,1.18', 0.05);
}

export function paintShip(s: Spot): void {
  const sail = hex('#e9dfc8');
  const wood = hex('#4a3729');
  for (const [mx, h] of [
    [-0.3, 0.86],
    [0, 1],
    [0.29, 0.9],
  ] as const) {
    s.line(
      wood,
      [
        [mx, 0.1],
        [mx + 0.015, h],
      ],
      0.012,
    );
    const rows: readonly (readonly [number, number, number])[] = [
      [0.2, 0.42, 0.15],
      [0.45, 0.64, 0.125],
      [0.66, 0.81, 0.1],
      [0.83, 0.94, 0.07],
    ];
    for (const [low, high, half] of rows) {
      if (high * h > h) continue;
      const b = low * h;
      const t = high * h;
      s.curve(
        sail,
        [
          [mx - half * 0.8, t],
          [mx, t + 0.004],
          [mx + half * 0.85, t],
          [mx + half * 1.18, (b + t) / 2],
          [mx + half * 1.05, b],
          [mx + 0.05, b + 0.022],
          [mx - half, b],
          [mx - half * 0.7, (b + t) / 2],
        ],
        { form: 1.3 },
      );
      s.line(
        wood,
        [
          [mx - half * 0.95, t + 0.003],
          [mx + half * 0.95, t + 0.003],
        ],
        0.009,
      );
    }
  }
  s.poly(darken(sail, 0.12), '0.34,0.74 0.72,0.24 0.4,0.26');
  s.poly(darken(sail, 0.05), '0.32,0.6 0.62,0.2 0.38,0.22');
  s.poly(darken(sail, 0.16), '-0.34,0.6 -0.62,0.46 -0.58,0.19 -0.33,0.2');
  s.curve(wood, '-0.6,0.19 -0.5,0.13 0.4,0.12 0.56,0.17 0.76,0.22 0.6,0.13 0.5,0.04 0.4,0 -0.4,0 -0.54,0.05');
  s.line('#cdb48a', '-0.57,0.12 0.5,0.1', 0.008);
  s.line(wood, '0.5,0.16 0.82,0.27', 0.012);
  if (s.near) {
    for (let i = 0; i < 7; i++)
      s.box('#d9b777', -0.4 + i * 0.12, 0.065, 0.03, 0.022, { plain: true, shines: true, alpha: 0.8 });
    for (const [a, b] of [
      [-0.55, -0.3],
      [-0.28, 0.0],
      [0.5, 0.29],
    ] as const)
      s.line(
        wood,
        [
          [a, 0.13],
          [b, 0.8],
        ],
        0.0035,
        { alpha: 0.8 },
      );
  }
}

export function paintFerry(s: Spot): void {
  const hull = hex('#34495c');
  s.poly('#e6dfd0', '-0.9,0.36 0.75,0.36 0.7,0.62 -0.84,0.62');
  s.poly('#d6cdbb', '-0.1,0.62 0.62,0.62 0.52,0.88 -0.06,0.88');
  s.poly('#9b3f34', '-0.5,0.62 -0.26,0.62 -0.28,1 -0.48,1');
  s.poly('#2a2c33', '-0.49,0.9 -0.275,0.9 -0.28,1 -0.48,1');
  for (let i = 0; i < 8; i++)
    s.box(s.lit ? '#ffd98f' : '#6f8796', -0.76 + i * 0.18, 0.43, 0.1, 0.1, {
      plain: true,
      shines: s.lit,
      line: 0.7,
    });
  for (let i = 0; i < 3; i++)
    s.box(s.lit ? '#ffd98f' : '#6f8796', 0.02 + i * 0.18, 0.7, 0.12, 0.11, {
      plain: true,
      shines: s.lit,
      line: 0.7,
    });
  s.curve(hull, '-1.05,0.38 0,0.33 0.9,0.38 1.22,0.5 1.06,0.14 0.88,0 -0.9,0 -1.04,0.12');
  s.line('#c9c1b0', '-1.03,0.3 0,0.26 0.9,0.3 1.16,0.42', 0.022, { smooth: true });
  s.line('#3b3f47', '1.02,0.46 1.04,0.78', 0.02);
  s.oval('#fff0c0', 1.04, 0.8, 0.045, 0.045, { shines: true, plain: true });
  s.glow(1.04, 0.8, 0.9, 0.95);
}

export function paintBuoy(s: Spot): void {
  s.curve('#a33b31', '-0.32,0.3 0.32,0.3 0.36,0.08 0,0 -0.36,0.08');
  for (const a of [-0.2, 0.2])
    s.line(
      '#7a2e28',
      [
        [a, 0.3],
        [a * 0.3, 0.85],
      ],
      0.05,
    );
  s.line('#7a2e28', '-0.14,0.55 0.14,0.55', 0.04);
  s.oval('#ffe3a0', 0, 0.9, 0.08, 0.09, { shines: true, plain: true });
  s.glow(0, 0.9, 0.9, 0.7);
}

export function paintPaperBoat(s: Spot): void {
  const paper = hex('#f3eedf');
  s.poly(darken(paper, 0.2), '-0.46,0.34 0,0.95 0.02,0.3');
  s.poly(lighten(paper, 0.1), '0,0.95 0.46,0.34 0.02,0.3');
  s.poly(paper, '-0.95,0.62 -0.42,0.22 0.02,0.34 -0.08,0 -0.56,0');
  s.poly(darken(paper, 0.1), '0.95,0.62 0.42,0.22 0.02,0.34 -0.08,0 0.56,0');
  s.line('#9b927f', '0.02,0.34 -0.08,0', 0.012);
  if (s.near) {
    for (let i = 0; i < 4; i++)
      s.line(
        '#6b7a8c',
        [
          [-0.56 + i * 0.03, 0.16 + i * 0.055],
          [-0.2 + i * 0.02, 0.13 + i * 0.05],
        ],
        0.014,
        { alpha: 0.7 },
      );
    s.line('#b04a40', '0.2,0.12 0.52,0.2', 0.022, { alpha: 0.85 });
    for (let i = 0; i < 3; i++)
      s.line(
        '#6b7a8c',
        [
          [0.18 + i * 0.02, 0.2 + i * 0.05],
          [0.5 + i * 0.04, 0.27 + i * 0.06],
        ],
        0.012,
        { alpha: 0.6 },
      );
  }
}

export function paintStern(s: Spot): void {
  const wood = hex('#7b5739');
  s.curve(wood, '-0.86,0.94 -0.4,1.0 0.4,1.0 0.86,0.94 0.74,0.4 0.4,0.06 0,0 -0.4,0.06 -0.74,0.4');
  for (let i = 1; i < 6; i++)
    s.line(
      darken(wood, 0.4),
      [
        [-0.82 + i * 0.03, 1 - i * 0.16],
        [0, 0.99 - i * 0.165],
        [0.82 - i * 0.03, 1 - i * 0.16],
      ],
      0.012,
      { smooth: true },
    );
  const letters: readonly (readonly Point[])[] = [
    [
      [0, 0],
      [0.07, 0.2],
      [0.14, 0],
      [0.105, 0.08],
      [0.035, 0.08],
    ],
    [
      [0, 0.2],
      [0, 0],
      [0.12, 0],
    ],
    [
      [0, 0],
      [0.01, 0.2],
      [0.075, 0.08],
      [0.14, 0.2],
      [0.15, 0],
    ],
    [
      [0, 0],
      [0.07, 0.2],
      [0.14, 0],
      [0.105, 0.08],
      [0.035, 0.08],
    ],
  ];
  letters.forEach((strokes, i) => {
    s.line(
      '#efe4c8',
      strokes.map(([a, b]): Point => [-0.42 + i * 0.235 + a, 0.5 + b]),
      0.035,
    );
  });
  for (let i = 0; i < 9; i++) {
    const a = -0.7 + i * 0.17;
    s.curve(
      i % 2 === 0 ? '#4d6b3a' : '#3b5630',
      [
        [a, 0.99],
        [a + 0.09, 0.98],
        [a + 0.1, 0.82 - (i % 3) * 0.07],
        [a + 0.05, 0.66 - (i % 4) * 0.06],
        [a + 0.01, 0.8],
      ],
      { line: 0.5 },
    );
  }
}
