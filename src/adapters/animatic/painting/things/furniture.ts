import { darken, hex, lighten } from '../../colour.ts';
import type { Spot } from '../spot.ts';

export function paintDoor(s: Spot): void {
  s.box('#3c2d22', -0.27, 0, 0.54, 1.03);
  s.box('#6e4f36', -0.235, 0, 0.47, 0.99);
  for (const [b, h] of [
    [0.08, 0.36],
    [0.52, 0.4],
  ] as const)
    for (const a of [-0.19, 0.025]) s.box('#5d4230', a, b, 0.165, h, { line: 0.7 });
  s.oval('#c9a24b', 0.18, 0.47, 0.02, 0.02, { plain: true });
}

export function paintWindow(s: Spot): void {
  const sky = s.brush.light.sky;
  s.box('#e4dccb', -0.44, 0, 0.88, 1.06);
  s.box(sky.top, -0.38, 0.52, 0.76, 0.48, { shines: true, form: 0.2, plain: true });
  s.box(sky.low, -0.38, 0.06, 0.76, 0.48, { shines: true, line: 0, plain: true });
  s.line('#e4dccb', '0,0.06 0,1', 0.045);
  s.line('#e4dccb', '-0.38,0.53 0.38,0.53', 0.035);
  s.box('#d3c9b4', -0.5, -0.05, 1, 0.06);
}

export function paintShutters(s: Spot): void {
  paintWindow(s);
  for (const d of [-1, 1] as const) {
    const c = hex(d === -1 ? '#4c6a63' : '#44605a');
    s.poly(c, [
      [d * 0.44, 0],
      [d * 0.86, -0.07],
      [d * 0.86, 1.12],
      [d * 0.44, 1.06],
    ]);
    for (let i = 0; i < 9; i++)
      s.line(
        darken(c, 0.4),
        [
          [d * 0.48, 0.08 + i * 0.105],
          [d * 0.82, 0.03 + i * 0.115],
        ],
        0.018,
      );
  }
}

export function paintChair(s: Spot): void {
  const wood = hex('#7a5638');
  for (const a of [-0.24, 0.26])
    s.line(
      darken(wood, 0.2),
      [
        [a, 0.48],
        [a * 1.15, 0],
      ],
      0.05,
    );
  s.line(wood, '-0.26,0.46 -0.36,1.02', 0.055);
  s.line(wood, '-0.02,0.5 -0.1,1.0', 0.045);
  for (const b of [0.66, 0.8, 0.94])
    s.line(
      wood,
      [
        [-0.3 - (b - 0.6) * 0.1, b],
        [-0.04 - (b - 0.6) * 0.12, b],
      ],
      0.04,
    );
  s.poly(lighten(wood, 0.08), '-0.32,0.46 0.22,0.44 0.34,0.52 -0.16,0.54');
  for (const a of [-0.14, 0.36])
    s.line(
      wood,
      [
        [a, 0.48],
        [a * 1.1, 0.06],
      ],
      0.045,
    );
}

export function paintTable(s: Spot): void {
  const wood = hex('#86603d');
  for (const a of [-0.86, 0.78]) s.box(darken(wood, 0.2), a, 0, 0.09, 0.9);
  for (const a of [-0.7, 0.6]) s.box(darken(wood, 0.4), a, 0.12, 0.07, 0.78);
  s.poly(lighten(wood, 0.08), '-1.02,0.92 1.02,0.92 0.88,1.06 -0.88,1.06');
  s.box(wood, -1.02, 0.84, 2.04, 0.09);
}

export function paintBench(s: Spot): void {
  const wood = hex('#6e4f34');
  for (const a of [-1.3, 1.2]) s.box(darken(wood, 0.2), a, 0, 0.12, 0.86);
  s.box(darken(wood, 0.35), -1.25, 0.2, 2.5, 0.05);
  s.box(wood, -1.4, 0.84, 2.8, 0.11);
  s.poly(lighten(wood, 0.1), '-1.4,0.95 1.4,0.95 1.24,1.08 -1.24,1.08');
}

export function paintBed(s: Spot): void {
  s.box('#5d432f', -1.1, 0, 0.1, 1.2);
  s.box('#5d432f', 1.02, 0, 0.08, 0.7);
  s.curve('#d8cfc0', '-1,0.26 1.02,0.26 1.02,0.52 0.2,0.6 -0.6,0.62 -1,0.58');
  s.curve('#7b8fa5', '-0.4,0.24 1.04,0.22 1.04,0.54 0.3,0.66 -0.4,0.64');
  s.curve('#efe9dc', '-1,0.56 -0.56,0.56 -0.5,0.74 -0.76,0.82 -1,0.74');
}

export function paintBellRope(s: Spot): void {
  s.line('#b89a63', '0,1.2 0.01,0.7 -0.015,0.4 0.0,0.12', 0.022, { smooth: true });
  s.curve('#a33f36', '-0.035,0.42 0.03,0.42 0.045,0.3 0.02,0.2 -0.04,0.2 -0.05,0.3');
  s.curve('#b89a63', '-0.02,0.14 0.025,0.14 0.04,0 -0.035,0');
  for (let i = 0; i < 8; i++)
    s.line(
      '#7b643b',
      [
        [-0.012, 1.1 - i * 0.08],
        [0.014, 1.06 - i * 0.08],
      ],
      0.007,
    );
}

export function paintStairs(s: Spot): void {
  for (let i = 0; i < 6; i++)
    s.poly(i % 2 === 0 ? '#7d7468' : '#8a8175', [
      [-0.8 + i * 0.1, i * 0.15],
      [0.8 + i * 0.05, i * 0.15],
      [0.8 + i * 0.05, i * 0.15 + 0.15],
      [-0.8 + i * 0.1, i * 0.15 + 0.15],
    ]);
}

export function paintWheel(s: Spot): void {
  const wood = hex('#7b5330');
  for (let i = 0; i < 8; i++) {
    const a = (i / 8) * Math.PI * 2;
    s.line(
      wood,
      [
        [0, 0.5],
        [Math.cos(a) * 0.54, 0.5 + Math.sin(a) * 0.54],
      ],
      0.04,
    );
  }
  const ring = Array.from(
    { length: 33 },
    (_, i) =>
      [Math.cos((i / 32) * Math.PI * 2) * 0.38, 0.5 + Math.sin((i / 32) * Math.PI * 2) * 0.38] as const,
  );
  s.line(darken(wood, 0.2), ring, 0.075, { smooth: true });
  s.line(lighten(wood, 0.2), ring, 0.02, { smooth: true });
  s.oval('#b98d42', 0, 0.5, 0.09, 0.09);
}
