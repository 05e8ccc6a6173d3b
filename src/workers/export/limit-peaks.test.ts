import fc from 'fast-check';
import { expect, it } from 'vitest';
import { limitPeaks } from './limit-peaks.ts';

it('leaves ordinary samples alone and keeps every other below full scale, in order and with its sign', () => {
  const sample = fc.double({ min: -40, max: 40, noNaN: true });
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const limited = Float32Array.of(a, b);
      const before = Float32Array.from(limited);
      limitPeaks(limited);
      limited.forEach((value, i) => {
        const was = before[i] ?? 0;
        if (Math.abs(was) <= 0.85) expect(value).toBe(was);
        expect(Math.abs(value)).toBeLessThanOrEqual(0.971);
        expect(Math.sign(value)).toBe(Math.sign(was));
      });
      const [x = 0, y = 0] = limited;
      const [p = 0, q = 0] = before;
      if (p < q) expect(x).toBeLessThanOrEqual(y);
    }),
  );
});
