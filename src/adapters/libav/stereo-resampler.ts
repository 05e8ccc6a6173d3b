import { AV_SAMPLE_FMT_FLT } from 'node-av/constants';
import { avChannelLayoutDefault, FFmpegError, type Frame, SoftwareResampleContext } from 'node-av/lib';

/** Sample rate of everything that is mixed, Hz. */
export const mixSampleRate = 48_000;

/** Turns decoded sound of any layout and rate into interleaved stereo floats at {@link mixSampleRate}. */
export interface StereoResampler {
  /** The samples that came out, interleaved; a view that is good until the next call. null flushes. */
  push(frame: Frame | null): Float32Array;
  free(): void;
}

/** Set up for frames like `sample`; frames of another rate or layout need another resampler. */
export function createStereoResampler(sample: Frame): StereoResampler {
  const channels = sample.channels;
  const swr = new SoftwareResampleContext();
  const layout = sample.channelLayout.mask === 0n ? avChannelLayoutDefault(channels) : sample.channelLayout;
  const allocated = swr.allocSetOpts2(
    avChannelLayoutDefault(2),
    AV_SAMPLE_FMT_FLT,
    mixSampleRate,
    layout,
    Number(sample.format) as never,
    sample.sampleRate,
  );
  FFmpegError.throwIfError(allocated, 'set up a resampler');
  // Left alone, mono would come out 3 dB quieter on each side.
  if (channels === 1) FFmpegError.throwIfError(swr.setMatrix([1, 1], 1), 'spread mono to both sides');
  FFmpegError.throwIfError(swr.init(), 'start a resampler');
  let out = Buffer.alloc(0);
  return {
    push(frame) {
      const count = frame?.nbSamples ?? 0;
      const room = swr.getOutSamples(count);
      if (out.length < room * 8) out = Buffer.alloc(room * 8);
      const given = frame === null ? null : frame.extendedData;
      const made = swr.convertSync([out], room, given, count);
      FFmpegError.throwIfError(made, 'resample sound');
      return new Float32Array(out.buffer, out.byteOffset, made * 2);
    },
    free: () => swr.free(),
  };
}
