import fc from 'fast-check';
import { expect, test } from 'vitest';
import { speechGainDb, speechLufs } from './speech-level.ts';

test('a line is brought to one level, within what may be moved and what its peaks leave', () => {
  expect(speechGainDb({ integratedLufs: -17, peakDbfs: -2 })).toBe(-6);
  expect(speechGainDb({ integratedLufs: -28, peakDbfs: -12 })).toBe(5);
  expect(speechGainDb({ integratedLufs: -28, peakDbfs: -3.5 })).toBe(2.5);
  expect(speechGainDb({ integratedLufs: -5, peakDbfs: 0 })).toBe(-12);
  expect(speechGainDb({ integratedLufs: -60, peakDbfs: -40 })).toBe(12);
  expect(speechGainDb(undefined)).toBe(0);
});

test('never past 12 dB or the ceiling, and never away from the level', () => {
  const measured = fc.record({
    integratedLufs: fc.double({ min: -70, max: 0, noNaN: true }),
    peakDbfs: fc.double({ min: -70, max: 3, noNaN: true }),
  });
  fc.assert(
    fc.property(measured, (loudness) => {
      const gain = speechGainDb(loudness);
      expect(Math.abs(gain)).toBeLessThanOrEqual(12);
      if (gain > 0) expect(loudness.peakDbfs + gain).toBeLessThanOrEqual(-1 + 1e-9);
      const before = Math.abs(loudness.integratedLufs - speechLufs);
      expect(Math.abs(loudness.integratedLufs + gain - speechLufs)).toBeLessThanOrEqual(before + 0.1);
    }),
  );
});
