import { expect, test } from 'vitest';
import type { Loudness } from '../../domain/assets/asset.ts';
import { createLoudnessMeter } from './loudness-meter.ts';
import { mixSampleRate } from './stereo-resampler.ts';

/** Seconds of a sine in both channels at a level, one after the other, in pieces that meet no block's edge. */
function measure(
  parts: readonly { readonly seconds: number; readonly dbfs: number }[],
  hz = 1_000,
): Loudness | null {
  const meter = createLoudnessMeter();
  for (const { seconds, dbfs } of parts) {
    const samples = new Float32Array(Math.round(seconds * mixSampleRate) * 2);
    for (let i = 0; i < samples.length; i++) {
      samples[i] = 10 ** (dbfs / 20) * Math.sin((2 * Math.PI * hz * Math.floor(i / 2)) / mixSampleRate);
    }
    for (let from = 0; from < samples.length; from += 2_222) meter.push(samples.subarray(from, from + 2_222));
  }
  return meter.result();
}

// The signals of EBU Tech 3341, table 1, that a stereo meter is tested with; each is to be read within 0.1 LU.
test.each([
  ['1: −23 dBFS', [{ seconds: 20, dbfs: -23 }], -23],
  ['2: −33 dBFS', [{ seconds: 20, dbfs: -33 }], -33],
  [
    '3: quieter stretches are left out',
    [
      { seconds: 10, dbfs: -36 },
      { seconds: 60, dbfs: -23 },
      { seconds: 10, dbfs: -36 },
    ],
    -23,
  ],
  [
    '4: and silence',
    [
      { seconds: 10, dbfs: -72 },
      { seconds: 10, dbfs: -36 },
      { seconds: 60, dbfs: -23 },
      { seconds: 10, dbfs: -36 },
      { seconds: 10, dbfs: -72 },
    ],
    -23,
  ],
  [
    '5: what is not quiet enough counts',
    [
      { seconds: 20, dbfs: -26 },
      { seconds: 20.1, dbfs: -20 },
      { seconds: 20, dbfs: -26 },
    ],
    -23,
  ],
] as const)('EBU Tech 3341, signal %s', (_, parts, lufs) => {
  expect(Math.abs((measure(parts)?.integratedLufs ?? 0) - lufs)).toBeLessThan(0.1);
});

test('bass weighs less than the middle, and the peak is that of the samples', () => {
  expect(measure([{ seconds: 2, dbfs: -20 }], 40)?.integratedLufs ?? 0).toBeLessThan(-24);
  expect(measure([{ seconds: 2, dbfs: -6 }])?.peakDbfs).toBeCloseTo(-6, 2);
});

test('silence and what is shorter than a block have no loudness', () => {
  expect(measure([{ seconds: 5, dbfs: -120 }])).toBeNull();
  expect(measure([{ seconds: 0.39, dbfs: -6 }])).toBeNull();
});
