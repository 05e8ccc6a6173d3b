import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Hlc, nextHlc, parseHlc } from './hlc.ts';

test('stamps of a device rise, whatever its wall clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 41 }), { minLength: 1, maxLength: 200 }), (walls) => {
      let last: Hlc | null = null;
      for (const wall of walls) {
        const next = nextHlc(last, wall, 'device');
        if (last !== null) expect(next > last).toBe(true);
        expect(parseHlc(next).ms).toBeGreaterThanOrEqual(wall);
        last = next;
      }
    }),
  );
});

test('a full counter carries into the milliseconds', () => {
  expect(nextHlc('000000000005-ffff-d', 5, 'd')).toBe('000000000006-0000-d');
});
