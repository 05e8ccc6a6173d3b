import {
  AV_CODEC_FLAG_BITEXACT,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_SAMPLE_FMT_FLTP,
  FF_ENCODER_AAC,
} from 'node-av/constants';
import { avChannelLayoutDefault, Codec, CodecContext, FFmpegError, Frame, Rational } from 'node-av/lib';
import { checkWrite } from './libav-fault.ts';

const bitRatePerChannel = 96_000;

/** FFmpeg's own AAC encoder; the FDK one, which the build also holds, is never used for its licence. */
export function findAacEncoder(): Codec | null {
  return Codec.findEncoderByName(FF_ENCODER_AAC);
}

/** Opened, for planar floats. */
export async function openAacEncoder(
  path: string,
  sampleRate: number,
  channels: 1 | 2,
): Promise<CodecContext> {
  const codec = findAacEncoder();
  const encoder = new CodecContext();
  encoder.allocContext3(codec);
  encoder.sampleFormat = AV_SAMPLE_FMT_FLTP;
  encoder.sampleRate = sampleRate;
  encoder.channelLayout = avChannelLayoutDefault(channels);
  encoder.bitRate = BigInt(bitRatePerChannel * channels);
  encoder.timeBase = new Rational(1, sampleRate);
  encoder.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_BITEXACT);
  checkWrite(await encoder.open2(codec, null), path, 'opening the AAC encoder');
  return encoder;
}

/** Gathers interleaved samples of any count into the encoder's frames of 1,024. */
export interface AudioFramer {
  /** Takes samples from `offset` on; the number of floats taken. A full frame must be drawn off before more is taken. */
  fill(samples: Float32Array, offset: number): number;
  readonly full: boolean;
  readonly empty: boolean;
  /** The frame with its time stamp; it starts over with the next fill. */
  draw(): Frame;
}

export function createAudioFramer(encoder: CodecContext, channels: 1 | 2): AudioFramer {
  const frameSamples = encoder.frameSize;
  const staged = new Float32Array(frameSamples * channels);
  let stagedFloats = 0;
  let drawnSamples = 0;
  const frame = new Frame();

  const allocate = (samples: number): void => {
    frame.alloc();
    frame.nbSamples = samples;
    frame.format = AV_SAMPLE_FMT_FLTP;
    frame.sampleRate = encoder.sampleRate;
    frame.channelLayout = encoder.channelLayout;
    FFmpegError.throwIfError(frame.getBuffer(), 'allocate an audio frame');
  };

  return {
    fill(samples, offset) {
      const count = Math.min(staged.length - stagedFloats, samples.length - offset);
      staged.set(samples.subarray(offset, offset + count), stagedFloats);
      stagedFloats += count;
      return count;
    },
    get full() {
      return stagedFloats === staged.length;
    },
    get empty() {
      return stagedFloats === 0;
    },
    draw() {
      const samples = stagedFloats / channels;
      // The encoder keeps a reference to what it was given, so every frame gets memory of its own (8 kB).
      frame.free();
      allocate(samples);
      for (let channel = 0; channel < channels; channel++) {
        const bytes = frame.data?.[channel];
        if (bytes === undefined) throw new Error('The audio frame has no samples.');
        const plane = new Float32Array(bytes.buffer, bytes.byteOffset, samples);
        for (let i = 0; i < samples; i++) plane[i] = staged[i * channels + channel] ?? 0;
      }
      frame.pts = BigInt(drawnSamples);
      drawnSamples += samples;
      stagedFloats = 0;
      return frame;
    },
  };
}
