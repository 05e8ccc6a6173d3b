import { expect, test } from 'vitest';
import { parseNumber } from './parse-number.ts';

test('numbers are read as people type them', () => {
  expect([' 12 ', '1.5', '1,5', '+3', '-0,25', '−2', '.5', '7.'].map(parseNumber)).toEqual([
    12, 1.5, 1.5, 3, -0.25, -2, 0.5, 7,
  ]);
});

test('anything else is refused', () => {
  for (const text of ['', '-', '.', '1e9', '0x10', '1.2.3', '1 000', 'Infinity', '12px'])
    expect(parseNumber(text), text).toBeNull();
});
