import { deriveId } from '../domain/kernel/derive-id.ts';

/** Numbers that look random and are the same for a seed in every run. */
export interface SeededRandom {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  bytes(length: number): Buffer;
}

export function createSeededRandom(seed: string): SeededRandom {
  let state = Number.parseInt(deriveId('seeded-random', seed).slice(0, 8), 16);
  // Mulberry32 (Tommy Ettinger, public domain).
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  return {
    int: (min, max) => min + (next() % (max - min + 1)),
    bytes: (length) => Buffer.from(Array.from({ length }, () => next() & 0xff)),
  };
}
