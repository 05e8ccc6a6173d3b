import { darken, hex, lighten } from '../../colour.ts';
import type { Point } from '../../geometry.ts';
import type { Spot } from '../spot.ts';

export function paintRadio(s: Spot): void {
  const case1 = hex('#6a4c33');
  s.box(case1, -0.8, 0, 1.6, 1);
  s.box(darken(case1, 0.3), -0.74, 0.06, 0.72, 0.88, { plain: true });
  s.oval('#3a2c20', -0.38, 0.5, 0.3, 0.3);
  if (s.near)
    for (let i = 0; i < 9; i++)
      s.line(
        '#8d7350',
        [
          [-0.62 + i * 0.06, 0.3],
          [-0.62 + i * 0.06, 0.7],
        ],
        0.012,
        { alpha: 0.7 },
      );
  s.box('#f2d58c', 0.08, 0.58, 0.62, 0.3, { shines: true, form: 0.4 });
  if (s.near)
    for (let i = 0; i <= 10; i++)
      s.line(
        '#5b4324',
        [
          [0.12 + i * 0.054, 0.84],
          [0.12 + i * 0.054, i % 5 === 0 ? 0.74 : 0.79],
        ],
        0.01,
      );
  s.line('#b3362a', '0.46,0.6 0.46,0.87', 0.018);
  for (const a of [0.18, 0.4, 0.62]) {
    s.oval('#2b2420', a, 0.28, 0.095, 0.095);
    s.line(
      '#d9c9a8',
      [
        [a, 0.28],
        [a + 0.05, 0.35],
      ],
      0.02,
    );
  }
  s.glow(0.4, 0.72, 0.95, 0.6);
}

export function paintMicrophone(s: Spot): void {
  const steel = hex('#b9bdc0');
  s.curve('#3a3b40', '-0.32,0.06 0,0.1 0.32,0.06 0.34,0 -0.34,0');
  s.box('#7d8186', -0.035, 0.06, 0.07, 0.42, { form: 1.4 });
  s.line('#54575c', '-0.26,0.5 -0.3,0.72 -0.22,0.9', 0.04, { smooth: true });
  s.line('#54575c', '0.26,0.5 0.3,0.72 0.22,0.9', 0.04, { smooth: true });
  s.line('#54575c', '-0.27,0.5 0.27,0.5', 0.045);
  s.curve(steel, '-0.2,0.62 -0.21,0.86 -0.1,1 0.1,1 0.21,0.86 0.2,0.62 0.1,0.52 -0.1,0.52', { form: 1.5 });
  for (let i = 0; i < 6; i++)
    s.line(
      '#4b4e53',
      [
        [-0.17, 0.62 + i * 0.058],
        [0.17, 0.62 + i * 0.058],
      ],
      0.022,
    );
  s.box(lighten(steel, 0.2), -0.2, 0.735, 0.4, 0.05, { plain: true });
  s.line('#2a2b2f', '0.2,0.04 0.6,0.02 0.9,0.08', 0.03, { smooth: true });
}

export function paintDial(s: Spot): void {
  s.oval('#4b3a2a', 0, 0.5, 0.52, 0.52);
  s.oval('#f4e2ad', 0, 0.5, 0.44, 0.44, { shines: true, form: 0.4 });
  for (let i = 0; i <= 16; i++) {
    const a = Math.PI * (1.15 - (i / 16) * 1.3);
    const r = i % 4 === 0 ? 0.31 : 0.35;
    s.line(
      '#3d2c18',
      [
        [Math.cos(a) * r, 0.5 + Math.sin(a) * r],
        [Math.cos(a) * 0.39, 0.5 + Math.sin(a) * 0.39],
      ],
      i % 4 === 0 ? 0.018 : 0.009,
    );
  }
  const a = s.brush.random.between(0.6, 2.2);
  s.line(
    '#a8322a',
    [
      [-Math.cos(a) * 0.08, 0.5 - Math.sin(a) * 0.08],
      [Math.cos(a) * 0.34, 0.5 + Math.sin(a) * 0.34],
    ],
    0.022,
  );
  s.oval('#2a2420', 0, 0.5, 0.05, 0.05, { plain: true });
  s.glow(0, 0.5, 0.9, 0.4);
}

