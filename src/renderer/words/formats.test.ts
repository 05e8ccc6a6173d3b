import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber } from '../ui/parse-number.ts';
import { createFormats } from './formats.ts';

test('a number in a field is written as its language writes it', () => {
  const english = createFormats('en');
  const german = createFormats('de');
  expect([english.typed(1.5), english.typed(1.5, 2), english.typed(12_000)]).toEqual([
    '1.5',
    '1.50',
    '12000',
  ]);
  expect([german.typed(1.5), german.typed(-0.25, 1), german.typed(12_000)]).toEqual(['1,5', '-0,3', '12000']);
});

test('what a field shows is read as the same number, in every language', () => {
  const number = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 100);
  fc.assert(
    fc.property(number, fc.constantFrom('en', 'de', 'fr', 'sv', 'de-CH'), (n, language) => {
      expect(parseNumber(createFormats(language).typed(n, 2))).toBeCloseTo(n, 6);
    }),
  );
});
