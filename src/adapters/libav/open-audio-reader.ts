import { Frame } from 'node-av/lib';
import { FaultError } from '../../domain/kernel/result.ts';
import { flicksPerSecond } from '../../domain/kernel/time.ts';
import { unsupportedMedia } from './media-fault.ts';
import { openMedia } from './open-media.ts';
import { createStereoResampler, mixSampleRate, type StereoResampler } from './stereo-resampler.ts';
import { openStreamDecoder } from './stream-decoder.ts';
import { flicksToTicks, ticksToFlicks } from './stream-time.ts';

/** Sound of one file by sample: 48 kHz, stereo. One call at a time. */
export interface AudioReader {
  /**
   * Fills `out` (interleaved left and right) with the samples from `fromSample` on; outside the medium there is
   * silence. False once nothing but silence follows.
   */
  read(fromSample: number, out: Float32Array): Promise<boolean>;
  /** End of what has been decoded so far; after `read` returned false, the end of the medium. */
  readonly endSample: number;
  close(): Promise<void>;
}

const flicksPerSample = flicksPerSecond / mixSampleRate;
/** Closer than this it is cheaper to decode on than to seek. */
const jumpSamples = 2 * mixSampleRate;
/** Codecs such as AAC and MP3 need the packets before a position to get that position right. */
const prerollSamples = mixSampleRate / 10;
/** A gap in the time stamps beyond this is real; anything smaller is rounding. */
const driftSamples = mixSampleRate / 50;

export async function openAudioReader(path: string): Promise<AudioReader> {
  const media = await openMedia(path);
  try {
    if (media.audio === null) throw new FaultError(unsupportedMedia(path, 'it holds no sound'));
    const stream = media.audio;
    const decoder = await openStreamDecoder(media, stream, 1);
    const frame = new Frame();
    frame.alloc();
    let resampler: { readonly key: string; readonly run: StereoResampler } | null = null;
    /** Decoded samples [start, end) of the medium that are still wanted. */
    let held = new Float32Array(mixSampleRate * 2);
    let heldStart = 0;
    let heldEnd = 0;
    let placed = false;
    let ended = false;

    const drop = (): void => {
      resampler?.run.free();
      resampler = null;
      heldEnd = heldStart;
      placed = false;
      ended = false;
    };
    const append = (samples: Float32Array): void => {
      const used = (heldEnd - heldStart) * 2;
      if (used + samples.length > held.length) {
        const larger = new Float32Array(2 * (used + samples.length));
        larger.set(held.subarray(0, used));
        held = larger;
      }
      held.set(samples, used);
      heldEnd += samples.length / 2;
    };
    const forget = (beforeSample: number): void => {
      const count = Math.min(beforeSample, heldEnd) - heldStart;
      if (count <= 0) return;
      held.copyWithin(0, count * 2, (heldEnd - heldStart) * 2);
      heldStart += count;
    };
    const place = (stamp: number | null): void => {
      if (stamp === null) {
        placed = true;
        return;
      }
      const sample = Math.round((stamp - media.originFlicks) / flicksPerSample);
      if (!placed) {
        heldStart = sample;
        heldEnd = sample;
        placed = true;
      } else if (sample > heldEnd + driftSamples) {
        append(new Float32Array(Math.min(sample - heldEnd, 60 * mixSampleRate) * 2));
      }
    };
    const decodeMore = async (): Promise<void> => {
      if (!(await decoder.next(frame))) {
        ended = true;
        if (resampler !== null) append(resampler.run.push(null));
        return;
      }
      const key = `${frame.format} ${frame.sampleRate} ${frame.channels}`;
      if (resampler?.key !== key) {
        resampler?.run.free();
        resampler = { key, run: createStereoResampler(frame) };
      }
      place(ticksToFlicks(frame.bestEffortTimestamp, stream.timeBase));
      append(resampler.run.push(frame));
      frame.unref();
    };
    const goTo = async (fromSample: number): Promise<void> => {
      const at = (sample: number): Promise<boolean> =>
        decoder.seek(flicksToTicks(sample * flicksPerSample + media.originFlicks, stream.timeBase));
      // The first packet may lie before time 0, being what the codec needs to get going.
      const target = fromSample - prerollSamples;
      if ((await at(target)) || (target < 0 && (await at(0)))) drop();
    };

    return {
      async read(fromSample, out) {
        const toSample = fromSample + out.length / 2;
        out.fill(0);
        if ((placed && fromSample < heldStart) || fromSample > heldEnd + jumpSamples) await goTo(fromSample);
        while (!ended && (!placed || heldEnd < toSample)) {
          await decodeMore();
          forget(fromSample);
        }
        forget(fromSample);
        const start = Math.max(fromSample, heldStart);
        const end = Math.min(toSample, heldEnd);
        if (end > start) {
          const from = (start - heldStart) * 2;
          out.set(held.subarray(from, from + (end - start) * 2), (start - fromSample) * 2);
        }
        return !(ended && heldEnd <= toSample);
      },
      get endSample() {
        return heldEnd;
      },
      async close() {
        frame.free();
        resampler?.run.free();
        decoder.close();
        await media.close();
      },
    };
  } catch (thrown) {
    await media.close();
    throw thrown;
  }
}
