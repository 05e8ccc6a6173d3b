import { darken, hex, lighten } from '../../colour.ts';
import type { Spot } from '../spot.ts';

export function paintLighthouse(s: Spot): void {
  const white = hex('#ece6da');
  s.poly('#7a6d5c', '0.1,0.02 0.42,0.02 0.42,0.16 0.1,0.16');
  s.poly('#5f3a33', '0.07,0.16 0.26,0.25 0.46,0.16');
  s.box(s.lit ? '#ffcf80' : '#56626e', 0.28, 0.06, 0.05, 0.06, { shines: s.lit, plain: true });
  s.poly(white, '-0.125,0 0.125,0 0.078,0.76 -0.078,0.76', { form: 1.3 });
  for (const [b, h] of [
    [0.18, 0.16],
    [0.5, 0.15],
  ] as const) {
    const w = (y: number): number => 0.125 - (y / 0.76) * 0.047;
    s.poly(
      '#a5423a',
      [
        [-w(b), b],
        [w(b), b],
        [w(b + h), b + h],
        [-w(b + h), b + h],
      ],
      { form: 1.3 },
    );
  }
  for (const b of [0.12, 0.42, 0.7])
    s.box(s.lit ? '#ffcf80' : '#3c4450', -0.02, b, 0.028, 0.04, { plain: true, shines: s.lit });
  s.box('#3b3f47', -0.115, 0.76, 0.23, 0.022);
  if (s.near)
    for (let i = 0; i <= 8; i++)
      s.line(
        '#3b3f47',
        [
          [-0.11 + i * 0.0275, 0.78],
          [-0.11 + i * 0.0275, 0.825],
        ],
        0.005,
      );
  s.line('#3b3f47', '-0.112,0.825 0.112,0.825', 0.006);
  s.box(s.lit ? '#fff1c4' : '#b8cad4', -0.058, 0.78, 0.116, 0.115, { shines: s.lit });
  for (const a of [-0.058, -0.02, 0.02, 0.058])
    s.line(
      '#30343b',
      [
        [a, 0.78],
        [a, 0.895],
      ],
      0.006,
    );
  s.curve('#8f3a33', '-0.075,0.893 0.075,0.893 0.045,0.95 0,0.975 -0.045,0.95');
  s.line('#30343b', '0,0.97 0,1.01', 0.008);
}

export function paintChurch(s: Spot): void {
  const stone = hex('#9a8f80');
  s.poly(darken(stone, 0.1), '0.1,0 0.85,0 0.85,0.34 0.1,0.34');
  s.poly('#5d4a42', '0.06,0.34 0.2,0.54 0.78,0.54 0.9,0.34');
  s.poly(stone, '-0.17,0 0.16,0 0.16,0.62 -0.17,0.62');
  s.poly('#54433d', '-0.2,0.62 0.19,0.62 0,1');
  s.line('#c9a85c', '0,0.99 0,1.07', 0.012);
  s.line('#c9a85c', '-0.025,1.045 0.025,1.045', 0.012);
  s.curve('#2a2624', '-0.07,0.48 -0.07,0.55 0,0.59 0.07,0.55 0.07,0.48', { plain: true });
  s.curve('#3a2c24', '-0.08,0 -0.08,0.14 0,0.2 0.08,0.14 0.08,0', { plain: true });
  for (let i = 0; i < 3; i++) {
    const a = 0.26 + i * 0.2;
    s.curve(
      s.lit ? '#ffcb7a' : '#4b5763',
      [
        [a, 0.1],
        [a, 0.24],
        [a + 0.045, 0.29],
        [a + 0.09, 0.24],
        [a + 0.09, 0.1],
      ],
      { plain: true, shines: s.lit },
    );
  }
  for (let i = 0; i < 4; i++)
    s.box('#857a6c', -0.2 - i * 0.05, 0, 0.4 + i * 0.1, 0.035 - i * 0.008, { plain: true });
}

export function paintHouse(s: Spot): void {
  const r = s.brush.random;
  const wall = hex(r.pick(['#c9b79b', '#b8a79a', '#a9b0ab', '#c7a08a', '#d5c9b2', '#9aa5ad']));
  const roof = hex(r.pick(['#6d4038', '#4f4a4c', '#73513a', '#54606a']));
  s.poly(wall, '-0.55,0 0.55,0 0.55,0.58 -0.55,0.58');
  s.poly(roof, '-0.64,0.56 -0.38,1 0.4,1 0.64,0.56');
  s.box(darken(roof, 0.25), 0.2, 0.86, 0.13, 0.3);
  for (const a of [-0.4, 0.16]) {
    const burning = s.lit && r.chance(0.55);
    s.box(burning ? '#ffcc7c' : '#4c5a66', a, 0.24, 0.22, 0.2, { shines: burning, plain: true });
    s.line(
      '#e9e1d0',
      [
        [a + 0.11, 0.24],
        [a + 0.11, 0.44],
      ],
      0.02,
    );
    if (burning) s.glow(a + 0.11, 0.34, 0.5, 0.28);
  }
  s.box('#5a4434', -0.09, 0, 0.17, 0.36, { plain: true });
}

