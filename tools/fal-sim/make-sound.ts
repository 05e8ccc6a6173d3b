import { createHash } from 'node:crypto';

export interface SoundOrder {
  readonly words: string;
  readonly seconds: number;
}

const sampleRate = 16_000;

/** A real WAV file of the length that was asked for: a soft tone whose pitch is that of its words. */
export function makeSound({ words, seconds }: SoundOrder): Buffer {
  const samples = Math.max(1, Math.round(seconds * sampleRate));
  const hertz = 160 + (createHash('sha256').update(words).digest()[0] ?? 0) * 2;
  const bytes = Buffer.alloc(44 + samples * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + samples * 2, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(sampleRate, 24);
  bytes.writeUInt32LE(sampleRate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < samples; i++) {
    const seconds = i / sampleRate;
    const swell = Math.min(1, i / 800, (samples - i) / 800);
    const value = Math.sin(2 * Math.PI * hertz * seconds) * 0.25 * swell;
    bytes.writeInt16LE(Math.round(value * 32_767), 44 + i * 2);
  }
  return bytes;
}
