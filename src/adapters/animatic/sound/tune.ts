import type { Random } from '../random.ts';
import { createLowPass, type Voice } from './voice.ts';

/** Semitones above the first note of a slow tune. */
const steps = [0, 0, 2, 4, 4, 2, 0, -1, 0, 2, 0, -3, 0, 4, 7, 4] as const;

/** A horn played by somebody who is not good at it: late, and never quite on the note. */
export function createTune(random: Random, sampleRate: number, level: number): Voice {
  const notes: { at: number; long: number; hz: number }[] = [];
  let at = 0.4;
  for (let i = 0; at < 60; i++) {
    const long = random.between(0.36, 0.62);
    notes.push({ at, long, hz: 233 * 2 ** (((steps[i % steps.length] ?? 0) + random.bell() * 0.35) / 12) });
    at += long + random.between(0.04, 0.2) + (i % 8 === 7 ? 0.5 : 0);
  }
  const soften = createLowPass(sampleRate);
  let index = 0;
  let phase = 0;
  let gain = 0;
  return (out, startS) => {
    for (let i = 0; i < out.length / 2; i++) {
      const now = startS + i / sampleRate;
      while (index < notes.length - 1 && now > (notes[index]?.at ?? 0) + (notes[index]?.long ?? 0)) index++;
      const note = notes[index];
      const sounds = note !== undefined && now >= note.at;
      gain += ((sounds ? 1 : 0) - gain) * (sounds ? 0.0006 : 0.0012);
      // The note is found from below.
      const slide = sounds ? 1 - 0.05 * Math.exp(-(now - note.at) * 16) : 1;
      phase = (phase + ((note?.hz ?? 233) * slide) / sampleRate) % 1;
      const s = soften(phase * 2 - 1, 500 + 1500 * gain) * gain * level;
      out[i * 2] = (out[i * 2] ?? 0) + s;
      out[i * 2 + 1] = (out[i * 2 + 1] ?? 0) + s * 0.8;
    }
  };
}
