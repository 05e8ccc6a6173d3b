import { writeFile } from 'node:fs/promises';
import { wholeFrames } from '../../domain/assets/proxy.ts';
import { framesToFlicks } from '../../domain/kernel/time.ts';
import { encodeJpeg } from './encode-jpeg.ts';
import { type AudioReader, openAudioReader } from './open-audio-reader.ts';
import { openFrameReader } from './open-frame-reader.ts';
import { openVideoWriter } from './open-video-writer.ts';
import type { PictureSize } from './picture-geometry.ts';
import { probeMedia } from './probe-media.ts';
import { mixSampleRate } from './stereo-resampler.ts';

/** Seconds between key frames: scrubbing decodes no more than this. */
const keyframeSeconds = 0.5;
const crf = 27;

/**
 * A smaller file that shows and sounds like another, at the same times: a JPEG of a still, else an MP4 with a key frame every half
 * second, upright, of square pixels and constant rate. `sizeOf` says how large a picture of that size becomes. Throws FaultError
 * `media.*`, `disk.*`; a cancelled one leaves no file.
 */
export async function makeProxy(
  path: string,
  to: string,
  sizeOf: (shown: PictureSize) => PictureSize,
  signal: AbortSignal,
): Promise<void> {
  const { facts } = await probeMedia(path);
  const pictures = await openFrameReader(path, { sizeOf });
  let sound: AudioReader | null = null;
  try {
    const { widthPx, heightPx } = pictures;
    if (facts.durationFlicks === 0 || facts.video === null) {
      const { rgba } = await pictures.pictureAt(0);
      await writeFile(to, await encodeJpeg(rgba, widthPx, heightPx));
      return;
    }
    if (facts.audio !== null) sound = await openAudioReader(path);
    const { rate, frames } = wholeFrames(facts.video, facts.durationFlicks);
    const writer = await openVideoWriter(
      {
        ...{ path: to, widthPx, heightPx, rate, crf, preset: 'veryfast', keyframeSeconds },
        audio: sound === null ? null : { sampleRate: mixSampleRate, channels: 2 },
      },
      { threads: 1 },
    );
    try {
      let heard = 0;
      for (let frame = 0; frame < frames; frame++) {
        signal.throwIfAborted();
        const { rgba } = await pictures.pictureAt(framesToFlicks(frame, rate));
        await writer.writeFrame(rgba);
        if (sound === null) continue;
        const until = Math.round(((frame + 1) * rate.den * mixSampleRate) / rate.num);
        const samples = new Float32Array((until - heard) * 2);
        await sound.read(heard, samples);
        await writer.writeAudio(samples);
        heard = until;
      }
      await writer.finish();
    } catch (thrown) {
      await writer.abort().catch(() => undefined);
      throw thrown;
    }
  } finally {
    await sound?.close();
    await pictures.close();
  }
}
