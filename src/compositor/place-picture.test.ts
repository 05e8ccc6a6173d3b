import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placePicture, type SizePx } from './place-picture.ts';

const size = (widthPx: number, heightPx: number): SizePx => ({ widthPx, heightPx });
const anySize = fc.record({
  widthPx: fc.integer({ min: 16, max: 8000 }),
  heightPx: fc.integer({ min: 16, max: 8000 }),
});

describe('placePicture', () => {
  test('a picture of the frame’s size lies exactly on it', () => {
    const exact = { x: 0, y: 0, width: 1280, height: 720 };
    expect(placePicture(size(1280, 720), size(1280, 720), 'fit')).toEqual(exact);
    expect(placePicture(size(1280, 720), size(1280, 720), 'fill')).toEqual(exact);
  });

  test('fit puts an upright picture between two bars, fill crops it', () => {
    expect(placePicture(size(1080, 1920), size(1280, 720), 'fit')).toEqual({
      x: 438,
      y: 0,
      width: 405,
      height: 720,
    });
    const filled = placePicture(size(1080, 1920), size(1280, 720), 'fill');
    expect(filled).toMatchObject({ x: 0, width: 1280 });
    expect(filled.y + filled.height / 2).toBeCloseTo(360, 9);
  });

  test('a size that is rounded by a pixel or two leaves no hair-thin bar', () => {
    expect(placePicture(size(1918, 1080), size(1920, 1080), 'fit')).toMatchObject({ x: 0, width: 1920 });
  });

  test('fit stays inside the frame on whole pixels and touches two edges; fill covers it', () => {
    fc.assert(
      fc.property(anySize, anySize, (picture, frame) => {
        const fit = placePicture(picture, frame, 'fit');
        expect(Object.values(fit).every(Number.isInteger)).toBe(true);
        expect(fit.x).toBeGreaterThanOrEqual(0);
        expect(fit.y).toBeGreaterThanOrEqual(0);
        expect(fit.x + fit.width).toBeLessThanOrEqual(frame.widthPx);
        expect(fit.y + fit.height).toBeLessThanOrEqual(frame.heightPx);
        expect(fit.width === frame.widthPx || fit.height === frame.heightPx).toBe(true);

        const fill = placePicture(picture, frame, 'fill');
        expect(fill.x).toBeLessThanOrEqual(1e-6);
        expect(fill.y).toBeLessThanOrEqual(1e-6);
        expect(fill.x + fill.width).toBeGreaterThanOrEqual(frame.widthPx - 1e-6);
        expect(fill.y + fill.height).toBeGreaterThanOrEqual(frame.heightPx - 1e-6);
      }),
    );
  });
});
