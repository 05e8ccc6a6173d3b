import type { Loudness } from '../../domain/assets/asset.ts';
import { mixSampleRate } from './stereo-resampler.ts';

/**
 * Integrated loudness of stereo sound at 48 kHz by ITU-R BS.1770-4, as EBU R 128 asks for it: both channels weighted by a shelf and a high
 * pass (annex 1, tables 1 and 2), mean squares of blocks of 400 ms that overlap by 75 %, blocks below −70 LUFS left out, and of the rest
 * those more than 10 LU below their mean.
 */
export interface LoudnessMeter {
  /** Interleaved left and right, in order. */
  push(samples: Float32Array): void;
  /** Of all that was pushed. Null for what is shorter than a block, and for silence. */
  result(): Loudness | null;
}

type Biquad = readonly [b0: number, b1: number, b2: number, a1: number, a2: number];
const shelf: Biquad = [
  1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
];
const highPass: Biquad = [1, -2, 1, -1.99004745483398, 0.99007225036621];

/** A quarter of a block: how far each is behind the one before. */
const stepSamples = mixSampleRate / 10;
const stepsPerBlock = 4;
const absoluteGateLufs = -70;
const relativeGateLu = -10;

export function createLoudnessMeter(): LoudnessMeter {
  const weigh = [createWeighting(), createWeighting()] as const;
  /** Sums of squares of both channels over each step. */
  const steps: number[] = [];
  let sum = 0;
  let inStep = 0;
  let peak = 0;
  return {
    push(samples) {
      for (let i = 0; i + 1 < samples.length; i += 2) {
        const left = samples[i] ?? 0;
        const right = samples[i + 1] ?? 0;
        peak = Math.max(peak, Math.abs(left), Math.abs(right));
        sum += weigh[0](left) ** 2 + weigh[1](right) ** 2;
        if (++inStep < stepSamples) continue;
        steps.push(sum);
        sum = 0;
        inStep = 0;
      }
    },
    result() {
      const blocks: number[] = [];
      for (let last = stepsPerBlock - 1; last < steps.length; last++) {
        const squares = steps.slice(last - stepsPerBlock + 1, last + 1).reduce((a, b) => a + b);
        blocks.push(squares / (stepsPerBlock * stepSamples));
      }
      const heard = blocks.filter((power) => lufsOf(power) > absoluteGateLufs);
      if (heard.length === 0) return null;
      const gate = lufsOf(meanOf(heard)) + relativeGateLu;
      const counted = heard.filter((power) => lufsOf(power) > gate);
      return { integratedLufs: lufsOf(meanOf(counted)), peakDbfs: 20 * Math.log10(peak) };
    },
  };
}

function lufsOf(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}

function meanOf(powers: readonly number[]): number {
  return powers.reduce((a, b) => a + b, 0) / powers.length;
}

/** Both filters of one channel, one behind the other. */
function createWeighting(): (sample: number) => number {
  const [first, second] = [createBiquad(shelf), createBiquad(highPass)];
  return (sample) => second(first(sample));
}

/** Direct form II, transposed. */
function createBiquad([b0, b1, b2, a1, a2]: Biquad): (sample: number) => number {
  let s1 = 0;
  let s2 = 0;
  return (x) => {
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    return y;
  };
}
