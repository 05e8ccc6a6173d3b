/** `count` stereo samples at 48 kHz of a sine of amplitude 0.5, from sample `from` of the tone. */
export function sineSamples(hz: number, from: number, count: number): Float32Array {
  const samples = new Float32Array(count * 2);
  for (let i = 0; i < count; i++) {
    const value = 0.5 * Math.sin(((from + i) / 48_000) * 2 * Math.PI * hz);
    samples[2 * i] = value;
    samples[2 * i + 1] = value;
  }
  return samples;
}

/** Root mean square of interleaved samples. */
export function loudnessOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}
