import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextFrame } from './next-frame.ts';

const frameMs = 1000 / 24;

test('a drawing that came late shows the frame it missed, and the next drawing the one after', () => {
  expect(nextFrame(12, 10, { speed: 1, loop: null }, frameMs)).toBe(11);
  expect(nextFrame(12, 11, { speed: 1, loop: null }, frameMs)).toBe(12);
  expect(nextFrame(8, 10, { speed: -1, loop: null }, frameMs)).toBe(9);
});

test('what is far behind is left out', () => {
  expect(nextFrame(20, 10, { speed: 1, loop: null }, frameMs)).toBe(20);
  expect(nextFrame(14, 10, { speed: 0.25, loop: null }, frameMs)).toBe(14);
});

test('where a loop begins again, at the first frame, and in fast playing the due frame is shown', () => {
  expect(nextFrame(3, 40, { speed: 1, loop: null }, frameMs)).toBe(3);
  expect(nextFrame(3, null, { speed: 1, loop: null }, frameMs)).toBe(3);
  expect(nextFrame(12, 10, { speed: 2, loop: null }, frameMs)).toBe(12);
});

test('a clock that is set back by a frame shows none twice; a loop of two frames goes round', () => {
  expect(nextFrame(9, 10, { speed: 1, loop: null }, frameMs)).toBe(10);
  expect(nextFrame(9, 10, { speed: 1, loop: { inFlicks: 0, outFlicks: 2 } }, frameMs)).toBe(9);
});

test('hiccups of less than a tenth of a second leave out nothing, whenever they come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 20 }), (gapsMs) => {
      const shown: number[] = [];
      let drawn: number | null = null;
      let atMs = 0;
      for (const gapMs of gapsMs) {
        // After a hiccup a window draws at its own pace again.
        for (const stepMs of [gapMs, ...Array<number>(12).fill(1000 / 60)]) {
          atMs += stepMs;
          const due = Math.floor(atMs / frameMs);
          if (due === drawn) continue;
          drawn = nextFrame(due, drawn, { speed: 1, loop: null }, frameMs);
          shown.push(drawn);
        }
      }
      for (let i = 1; i < shown.length; i++) expect(shown[i]).toBe((shown[i - 1] ?? 0) + 1);
    }),
  );
});
