import { darken, hex } from '../../colour.ts';
import type { Spot } from '../spot.ts';

export function paintGun(s: Spot): void {
  s.curve('#4a3527', '-0.34,0.5 -0.12,0.48 -0.26,0 -0.52,0.02');
  s.poly('#34373d', '-0.42,0.5 -0.4,0.78 0.78,0.78 0.8,0.62 0.1,0.6 0.02,0.46');
  s.oval('#4a4d54', 0.02, 0.64, 0.16, 0.12);
  s.line('#34373d', '-0.1,0.46 0.0,0.3 0.12,0.36 0.08,0.54', 0.035, { smooth: true });
}

export function paintKnife(s: Spot): void {
  s.curve('#5a3d28', '-1,0.42 -0.34,0.4 -0.34,0.62 -1,0.64');
  s.poly('#c4ccd1', '-0.3,0.36 0.6,0.38 1.05,0.62 -0.3,0.62', { form: 1.4 });
  s.line('#f4f8fa', '-0.28,0.4 0.62,0.42 0.95,0.58', 0.012);
}

export function paintKey(s: Spot): void {
  s.oval('#b08c46', -0.62, 0.5, 0.26, 0.26);
  s.oval('#2b2520', -0.62, 0.5, 0.14, 0.14);
  s.box('#b08c46', -0.38, 0.45, 1.1, 0.1);
  s.box('#b08c46', 0.44, 0.24, 0.09, 0.24);
  s.box('#b08c46', 0.62, 0.28, 0.09, 0.2);
}

export function paintPhotograph(s: Spot): void {
  s.poly('#f4efe2', '-0.6,0.02 0.58,-0.03 0.62,0.96 -0.56,1.0');
  s.poly('#a3927a', '-0.5,0.2 0.5,0.16 0.53,0.88 -0.47,0.92');
  s.curve('#6e5f4f', '-0.44,0.2 0.4,0.18 0.22,0.42 -0.22,0.44', { line: 0.5 });
  s.oval('#c9b79c', -0.04, 0.6, 0.14, 0.17, { line: 0.6 });
  s.oval('#c9b79c', 0.26, 0.5, 0.09, 0.11, { line: 0.6 });
}

export function paintBottle(s: Spot): void {
  s.curve('#3f6b4d', '-0.2,0.02 -0.22,0.5 -0.09,0.68 -0.07,0.98 0.07,0.98 0.09,0.68 0.22,0.5 0.2,0.02', {
    form: 1.4,
  });
  s.box('#e4d9bb', -0.18, 0.16, 0.36, 0.26);
  s.line('#dff0e0', '-0.14,0.5 -0.13,0.1', 0.025, { alpha: 0.7 });
}

export function paintFlowers(s: Spot): void {
  s.curve('#6f8fa5', '-0.2,0 -0.26,0.24 -0.12,0.42 0.12,0.42 0.26,0.24 0.2,0');
  const r = s.brush.random;
  for (let i = 0; i < 7; i++) {
    const a = (i - 3) * 0.12;
    const b = 0.72 + r.next() * 0.28;
    s.line(
      '#55733f',
      [
        [a * 0.3, 0.42],
        [a, b],
      ],
      0.02,
    );
    s.oval(r.pick(['#c94b4b', '#e0a33a', '#d98aa0', '#efe6d4']), a * 1.1, b, 0.08, 0.07);
    s.oval('#e8c95a', a * 1.1, b, 0.025, 0.025, { plain: true, line: 0 });
  }
}

export function paintSuitcase(s: Spot): void {
  s.line('#3a2a20', '-0.18,0.86 -0.16,1 0.16,1 0.18,0.86', 0.05);
  s.curve('#80593a', '-0.7,0.04 -0.72,0.8 -0.6,0.88 0.6,0.88 0.72,0.8 0.7,0.04');
  for (const a of [-0.4, 0.34]) s.box('#5a3d28', a, 0.02, 0.08, 0.86);
}

export function paintSword(s: Spot): void {
  s.poly('#cdd4d8', '-0.045,0.3 0.045,0.3 0.03,1.1 0,1.18 -0.03,1.1', { form: 1.4 });
  s.box('#b08c46', -0.22, 0.26, 0.44, 0.05);
  s.box('#4a3527', -0.035, 0.06, 0.07, 0.2);
  s.oval('#b08c46', 0, 0.03, 0.06, 0.055);
}

export function paintMirror(s: Spot): void {
  s.oval('#8a6a3a', 0, 0.55, 0.4, 0.52);
  s.oval('#b7c8cf', 0, 0.55, 0.34, 0.45);
  s.line('#eef6f8', '-0.16,0.4 0.12,0.8', 0.03);
}

export function paintRing(s: Spot): void {
  s.oval('#c99f3f', 0, 0.4, 0.4, 0.38);
  s.oval('#3a3028', 0, 0.4, 0.3, 0.28);
  s.poly('#bfe3ea', '-0.16,0.84 0,0.7 0.16,0.84 0.09,1 -0.09,1', { shines: true });
}

export function paintUmbrella(s: Spot): void {
  const c = hex(s.brush.random.pick(['#2a2c33', '#9b3a36', '#3e5a73']));
  s.line('#3a2f28', '0,0.95 0,0.1 0.06,0.02 0.12,0.08', 0.022, { smooth: true });
  s.curve(c, '-0.62,0.58 -0.44,0.86 0,1 0.44,0.86 0.62,0.58 0.42,0.64 0.2,0.58 0,0.65 -0.2,0.58 -0.42,0.64');
  for (const a of [-0.2, 0.2])
    s.line(
      darken(c, 0.4),
      [
        [0, 0.99],
        [a * 0.8, 0.8],
        [a, 0.6],
      ],
      0.01,
      { smooth: true },
    );
}

export function paintBicycle(s: Spot): void {
  for (const a of [-0.62, 0.62]) {
    const ring = Array.from(
      { length: 25 },
      (_, i) => [a + Math.cos((i / 24) * 6.283) * 0.36, 0.38 + Math.sin((i / 24) * 6.283) * 0.36] as const,
    );
    s.line('#24252a', ring, 0.035, { smooth: true });
    for (let i = 0; i < 6; i++)
      s.line(
        '#8a8d92',
        [
          [a, 0.38],
          [a + Math.cos(i) * 0.34, 0.38 + Math.sin(i) * 0.34],
        ],
        0.006,
      );
  }
  s.line('#a33b31', '-0.62,0.38 -0.2,0.84 0.42,0.84 0.05,0.34 -0.62,0.38', 0.035);
  s.line('#a33b31', '0.05,0.34 -0.24,0.94', 0.035);
  s.line('#a33b31', '0.62,0.38 0.38,1.02', 0.035);
  s.line('#24252a', '0.3,1.04 0.52,1.06', 0.04);
  s.line('#24252a', '-0.36,0.97 -0.1,0.95', 0.06);
}

export function paintMoon(s: Spot): void {
  s.oval('#f3efdc', 0, 0.5, 0.4, 0.4, { shines: true, line: 0.5 });
  s.glow(0, 0.5, 1.6, 0.7, '#dfe8ff');
}
