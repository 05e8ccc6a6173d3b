import { expect, test } from 'vitest';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createTimeLeft } from './time-left.ts';

test('nothing is said before three samples; then the pace so far tells', async () => {
  const clock = createManualClock();
  const timeLeft = createTimeLeft(clock);
  expect(timeLeft(0, 100)).toBeNull();
  await clock.advance(1_000);
  expect(timeLeft(10, 100)).toBeNull();
  await clock.advance(1_000);
  expect(timeLeft(20, 100)).toBe(8);
  await clock.advance(8_000);
  expect(timeLeft(100, 100)).toBe(0);
});

test('what was done before the start does not count for the pace', async () => {
  const clock = createManualClock();
  const timeLeft = createTimeLeft(clock);
  timeLeft(50, 100);
  timeLeft(50, 100);
  await clock.advance(10_000);
  expect(timeLeft(60, 100)).toBe(40);
});

test('nothing is said while nothing is done, however long it takes', async () => {
  const clock = createManualClock();
  const timeLeft = createTimeLeft(clock);
  for (let i = 0; i < 5; i++) {
    expect(timeLeft(0, 100)).toBeNull();
    await clock.advance(60_000);
  }
});
