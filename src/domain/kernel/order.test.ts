import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyBetween, keysBetween } from './order.ts';

describe('order keys', () => {
  test('there is always room between any two neighbours, wherever keys are put in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 300 }), (places) => {
        const keys: string[] = [];
        for (const place of places) {
          const at = place % (keys.length + 1);
          keys.splice(at, 0, keyBetween(keys[at - 1] ?? null, keys[at] ?? null));
        }
        expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : 1)));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('putting in at one place a thousand times keeps working on both sides', () => {
    for (const pick of ['low', 'high'] as const) {
      let low = keyBetween(null, null);
      let high = keyBetween(low, null);
      for (let i = 0; i < 1000; i++) {
        const middle = keyBetween(low, high);
        expect(middle > low && middle < high).toBe(true);
        if (pick === 'low') high = middle;
        else low = middle;
      }
    }
  });

  test('many keys at once are ascending, distinct and within their bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.boolean(), fc.boolean(), (count, open, closed) => {
        const before = open ? null : 'a1';
        const after = closed ? 'a2' : null;
        const keys = keysBetween(before, after, count);
        expect(keys).toHaveLength(count);
        keys.forEach((key, i) => {
          expect(key > (keys[i - 1] ?? before ?? '')).toBe(true);
          if (after !== null) expect(key < after).toBe(true);
        });
      }),
    );
  });

  test('bounds the wrong way round are refused', () => {
    expect(() => keyBetween('a2', 'a1')).toThrow(RangeError);
  });
});
