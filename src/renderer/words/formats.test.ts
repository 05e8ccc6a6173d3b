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

test('an amount of a ledger keeps every digit that counts, and a month is that of UTC', () => {
  const english = createFormats('en');
  expect(english.exactMoney(25_000)).toBe('$0.025');
  expect(english.exactMoney(3_200_000)).toBe('$3.20');
  expect(english.exactMoney(123)).toBe('$0.000123');
  expect(english.month('2026-11')).toBe('November 2026');
  expect(createFormats('de').month('2026-03')).toBe('März 2026');
});
