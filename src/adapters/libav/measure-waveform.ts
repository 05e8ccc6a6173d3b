import type { WaveformPeaks } from '../../core/ports/media-files.ts';
import { openAudioReader } from './open-audio-reader.ts';
import { mixSampleRate } from './stereo-resampler.ts';

/** Lowest and highest sample of every bucket, left and right averaged. Throws FaultError `media.*`. */
export async function measureWaveform(
  path: string,
  bucketsPerSecond: number,
  signal: AbortSignal,
): Promise<WaveformPeaks> {
  const reader = await openAudioReader(path);
  try {
    const peaks: number[] = [];
    const second = new Float32Array(mixSampleRate * 2);
    for (let from = 0; ; from += mixSampleRate) {
      signal.throwIfAborted();
      const more = await reader.read(from, second);
      const samples = Math.min(mixSampleRate, reader.endSample - from);
      for (let bucket = 0; bucket < bucketsPerSecond; bucket++) {
        const start = Math.floor((bucket * mixSampleRate) / bucketsPerSecond);
        const end = Math.floor(((bucket + 1) * mixSampleRate) / bucketsPerSecond);
        if (start >= samples) break;
        peaks.push(...extremes(second, start, Math.min(end, samples)));
      }
      if (!more) return { peaks: Int8Array.from(peaks), bucketsPerSecond };
    }
  } finally {
    await reader.close();
  }
}

function extremes(samples: Float32Array, start: number, end: number): [number, number] {
  let low = 1;
  let high = -1;
  for (let i = start * 2; i < end * 2; i += 2) {
    const mixed = ((samples[i] ?? 0) + (samples[i + 1] ?? 0)) / 2;
    if (mixed < low) low = mixed;
    if (mixed > high) high = mixed;
  }
  const scaled = (value: number): number => Math.max(-128, Math.min(127, Math.round(value * 127)));
  return [scaled(low), scaled(high)];
}
