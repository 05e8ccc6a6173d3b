import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionAt, type Run } from './film-clock.ts';
import { goOn } from './go-on.ts';

const second = 705_600_000;
const run: Run = { startFlicks: 2 * second, startMs: 1000, speed: 1, loop: null, endFlicks: 60 * second };

test('a film that grew or was cut is the same run with another end', () => {
  expect(goOn(run, { loop: null, endFlicks: 90 * second }, 5000)).toEqual({
    run: { ...run, endFlicks: 90 * second },
    movedMs: 0,
  });
});

test('under another loop the playhead goes on from where it is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.constantFrom(-1, 0.5, 1, 2),
      fc.option(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 30 })), { nil: null }),
      (atMs, speed, marks) => {
        const before = { ...run, startFlicks: 30 * second, speed };
        const loop =
          marks === null ? null : { inFlicks: marks[0] * second, outFlicks: (marks[0] + marks[1]) * second };
        const { run: after, movedMs } = goOn(before, { loop, endFlicks: before.endFlicks }, atMs);
        const now = Math.max(atMs, before.startMs);
        expect(positionAt(after, now).flicks).toBeCloseTo(positionAt(before, now).flicks, 0);
        expect(after.startMs - before.startMs).toBe(movedMs);
      },
    ),
  );
});
