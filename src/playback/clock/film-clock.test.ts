import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flicksPerSecond } from '../../domain/kernel/time.ts';
import { positionAt, type Run, stretchesOf } from './film-clock.ts';

const second = flicksPerSecond;
const runOf = (more: Partial<Run> = {}): Run => ({
  startFlicks: 0,
  startMs: 1000,
  speed: 1,
  loop: null,
  endFlicks: 10 * second,
  ...more,
});

describe('the position of a run', () => {
  test('stands at its start until the start comes, then moves by its speed', () => {
    const run = runOf({ startFlicks: second, speed: 2 });
    expect(positionAt(run, 500)).toEqual({ flicks: second, ended: false });
    expect(positionAt(run, 2500)).toEqual({ flicks: 4 * second, ended: false });
  });

  test('ends at the end of the film, and backwards at its start', () => {
    expect(positionAt(runOf(), 20_000)).toEqual({ flicks: 10 * second, ended: true });
    expect(positionAt(runOf({ startFlicks: second, speed: -1 }), 3000)).toEqual({ flicks: 0, ended: true });
  });

  test('goes around in a loop both ways, and never ends', () => {
    const loop = { inFlicks: 2 * second, outFlicks: 4 * second };
    const forward = runOf({ startFlicks: 3 * second, loop });
    expect(positionAt(forward, 1000 + 1500)).toEqual({ flicks: 2.5 * second, ended: false });
    const backward = runOf({ startFlicks: 2.5 * second, loop, speed: -1 });
    expect(positionAt(backward, 1000 + 1000)).toEqual({ flicks: 3.5 * second, ended: false });
  });

  test('leaves a loop alone that it began outside of', () => {
    const run = runOf({ startFlicks: 5 * second, loop: { inFlicks: 0, outFlicks: second } });
    expect(positionAt(run, 2000).flicks).toBe(6 * second);
  });
});

describe('the stretches of a run', () => {
  test('are cut where the loop begins again', () => {
    const run = runOf({ startFlicks: 3 * second, loop: { inFlicks: 2 * second, outFlicks: 4 * second } });
    expect(stretchesOf(run, 1000, 4500)).toEqual([
      { fromFlicks: 3 * second, toFlicks: 4 * second, fromMs: 1000 },
      { fromFlicks: 2 * second, toFlicks: 4 * second, fromMs: 2000 },
      { fromFlicks: 2 * second, toFlicks: 2.5 * second, fromMs: 4000 },
    ]);
  });

  test('stop at the end of the film, and are none backwards', () => {
    expect(stretchesOf(runOf(), 10_500, 15_000)).toEqual([
      { fromFlicks: 9.5 * second, toFlicks: 10 * second, fromMs: 10_500 },
    ]);
    expect(stretchesOf(runOf({ speed: -1, startFlicks: second }), 1000, 2000)).toEqual([]);
  });

  test('follow each other without a gap, and say where the run is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(0.5, 1, 2),
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 12 }),
        (start, length, speed, steps) => {
          const loop = { inFlicks: start * 29_400_000, outFlicks: (start + length) * 29_400_000 };
          const run = runOf({ startFlicks: loop.inFlicks, loop, speed });
          let atMs = run.startMs;
          let played = 0;
          for (const step of steps) {
            for (const { fromFlicks, toFlicks, fromMs } of stretchesOf(run, atMs, atMs + step)) {
              expect(Math.abs(positionAt(run, fromMs + 0.001).flicks - fromFlicks)).toBeLessThan(3000);
              expect(toFlicks).toBeLessThanOrEqual(loop.outFlicks);
              played += toFlicks - fromFlicks;
            }
            atMs += step;
          }
          const wanted = ((atMs - run.startMs) / 1000) * second * speed;
          // A hundredth of a millisecond may go missing where the loop begins again.
          const turns = wanted / (loop.outFlicks - loop.inFlicks) + 1;
          expect(Math.abs(played - wanted)).toBeLessThan(turns * 0.03 * (second / 1000));
        },
      ),
    );
  });
});
