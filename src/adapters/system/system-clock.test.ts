import { expect, test } from 'vitest';
import { createSystemClock } from './system-clock.ts';

test('waiting ends after its time, and at once when aborted', async () => {
  const clock = createSystemClock();
  const before = clock.nowMs();
  await clock.wait(15);
  expect(clock.nowMs() - before).toBeGreaterThanOrEqual(14);

  const stop = new AbortController();
  const long = clock.wait(3_600_000, stop.signal);
  stop.abort();
  await long;
  await clock.wait(3_600_000, stop.signal);
});

test('a wait of more than a timer can hold does not end at once', async () => {
  const clock = createSystemClock();
  const stop = new AbortController();
  let ended = false;
  const long = clock.wait(40 * 24 * 3_600_000, stop.signal).then(() => {
    ended = true;
  });
  const endless = clock.wait(Number.POSITIVE_INFINITY, stop.signal);
  await clock.wait(20);
  expect(ended).toBe(false);
  stop.abort();
  await Promise.all([long, endless]);
});
