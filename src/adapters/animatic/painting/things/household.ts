import { darken, hex, lighten } from '../../colour.ts';
import type { Point } from '../../geometry.ts';
import type { Spot } from '../spot.ts';

export function paintLantern(s: Spot): void {
  const brass = hex('#b58a3c');
  s.line(darken(brass, 0.3), '-0.24,0.72 -0.26,0.96 0,1.14 0.26,0.96 0.24,0.72', 0.03, { smooth: true });
  s.curve(darken(brass, 0.1), '-0.3,0.16 -0.34,0.02 0,-0.01 0.34,0.02 0.3,0.16', { form: 1.4 });
  s.curve('#ffdf9c', '-0.22,0.16 -0.27,0.4 -0.2,0.66 0.2,0.66 0.27,0.4 0.22,0.16', {
    shines: true,
    form: 0.6,
    alpha: 0.92,
  });
  s.curve('#fff7dc', '-0.07,0.2 -0.1,0.32 0,0.54 0.1,0.32 0.07,0.2', { shines: true, line: 0, plain: true });
  for (const a of [-0.24, 0, 0.24])
    s.line(
      brass,
      [
        [a * 0.9, 0.16],
        [a * 1.08, 0.42],
        [a * 0.84, 0.67],
      ],
      0.028,
      { smooth: true },
    );
  s.curve(brass, '-0.26,0.66 0.26,0.66 0.2,0.78 0.1,0.86 -0.1,0.86 -0.2,0.78', { form: 1.4 });
  s.curve(darken(brass, 0.2), '-0.1,0.86 0.1,0.86 0.07,0.94 -0.07,0.94');
  s.glow(0, 0.38, 1.5, 1);
  s.glow(0, 0.38, 0.5, 0.6, '#fff2cc');
}

export function paintBulb(s: Spot): void {
  s.line('#1f1c1b', '0,3 0,0.98', 0.05);
  s.box('#2b2826', -0.14, 0.72, 0.28, 0.28);
  s.curve('#fff0bd', '-0.12,0.74 -0.3,0.44 -0.22,0.1 0,0 0.22,0.1 0.3,0.44 0.12,0.74', {
    shines: true,
    form: 0.4,
  });
  s.line('#ff9d45', '-0.08,0.4 -0.03,0.28 0.03,0.4 0.08,0.28', 0.03);
  s.glow(0, 0.35, 3.2, 0.95);
}

export function paintCandle(s: Spot): void {
  s.curve('#7a5c34', '-0.34,0.05 0.34,0.05 0.3,0 -0.3,0');
  s.box('#efe6cf', -0.1, 0.05, 0.2, 0.62);
  s.curve('#ffd37a', '-0.07,0.7 -0.1,0.78 0,1 0.1,0.78 0.07,0.7', { shines: true, line: 0.4 });
  s.glow(0, 0.82, 1.6, 0.9);
}

export function paintLetter(s: Spot): void {
  const paper = hex('#f2ecda');
  s.poly(darken(paper, 0.12), '-0.62,0.02 0.58,-0.04 0.66,0.92 -0.54,1', { form: 0.6 });
  s.poly(paper, '-0.66,0.04 0.55,0 0.6,0.96 -0.6,1.02', { form: 0.6 });
  s.line('#b04a40', '-0.48,0.88 0.02,0.86', 0.05);
  for (let i = 0; i < 9; i++) {
    const b = 0.74 - i * 0.075;
    s.line(
      '#59636f',
      [
        [-0.5, b],
        [-0.5 + (i % 4 === 3 ? 0.5 : 0.72 + (i % 3) * 0.08), b - 0.012],
      ],
      0.014,
      { alpha: 0.8 },
    );
  }
  s.line('#c3b999', '-0.03,1 -0.05,0.02', 0.012);
  s.line('#c3b999', '-0.63,0.52 0.58,0.48', 0.012);
  s.box('#59636f', 0.2, 0.08, 0.28, 0.12, { alpha: 0.5, plain: true });
}

