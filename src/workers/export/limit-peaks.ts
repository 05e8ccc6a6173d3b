/** Louder than this (−1.4 dBFS) samples are bent; below it nothing is changed. */
const knee = 0.85;
/** What the loudest sample comes close to: −0.3 dBFS, which AAC does not carry over full scale. */
const ceiling = 0.97;

/**
 * Keeps a mix from clipping: a soft knee, sample by sample and without memory, so that a stretch of a film sounds the
 * same however it was reached. Samples are changed in place.
 */
export function limitPeaks(samples: Float32Array): void {
  const room = ceiling - knee;
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i] ?? 0;
    const over = Math.abs(sample) - knee;
    if (over > 0) samples[i] = Math.sign(sample) * (knee + room * Math.tanh(over / room));
  }
}
