/** One sound: adds its samples to interleaved stereo, from `startS` on, without a gap between calls. */
export type Voice = (out: Float32Array, startS: number) => void;

export function mixVoices(voices: readonly Voice[], count: number, startS: number): Float32Array {
  const out = new Float32Array(count * 2);
  for (const voice of voices) voice(out, startS);
  for (let i = 0; i < out.length; i++) out[i] = Math.max(-0.9, Math.min(0.9, out[i] ?? 0));
  return out;
}

/** One-pole low-pass; `hz` may change. */
export function createLowPass(sampleRate: number): (x: number, hz: number) => number {
  let y = 0;
  return (x, hz) => {
    y += (x - y) * (1 - Math.exp((-2 * Math.PI * hz) / sampleRate));
    return y;
  };
}

/** Fast white noise, −1…1, seeded. */
export function createNoise(seed: number): () => number {
  let state = (seed | 0) === 0 ? 0x1234567 : seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2_147_483_648;
  };
}

/** Two-pole resonance (a formant or a whistle). */
export function createResonator(sampleRate: number, hz: number, widthHz: number): (x: number) => number {
  const r = Math.exp((-Math.PI * widthHz) / sampleRate);
  const a1 = -2 * r * Math.cos((2 * Math.PI * hz) / sampleRate);
  const a2 = r * r;
  const gain = (1 - r) * Math.sqrt(1 - 2 * r * Math.cos((4 * Math.PI * hz) / sampleRate) + a2);
  let y1 = 0;
  let y2 = 0;
  return (x) => {
    const y = gain * x - a1 * y1 - a2 * y2;
    y2 = y1;
    y1 = y;
    return y;
  };
}