export function paintBoard(s: Spot): void {
  s.box('#6b4d31', -0.9, 0, 1.8, 1.1);
  s.box('#2c3b36', -0.82, 0.08, 1.64, 0.94, { form: 0.7 });
  const r = s.brush.random;
  for (let i = 0; i < 6; i++) {
    const b = 0.88 - i * 0.135;
    let a = -0.68;
    const erased = i > 0 && i < 4;
    for (let k = 0; k < 9 + (i % 3) * 2; k++) {
      const w = r.between(0.03, 0.07);
      s.line(
        '#e9ebe4',
        [
          [a, b],
          [a + w * 0.3, b + r.between(0.02, 0.07)],
          [a + w * 0.7, b - 0.005],
          [a + w, b + r.between(0, 0.05)],
        ],
        0.012,
        { smooth: true, alpha: erased ? 0.25 : 0.92 },
      );
      a += w + (k === 4 ? 0.07 : 0.02);
    }
    if (erased) s.oval('#aab4ae', -0.36, b + 0.02, 0.34, 0.05, { alpha: 0.22, line: 0, plain: true });
  }
  s.box('#8a6a45', -0.84, -0.02, 1.68, 0.06);
  s.line('#f5f5ee', '0.3,0.055 0.44,0.06', 0.03);
}

export function paintKettle(s: Spot): void {
  s.curve('#8c9499', '-0.5,0.04 -0.56,0.3 -0.36,0.62 0.36,0.62 0.56,0.3 0.5,0.04 0,0', { form: 1.4 });
  s.curve('#8c9499', '0.46,0.34 0.72,0.5 0.86,0.72 0.92,0.66 0.78,0.36 0.5,0.16');
  s.curve('#767d82', '-0.24,0.62 0.24,0.62 0.16,0.72 -0.16,0.72');
  s.oval('#2b2826', 0, 0.76, 0.06, 0.05, { plain: true });
  s.line('#2b2826', '-0.42,0.56 -0.36,0.98 0,1.08 0.36,0.98 0.42,0.56', 0.06, { smooth: true });
}

export function paintCup(s: Spot): void {
  const white = hex('#e8e2d4');
  s.line(darken(white, 0.15), '0.4,0.7 0.68,0.64 0.66,0.32 0.36,0.26', 0.09, { smooth: true });
  s.curve(white, '-0.44,0.86 -0.42,0.3 -0.26,0.02 0.26,0.02 0.42,0.3 0.44,0.86', { form: 1.3 });
  s.oval('#5a3a24', 0, 0.86, 0.42, 0.1);
  s.line('#6f8fa5', '-0.43,0.64 0,0.58 0.43,0.64', 0.05, { smooth: true });
}

export function paintBook(s: Spot): void {
  s.poly('#7a3b34', '-1,0.06 0,-0.02 1,0.06 1,0.12 0,0.04 -1,0.12');
  s.curve('#f1ead8', '-0.94,0.14 -0.5,0.2 0,0.08 0,0.66 -0.46,0.76 -0.9,0.7');
  s.curve('#e6deca', '0.94,0.14 0.5,0.2 0,0.08 0,0.66 0.46,0.76 0.9,0.7');
  for (let i = 0; i < 6; i++) {
    s.line(
      '#6b6256',
      [
        [-0.8, 0.62 - i * 0.075],
        [-0.12, 0.6 - i * 0.08],
      ],
      0.016,
      { alpha: 0.7 },
    );
    s.line(
      '#6b6256',
      [
        [0.14, 0.6 - i * 0.08],
        [0.8, 0.62 - i * 0.075],
      ],
      0.016,
      { alpha: 0.7 },
    );
  }
}

export function paintRag(s: Spot): void {
  const cloth = hex('#c9bfa8');
  s.curve(
    cloth,
    '-0.3,1 0.28,1 0.44,0.62 0.3,0.34 0.46,0.06 0.1,0.14 -0.06,0 -0.22,0.16 -0.46,0.08 -0.32,0.4 -0.42,0.68',
    { form: 1.2 },
  );
  for (const a of [-0.2, 0.02, 0.22])
    s.line(
      darken(cloth, 0.35),
      [
        [a, 0.95],
        [a * 1.3, 0.6],
        [a * 1.1, 0.2],
      ],
      0.016,
      { smooth: true, alpha: 0.7 },
    );
}

