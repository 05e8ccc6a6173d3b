import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createByteCache } from './byte-cache.ts';

const thing = (bytes: number, closed: number[], id = bytes) => ({ bytes, close: () => closed.push(id) });

test('what was used longest ago goes first, and is closed', () => {
  const closed: number[] = [];
  const gone: string[] = [];
  const cache = createByteCache<string, ReturnType<typeof thing>>(10, (key) => gone.push(key));
  cache.put('a', thing(4, closed, 1));
  cache.put('b', thing(4, closed, 2));
  cache.get('a');
  cache.put('c', thing(4, closed, 3));
  expect(gone).toEqual(['b']);
  expect(closed).toEqual([2]);
  expect(cache.bytes).toBe(8);
});

test('one that takes the place of another closes it', () => {
  const closed: number[] = [];
  const cache = createByteCache<string, ReturnType<typeof thing>>(10);
  cache.put('a', thing(4, closed, 1));
  cache.put('a', thing(5, closed, 2));
  expect(closed).toEqual([1]);
  expect(cache.bytes).toBe(5);
});

test('everything that was put in is closed exactly once in the end, and the bytes never exceed the limit but for one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 30 })), { maxLength: 60 }),
      (puts) => {
        const closed: number[] = [];
        const cache = createByteCache<number, ReturnType<typeof thing>>(50);
        puts.forEach(([key, bytes], id) => {
          cache.put(key, thing(bytes, closed, id));
          expect(cache.bytes).toBeLessThanOrEqual(50);
        });
        cache.clear();
        expect(cache.bytes).toBe(0);
        expect(closed.sort((a, b) => a - b)).toEqual(puts.map((_, id) => id));
      },
    ),
  );
});
