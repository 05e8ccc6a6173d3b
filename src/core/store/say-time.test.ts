import { expect, test } from 'vitest';
import { sayDuration, sayTime } from './say-time.ts';

test('times and durations are said as people say them', () => {
  expect(sayTime(Date.UTC(2026, 10, 21, 5, 36, 59))).toBe('2026-11-21 05:36 UTC');
  expect([0, 1_000, 61_000, 3_600_000, 7_100_000, 90_000_000].map(sayDuration)).toEqual([
    '1 second',
    '1 second',
    '2 minutes',
    '1 hour',
    '2 hours',
    '2 days',
  ]);
});
