import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutSize } from './cut-size.ts';

test('a cut is made smaller by its short side, upright films too, and never larger', () => {
  expect(cutSize({ widthPx: 1920, heightPx: 1080 }, 720)).toEqual({ widthPx: 1280, heightPx: 720 });
  expect(cutSize({ widthPx: 1080, heightPx: 1920 }, 720)).toEqual({ widthPx: 720, heightPx: 1280 });
  expect(cutSize({ widthPx: 1680, heightPx: 720 }, 480)).toEqual({ widthPx: 1120, heightPx: 480 });
  expect(cutSize({ widthPx: 1280, heightPx: 720 }, 1_080)).toEqual({ widthPx: 1280, heightPx: 720 });
  expect(cutSize({ widthPx: 1281, heightPx: 721 }, null)).toEqual({ widthPx: 1281, heightPx: 721 });
});

test('whatever the film, its shape stays within a pixel or two, and both sides are even', () => {
  const side = fc.integer({ min: 64, max: 4_096 });
  fc.assert(
    fc.property(side, side, fc.constantFrom(1_080, 720, 480), (widthPx, heightPx, shortSidePx) => {
      const size = cutSize({ widthPx, heightPx }, shortSidePx);
      if (Math.min(widthPx, heightPx) <= shortSidePx) return;
      expect([size.widthPx % 2, size.heightPx % 2]).toEqual([0, 0]);
      expect(Math.min(size.widthPx, size.heightPx)).toBe(shortSidePx);
      const scale = shortSidePx / Math.min(widthPx, heightPx);
      expect(Math.abs(size.widthPx - widthPx * scale)).toBeLessThanOrEqual(1);
      expect(Math.abs(size.heightPx - heightPx * scale)).toBeLessThanOrEqual(1);
    }),
  );
});
