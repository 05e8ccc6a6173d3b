import type { Loudness } from '../../domain/assets/asset.ts';
import { createLoudnessMeter } from './loudness-meter.ts';
import { openAudioReader } from './open-audio-reader.ts';
import { mixSampleRate } from './stereo-resampler.ts';

/** How loud a file is in the mix, where one channel is heard on both sides. Throws FaultError `media.*`. */
export async function measureLoudness(path: string): Promise<Loudness | null> {
  const reader = await openAudioReader(path);
  try {
    const meter = createLoudnessMeter();
    const second = new Float32Array(mixSampleRate * 2);
    for (let from = 0; ; from += mixSampleRate) {
      const more = await reader.read(from, second);
      const samples = Math.max(0, Math.min(mixSampleRate, reader.endSample - from));
      meter.push(second.subarray(0, samples * 2));
      if (!more) return meter.result();
    }
  } finally {
    await reader.close();
  }
}
