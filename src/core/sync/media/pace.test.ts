import { expect, test } from 'vitest';
import { createManualClock } from '../../../testing/manual-clock.ts';
import { createPace } from './pace.ts';

const piece = 64 * 1024;

/** How long so many pieces take that are asked for one after another. */
async function timeFor(pieces: number, bytesPerS: () => number | null): Promise<number> {
  const clock = createManualClock();
  const pace = createPace(clock, bytesPerS, new AbortController().signal);
  const beganMs = clock.nowMs();
  let ended = false;
  const asking = (async () => {
    for (let i = 0; i < pieces; i++) await pace(piece);
    ended = true;
  })();
  await Promise.resolve();
  while (!ended && (await clock.advanceToNext())) await Promise.resolve();
  await asking;
  return clock.nowMs() - beganMs;
}

test('without a limit nothing waits', async () => {
  expect(await timeFor(1_000, () => null)).toBe(0);
});

test.each([64 * 1024, 256 * 1024, 10_000_000])('keeps to %i bytes a second', async (bytesPerS) => {
  const pieces = 200;
  // The last piece has gone when its turn comes, not when its time is over.
  const expected = (((pieces - 1) * piece) / bytesPerS) * 1_000;
  expect(Math.abs((await timeFor(pieces, () => bytesPerS)) - expected)).toBeLessThan(expected * 0.01 + 5);
});

test('a limit that is lifted holds for what is asked for from then on', async () => {
  let asked = 0;
  const took = await timeFor(100, () => (++asked <= 10 ? 64 * 1024 : null));
  expect(took).toBeGreaterThan(8_000);
  expect(took).toBeLessThan(11_000);
});
