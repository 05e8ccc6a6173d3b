/** Amplitude of one tone in interleaved stereo samples at 48 kHz, left channel (Goertzel). */
export function levelAt(samples: Float32Array, hz: number): number {
  const count = samples.length / 2;
  const turn = (2 * Math.PI * hz) / 48_000;
  let [cosine, sine] = [0, 0];
  for (let i = 0; i < count; i++) {
    const sample = samples[2 * i] ?? 0;
    cosine += sample * Math.cos(turn * i);
    sine += sample * Math.sin(turn * i);
  }
  return (2 * Math.hypot(cosine, sine)) / count;
}

export function decibels(ratio: number): number {
  return 20 * Math.log10(ratio);
}
