import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareFrames, type RgbaFrame } from './ssim.ts';

type Paint = (x: number, y: number) => number;

function greyFrame(widthPx: number, heightPx: number, paint: Paint): RgbaFrame {
  const rgba = new Uint8Array(widthPx * heightPx * 4).fill(255);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++)
      rgba.fill(paint(x, y), (y * widthPx + x) * 4, (y * widthPx + x) * 4 + 3);
  }
  return { widthPx, heightPx, rgba };
}

const ramp: Paint = (x, y) => (x + y) % 256;
/** Stripes a few pixels wide in one place, as small text is. */
const withStripes: Paint = (x, y) =>
  x >= 200 && x < 250 && y >= 200 && y < 216 && x % 4 < 2 ? 255 : ramp(x, y);

describe('compareFrames', () => {
  test('a frame is exactly like itself', () => {
    const frame = greyFrame(130, 70, ramp);
    expect(compareFrames(frame, frame)).toEqual({ mean: 1, worstTile: { value: 1, x: 0, y: 0 } });
  });

  test('something small that is missing hides in the mean and shows in its tile', () => {
    const result = compareFrames(greyFrame(1280, 720, ramp), greyFrame(1280, 720, withStripes));
    expect(result.mean).toBeGreaterThan(0.995);
    expect(result.worstTile.value).toBeLessThan(0.8);
    expect(result.worstTile).toMatchObject({ x: 192, y: 192 });
  });

  test('flat frames agree as the formula says: (2ab + C1) / (a² + b² + C1)', () => {
    const [a, b, c1] = [100, 110, (0.01 * 255) ** 2];
    const { mean } = compareFrames(
      greyFrame(16, 16, () => a),
      greyFrame(16, 16, () => b),
    );
    expect(mean).toBeCloseTo((2 * a * b + c1) / (a * a + b * b + c1), 9);
  });

  test('a negative is unlike, noise lies between', () => {
    const pattern: Paint = (x, y) => (((x >> 2) + (y >> 2)) % 2 === 0 ? 60 : 200);
    const frame = greyFrame(64, 64, pattern);
    const noisy = greyFrame(64, 64, (x, y) => pattern(x, y) + ((x * 31 + y * 17) % 41) - 20);
    const negative = greyFrame(64, 64, (x, y) => 260 - pattern(x, y));
    const noise = compareFrames(frame, noisy).mean;
    expect(noise).toBeGreaterThan(0.8);
    expect(noise).toBeLessThan(0.99);
    expect(compareFrames(frame, negative).mean).toBeLessThan(-0.9);
  });

  test('the order of the frames does not matter, and no figure is above 1', () => {
    const bytes = fc.uint8Array({ minLength: 20 * 20, maxLength: 20 * 20 });
    fc.assert(
      fc.property(bytes, bytes, (p, q) => {
        const a = greyFrame(20, 20, (x, y) => p[y * 20 + x] ?? 0);
        const b = greyFrame(20, 20, (x, y) => q[y * 20 + x] ?? 0);
        const forth = compareFrames(a, b);
        expect(forth.mean).toBeCloseTo(compareFrames(b, a).mean, 9);
        expect(forth.worstTile.value).toBeLessThanOrEqual(forth.mean + 1e-9);
        expect(forth.mean).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  test('frames of different sizes are refused', () => {
    expect(() => compareFrames(greyFrame(16, 16, ramp), greyFrame(16, 17, ramp))).toThrow('differ in size');
  });
});