/** The great lens of a lighthouse: rings of prisms about a bull's eye. */
export function paintLens(s: Spot): void {
  const brass = hex('#a8823f');
  const glass = hex('#7fa39d');
  s.box('#5d4a2c', -0.34, 0, 0.68, 0.09);
  s.poly(darken(brass, 0.2), '-0.2,0.09 0.2,0.09 0.26,0.16 -0.26,0.16');
  s.curve(glass, '-0.3,0.16 -0.42,0.4 -0.42,0.72 -0.26,0.95 0,1 0.26,0.95 0.42,0.72 0.42,0.4 0.3,0.16', {
    shines: true,
    form: 1.6,
  });
  for (let i = 0; i < 14; i++) {
    const b = 0.19 + i * 0.056;
    const half = 0.42 * Math.sqrt(Math.max(0.06, 1 - ((b - 0.56) / 0.47) ** 2));
    if (b > 0.36 && b < 0.76) {
      // Beside the bull's eye the prisms are only seen to its left and right.
      for (const d of [-1, 1])
        s.line(
          i % 2 === 0 ? '#5f8580' : '#c9e2da',
          [
            [d * half, b],
            [d * half * 0.62, b - 0.006],
          ],
          0.014,
          { shines: true },
        );
      continue;
    }
    s.line(
      i % 2 === 0 ? '#5f8580' : '#d3e8e0',
      [
        [-half, b],
        [0, b - 0.018],
        [half, b],
      ],
      0.016,
      { smooth: true, shines: true },
    );
  }
  for (const [r, c] of [
    [0.22, '#6f958f'],
    [0.185, '#a9cabf'],
    [0.15, '#7fa79f'],
    [0.115, '#cfe6d8'],
    [0.08, '#f3ecc4'],
    [0.045, '#fffbe6'],
  ] as const)
    s.oval(c, 0, 0.56, r, r * 0.98, { shines: true, form: 0.4, plain: true });
  for (const a of [-0.4, -0.2, 0.2, 0.4])
    s.line(
      brass,
      [
        [a * 0.72, 0.16],
        [a, 0.55],
        [a * 0.62, 0.96],
      ],
      0.018,
      { smooth: true },
    );
  s.curve(brass, '-0.16,0.98 0,1.05 0.16,0.98');
  s.glow(0, 0.56, 0.75, 0.8, '#ffedb8');
}

export function paintHorn(s: Spot): void {
  const brass = hex('#d2a13d');
  s.curve(brass, '-1.1,0.56 0.2,0.5 0.58,0.66 0.94,0.98 1.06,0.98 1.08,0 0.96,0 0.6,0.3 0.2,0.44 -1.1,0.49', {
    form: 1.4,
  });
  s.oval(darken(brass, 0.4), 1.06, 0.49, 0.085, 0.5);
  s.oval('#4a3313', 1.08, 0.49, 0.05, 0.4, { plain: true });
  s.curve(brass, '-1.14,0.6 -1.05,0.56 -1.05,0.48 -1.14,0.44 -1.22,0.52');
  s.line(brass, '-0.5,0.5 -0.56,0.24 -0.1,0.16 0.34,0.2 0.36,0.42', 0.07, { smooth: true });
  s.line(darken(brass, 0.3), '-0.5,0.5 -0.56,0.24 -0.1,0.16 0.34,0.2 0.36,0.42', 0.012, { smooth: true });
  for (const a of [-0.24, -0.06, 0.12]) {
    s.box(lighten(brass, 0.12), a - 0.05, 0.14, 0.1, 0.44);
    s.oval('#f0e3bd', a, 0.64, 0.05, 0.035, { plain: true });
    s.line(
      brass,
      [
        [a, 0.58],
        [a, 0.64],
      ],
      0.02,
    );
  }
  s.line('#fff3c6', '-1,0.535 0.2,0.475 0.6,0.6 0.92,0.86', 0.016, {
    smooth: true,
    alpha: 0.9,
    shines: true,
  });
}

