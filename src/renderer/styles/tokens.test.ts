import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Tokens of both themes, by name, as OKLCH. */
type Tokens = Readonly<Record<string, readonly [lightness: number, chroma: number, hue: number]>>;

const source = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function readTheme(selector: string): Tokens {
  const start = source.indexOf(selector);
  const block = source.slice(source.indexOf('{', start), source.indexOf('}', start));
  const found = block.matchAll(/--([\w-]+):\s*oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g);
  return Object.fromEntries(
    [...found].map(([, name, l, c, h]) => [String(name), [Number(l), Number(c), Number(h)] as const]),
  );
}

const themes = { dark: readTheme('[data-theme="dark"]'), light: readTheme('[data-theme="light"]') };

/** Relative luminance (WCAG 2.2) of an OKLCH colour (Ottosson 2020), out-of-gamut channels clipped as screens do. */
function luminance([lightness, chroma, hue]: readonly [number, number, number]): number {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (n: number): number => Math.min(1, Math.max(0, n));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, ink: string, surface: string): number {
  const [one, other] = [tokens[ink], tokens[surface]];
  if (one === undefined || other === undefined) throw new Error(`There is no token ${ink} or ${surface}.`);
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const still = ['ground', 'panel', 'raised', 'float'];
const touched = ['hover', 'pressed'];
const soft = ['accent-soft', 'bad-soft', 'info-soft'];

/** What may stand on what, and how much it must differ: WCAG 2.2 AA everywhere, AAA for body text. */
const rules: readonly (readonly [
  why: string,
  inks: readonly string[],
  surfaces: readonly string[],
  atLeast: number,
])[] = [
  ['body text', ['ink'], [...still, ...touched, ...soft], 7],
  ['words beside it', ['muted'], [...still, ...touched, ...soft], 4.5],
  ['hints and times', ['faint'], still, 4.5],
  ['words of the accent', ['accent-text'], [...still, ...touched, 'accent-soft'], 4.5],
  ['words of a state', ['good', 'bad', 'info'], [...still, ...touched], 4.5],
  ['words of a state on its own ground', ['bad'], ['bad-soft'], 4.5],
  ['words of a state on its own ground', ['info'], ['info-soft'], 4.5],
  ['words on the accent', ['on-accent'], ['accent', 'accent-hover', 'accent-pressed'], 4.5],
  ['words on red', ['on-bad'], ['bad'], 4.5],
  ['the ring of the focus, what is done', ['focus'], [...still, 'hover'], 3],
  ['edges without which a control could not be seen', ['line-strong'], still, 3],
];

for (const [theme, tokens] of Object.entries(themes)) {
  for (const [why, inks, surfaces, atLeast] of rules) {
    test(`${theme}: ${why} (${inks.join(', ')}) differ from what they stand on by ${atLeast} at least`, () => {
      const weak = inks.flatMap((ink) =>
        surfaces
          .map((surface) => ({ ink, surface, contrast: Number(contrast(tokens, ink, surface).toFixed(2)) }))
          .filter((pair) => pair.contrast < atLeast),
      );
      expect(weak).toEqual([]);
    });
  }
}

test('both themes have the same tokens', () => {
  expect(Object.keys(themes.light).sort()).toEqual(Object.keys(themes.dark).sort());
  expect(Object.keys(themes.dark).length).toBeGreaterThan(20);
});

test('black on white differs by 21, as it should', () => {
  const tokens: Tokens = { black: [0, 0, 0], white: [1, 0, 0] };
  expect(contrast(tokens, 'black', 'white')).toBeCloseTo(21, 1);
});
