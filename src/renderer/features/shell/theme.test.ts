import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nextTheme, readTheme, shownTheme, themeKey, themes } from './theme.ts';

test('a preference that is no theme is that of the system', () => {
  expect(readTheme('light')).toBe('light');
  for (const other of [undefined, null, 'pink', 3]) expect(readTheme(other)).toBe('system');
  expect(shownTheme('system', true)).toBe('light');
  expect(shownTheme('dark', true)).toBe('dark');
});

test('changing the theme goes round', () => {
  expect(themes.map(nextTheme)).toEqual(['dark', 'light', 'system']);
});

/** Runs `theme.js` as the page does, before anything else is there. */
function themeBeforePaint(stored: string | null, systemIsLight: boolean): string | undefined {
  const source = readFileSync(new URL('../../public/theme.js', import.meta.url), 'utf8');
  const dataset: Record<string, string> = {};
  const run = new Function('localStorage', 'matchMedia', 'document', source);
  run({ getItem: (key: string) => (key === themeKey ? stored : null) }, () => ({ matches: systemIsLight }), {
    documentElement: { dataset },
  });
  return dataset['theme'];
}

test('before the first paint the same theme is chosen as after it', () => {
  for (const theme of [...themes, null]) {
    for (const light of [true, false]) {
      expect(themeBeforePaint(theme, light)).toBe(shownTheme(readTheme(theme), light));
    }
  }
});