export function paintClock(s: Spot): void {
  s.oval('#6b4d31', 0, 0.5, 0.5, 0.5);
  s.oval('#f2ebd8', 0, 0.5, 0.42, 0.42);
  for (let i = 0; i < 12; i++) {
    const a = (i / 12) * Math.PI * 2;
    s.line(
      '#2a2622',
      [
        [Math.cos(a) * 0.34, 0.5 + Math.sin(a) * 0.34],
        [Math.cos(a) * 0.39, 0.5 + Math.sin(a) * 0.39],
      ],
      i % 3 === 0 ? 0.03 : 0.014,
    );
  }
  const h = s.brush.random.between(0, 6.28);
  s.line(
    '#1c1a18',
    [
      [0, 0.5],
      [Math.cos(h) * 0.2, 0.5 + Math.sin(h) * 0.2],
    ],
    0.034,
  );
  s.line(
    '#1c1a18',
    [
      [0, 0.5],
      [Math.cos(h * 12) * 0.33, 0.5 + Math.sin(h * 12) * 0.33],
    ],
    0.02,
  );
  s.oval('#1c1a18', 0, 0.5, 0.03, 0.03, { plain: true });
}

export function paintClockwork(s: Spot): void {
  const gear = (a: number, b: number, r: number, teeth: number, colour: string): void => {
    const pts: Point[] = [];
    for (let i = 0; i < teeth * 4; i++) {
      const t = (i / (teeth * 4)) * Math.PI * 2;
      const q = i % 4 < 2 ? r : r * 0.86;
      pts.push([a + Math.cos(t) * q, b + Math.sin(t) * q]);
    }
    s.poly(colour, pts);
    s.oval('#2b2219', a, b, r * 0.62, r * 0.62, { alpha: 0.8 });
    for (let k = 0; k < 3; k++)
      s.line(
        colour,
        [
          [a + Math.cos(k * 1.05) * r * 0.66, b + Math.sin(k * 1.05) * r * 0.66],
          [a - Math.cos(k * 1.05) * r * 0.66, b - Math.sin(k * 1.05) * r * 0.66],
        ],
        r * 0.12,
      );
    s.oval(colour, a, b, r * 0.2, r * 0.2);
  };
  gear(-0.45, 0.62, 0.4, 18, '#8f6f38');
  gear(0.32, 0.36, 0.34, 14, '#b08c46');
  gear(0.28, 0.86, 0.2, 10, '#74592f');
  gear(-0.62, 0.12, 0.2, 10, '#9c7a3d');
}

export function paintPhone(s: Spot): void {
  s.curve('#24262c', '-0.5,0 0.5,0 0.42,0.34 0.24,0.5 -0.24,0.5 -0.42,0.34');
  s.oval('#c9c1ae', 0, 0.24, 0.18, 0.15);
  for (let i = 0; i < 8; i++)
    s.oval('#24262c', Math.cos(i * 0.7) * 0.12, 0.24 + Math.sin(i * 0.7) * 0.1, 0.022, 0.02, {
      plain: true,
      line: 0,
    });
  s.curve(
    '#15161a',
    '-0.72,0.56 -0.66,0.76 -0.3,0.82 0,0.76 0.3,0.82 0.66,0.76 0.72,0.56 0.44,0.52 0.36,0.66 -0.36,0.66 -0.44,0.52',
  );
}

export function paintScreen(s: Spot): void {
  s.poly('#33363d', '-0.14,0.06 0.14,0.06 0.1,0.26 -0.1,0.26');
  s.box('#33363d', -0.3, 0, 0.6, 0.06);
  s.box('#1c1f25', -0.75, 0.24, 1.5, 0.84);
  s.box('#8fc3d8', -0.68, 0.31, 1.36, 0.7, { shines: true, form: 0.5 });
  for (let i = 0; i < 5; i++)
    s.line(
      '#e8f6fb',
      [
        [-0.58, 0.9 - i * 0.11],
        [-0.58 + s.brush.random.between(0.3, 1), 0.9 - i * 0.11],
      ],
      0.025,
      { shines: true, alpha: 0.8 },
    );
  s.glow(0, 0.65, 1.4, 0.5, '#a8e0f4');
}
