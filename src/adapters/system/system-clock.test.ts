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
