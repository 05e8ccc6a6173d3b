import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRange } from './parse-range.ts';

test.each([
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes=90-500', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-500', { start: 0, end: 99 }],
  ['BYTES=5-6', { start: 5, end: 6 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=20-10', null],
  ['bytes=0-1,5-6', null],
  ['bytes=-', null],
  ['bytes= a-b', null],
  ['items=0-1', null],
  ['', null],
  [null, null],
])('%j of 100 bytes', (header, wanted) => {
  expect(parseRange(header, 100)).toEqual(wanted);
});

test('an empty file has no satisfiable range', () => {
  expect(parseRange('bytes=0-', 0)).toBe('unsatisfiable');
  expect(parseRange('bytes=-5', 0)).toBe('unsatisfiable');
});

test('whatever is asked, what is answered lies within the file', () => {
  const part = fc.oneof(fc.nat(2_000).map(String), fc.constant(''), fc.string({ maxLength: 20 }));
  const header = fc.oneof(
    fc.tuple(part, part).map(([first, last]) => `bytes=${first}-${last}`),
    fc.string({ maxLength: 60 }),
  );
  fc.assert(
    fc.property(header, fc.nat(1_500), (asked, size) => {
      const range = parseRange(asked, size);
      if (range === null || range === 'unsatisfiable') return;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.start).toBeLessThanOrEqual(range.end);
      expect(range.end).toBeLessThan(size);
    }),
    { numRuns: 10_000 },
  );
});