export function paintSweater(s: Spot): void {
  const wool = hex('#34486e');
  // Folded in three: the edges of the layers show in front, the collar lies on top.
  s.curve(darken(wool, 0.3), '-0.94,0.02 0,-0.02 0.94,0.02 0.99,0.16 0.93,0.3 -0.93,0.3 -0.99,0.16');
  s.curve(darken(wool, 0.12), '-0.95,0.24 0,0.2 0.95,0.24 0.98,0.38 0.92,0.5 -0.92,0.5 -0.98,0.38');
  s.curve(wool, '-0.93,0.46 0,0.42 0.93,0.46 0.9,0.62 0.7,0.9 -0.7,0.92 -0.9,0.62');
  s.curve(darken(wool, 0.22), '-0.3,0.9 -0.26,0.74 0,0.68 0.26,0.74 0.3,0.9 0.16,0.98 -0.16,0.98');
  s.curve(darken(wool, 0.5), '-0.18,0.9 0,0.8 0.18,0.9 0,0.95', { plain: true });
  for (let i = 0; i < 9; i++)
    s.line(
      lighten(wool, 0.22),
      [
        [-0.78 + i * 0.195, 0.5],
        [-0.64 + i * 0.16, 0.84],
      ],
      0.014,
      { alpha: i === 4 ? 0 : 0.4 },
    );
  s.line(lighten(wool, 0.3), '0.5,0.52 0.58,0.62', 0.03, { alpha: 0.6 });
  s.line(lighten(wool, 0.3), '0.56,0.52 0.52,0.63', 0.03, { alpha: 0.6 });
}

export function paintCrates(s: Spot): void {
  const wood = hex('#9a754b');
  const crate = (a: number, b: number, c: typeof wood): void => {
    s.box(c, a, b, 0.62, 0.36);
    for (let i = 1; i < 3; i++)
      s.line(
        darken(c, 0.45),
        [
          [a, b + i * 0.12],
          [a + 0.62, b + i * 0.12],
        ],
        0.014,
      );
    for (const d of [0.04, 0.58])
      s.line(
        darken(c, 0.3),
        [
          [a + d, b],
          [a + d, b + 0.36],
        ],
        0.03,
      );
    if (s.near)
      for (let i = 0; i < 4; i++)
        s.curve(
          '#b9c6cc',
          [
            [a + 0.08 + i * 0.13, b + 0.36],
            [a + 0.15 + i * 0.13, b + 0.42],
            [a + 0.2 + i * 0.13, b + 0.36],
          ],
          { plain: true, line: 0.6 },
        );
  };
  crate(-1, 0, darken(wood, 0.08));
  crate(-0.34, 0, wood);
  crate(0.34, 0, darken(wood, 0.12));
  crate(-0.72, 0.37, lighten(wood, 0.05));
  crate(-0.06, 0.37, darken(wood, 0.05));
  crate(-0.4, 0.74, wood);
}

export function paintPlates(s: Spot): void {
  for (let i = 0; i < 3; i++) {
    const a = (i - 1) * 0.86;
    s.oval('#e7ebee', a, 0.5, 0.38, 0.38);
    s.oval('#3f6fa3', a, 0.5, 0.31, 0.31);
    s.oval('#e7ebee', a, 0.5, 0.25, 0.25, { line: 0.5 });
    for (let k = 0; k < 6; k++)
      s.oval('#3f6fa3', a + Math.cos(k * 1.05) * 0.13, 0.5 + Math.sin(k * 1.05) * 0.13, 0.035, 0.035, {
        plain: true,
        line: 0,
      });
  }
}

export function paintShoes(s: Spot): void {
  for (const a of [-0.5, 0.42])
    s.curve('#4a3327', [
      [a - 0.36, 0],
      [a - 0.4, 0.46],
      [a - 0.1, 0.52],
      [a + 0.02, 0.36],
      [a + 0.36, 0.22],
      [a + 0.44, 0],
    ]);
  for (const a of [-0.5, 0.42])
    s.line(
      '#1c1512',
      [
        [a - 0.38, 0.03],
        [a + 0.43, 0.03],
      ],
      0.06,
    );
}

export function paintFire(s: Spot): void {
  for (const [c, k] of [
    ['#d8562a', 1],
    ['#f29a3b', 0.7],
    ['#ffe08a', 0.4],
  ] as const) {
    const pts: Point[] = [
      [-0.4 * k, 0.05],
      [-0.46 * k, 0.4 * k],
      [-0.24 * k, 0.62 * k],
      [-0.16 * k, 0.46 * k],
      [0.02, 1.05 * k],
      [0.2 * k, 0.5 * k],
      [0.32 * k, 0.7 * k],
      [0.44 * k, 0.3 * k],
      [0.36 * k, 0.05],
    ];
    s.curve(c, pts, { shines: true, line: 0.5, form: 0.2 });
  }
  s.line('#3b281c', '-0.6,0.0 0.5,0.14', 0.1);
  s.line('#2d1f17', '-0.5,0.14 0.6,0.0', 0.1);
  s.glow(0, 0.4, 2.2, 1, '#ffb060');
}
