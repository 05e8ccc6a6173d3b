import { expect, test } from 'vitest';
import { createRateLimit } from './create-rate-limit.ts';

test('a caller has a burst, then a call each time that one has filled up again; nobody fills it by waiting for ever', () => {
  let nowMs = 0;
  const mayCall = createRateLimit({ burst: 3, perSecond: 2, callers: 10, now: () => nowMs });
  expect([1, 2, 3].map(() => mayCall('anna'))).toEqual([null, null, null]);
  expect(mayCall('anna')).toBe(500);
  expect(mayCall('ben')).toBeNull();
  nowMs = 400;
  expect(mayCall('anna')).toBe(100);
  nowMs = 500;
  expect(mayCall('anna')).toBeNull();
  expect(mayCall('anna')).toBe(500);
  nowMs = 3_600_000;
  expect([1, 2, 3, 4].map(() => mayCall('anna'))).toEqual([null, null, null, 500]);
  // A clock that was set back takes nothing away.
  nowMs = 0;
  expect(mayCall('anna')).toBe(500);
});

test('of many callers those heard longest ago are forgotten, so that memory has a bound', () => {
  const mayCall = createRateLimit({ burst: 1, perSecond: 1, callers: 2, now: () => 0 });
  expect([mayCall('a'), mayCall('b'), mayCall('a')]).toEqual([null, null, 1_000]);
  mayCall('c');
  expect(mayCall('a')).toBe(1_000);
  expect(mayCall('b')).toBeNull();
});
