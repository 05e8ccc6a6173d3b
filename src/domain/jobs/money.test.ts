import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatUsd, usdMicrosPerUsd, usdToMicros } from './money.ts';

test.each([
  [0, '$0.00'],
  [4_200_000, '$4.20'],
  [350_000, '$0.35'],
  [25_000, '$0.025'],
  [3_000, '$0.003'],
  [123, '$0.000123'],
  [1_234_000_000, '$1234.00'],
])('%i is %s', (usdMicros, words) => {
  expect(formatUsd(usdMicros)).toBe(words);
});

test('an amount reads back as itself: no price is rounded away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 * usdMicrosPerUsd }), (usdMicros) => {
      const words = formatUsd(usdMicros);
      expect(words).toMatch(/^\$\d+\.\d{2,6}$/);
      expect(usdToMicros(Number(words.slice(1)))).toBe(usdMicros);
    }),
  );
});