export function paintTree(s: Spot): void {
  const r = s.brush.random;
  const leaf = hex(r.pick(['#4c6b3c', '#5b7a45', '#3f5e41', '#6d7d3f']));
  s.poly('#4f3a2b', '-0.045,0 0.05,0 0.022,0.5 -0.02,0.5');
  s.line('#4f3a2b', '0,0.36 0.14,0.56', 0.025);
  s.line('#4f3a2b', '0,0.3 -0.15,0.5', 0.022);
  const clumps: [number, number, number][] = [];
  for (let i = 0; i < 7; i++) clumps.push([r.bell() * 0.26, 0.56 + r.next() * 0.3, r.between(0.12, 0.2)]);
  clumps.sort((a, b) => b[1] - a[1]);
  clumps.forEach(([a, b, size], i) => {
    const pts = Array.from({ length: 10 }, (_, k) => {
      const t = (k / 10) * Math.PI * 2;
      const q = size * (k % 2 === 0 ? 1.08 : 0.84);
      return [a + Math.cos(t) * q, b + Math.sin(t) * q * 0.82] as const;
    });
    s.curve(i % 2 === 0 ? leaf : lighten(leaf, 0.07), pts, { line: 0.6 });
  });
}

export function paintTractor(s: Spot): void {
  const red = hex('#a8382f');
  s.box('#2e3036', 0.34, 0.72, 0.05, 0.36);
  s.poly(red, '-0.1,0.46 0.78,0.46 0.8,0.74 0.74,0.8 -0.08,0.8');
  s.poly('#2b3a44', '-0.62,0.62 -0.1,0.62 -0.14,1.16 -0.56,1.16', { alpha: 0.85 });
  s.poly(red, '-0.66,1.14 -0.08,1.14 -0.12,1.22 -0.62,1.22');
  for (const a of [-0.62, -0.14])
    s.line(
      red,
      [
        [a, 0.6],
        [a + 0.03, 1.16],
      ],
      0.05,
    );
  s.curve(red, '-0.92,0.56 -0.72,0.86 -0.36,0.9 -0.14,0.7 -0.12,0.5 -0.3,0.62 -0.6,0.66');
  wheel(s, -0.5, 0.4, 0.42);
  wheel(s, 0.6, 0.24, 0.25);
  s.oval('#f3e6bd', 0.79, 0.66, 0.035, 0.05, { plain: true });
  if (s.near)
    for (let i = 0; i < 5; i++)
      s.line(
        '#6e231d',
        [
          [0.3 + i * 0.09, 0.54],
          [0.3 + i * 0.09, 0.7],
        ],
        0.012,
      );
}

function wheel(s: Spot, a: number, b: number, r: number): void {
  s.oval('#24252a', a, b, r, r);
  s.oval('#c7a347', a, b, r * 0.52, r * 0.52);
  s.oval('#3a3b40', a, b, r * 0.16, r * 0.16, { plain: true });
}

export function paintCar(s: Spot): void {
  const body = hex(s.brush.random.pick(['#3e5a73', '#7d3a36', '#5d6b58', '#b59a5a']));
  s.curve(
    body,
    '-1.4,0.3 -1.35,0.58 -0.9,0.64 -0.55,0.98 0.4,1 0.8,0.66 1.35,0.56 1.45,0.3 1.3,0.2 -1.3,0.2',
  );
  s.curve('#9fb4c2', '-0.72,0.66 -0.48,0.92 -0.06,0.93 -0.06,0.66', { plain: true });
  s.curve('#9fb4c2', '0.02,0.66 0.02,0.93 0.36,0.93 0.66,0.66', { plain: true });
  wheel(s, -0.85, 0.2, 0.22);
  wheel(s, 0.88, 0.2, 0.22);
  s.oval('#fff2c4', 1.37, 0.46, 0.06, 0.06, { plain: true, shines: true });
  if (s.lit) s.glow(1.5, 0.45, 1.1, 0.7, '#fff0c8');
}

export function paintFogWall(s: Spot): void {
  for (let i = 0; i < 26; i++) {
    const r = s.brush.random;
    s.oval(
      r.chance(0.5) ? '#c5ccd0' : '#b2bbc1',
      r.between(-4, 4),
      r.between(0.1, 0.9),
      r.between(0.3, 0.6),
      r.between(0.16, 0.34),
      { line: 0, plain: true, alpha: 0.7 },
    );
  }
}
