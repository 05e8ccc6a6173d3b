import { FFmpegError, Frame } from 'node-av/lib';
import type { VideoWriter, VideoWriterSettings } from '../../core/ports/video-writer.ts';
import { FaultError } from '../../domain/kernel/result.ts';
import { type AudioFramer, createAudioFramer, openAacEncoder } from './aac-encoder.ts';
import { createEncodedStream, type EncodedStream } from './encoded-stream.ts';
import { openH264Encoder, stampFrame } from './h264-encoder.ts';
import { createMp4Muxer, type Mp4Muxer } from './mp4-muxer.ts';
import { quietLibav } from './quiet-libav.ts';
import { createRgbaToYuv } from './rgba-to-yuv.ts';
import { createWriteQueue } from './write-queue.ts';

/** The writer with what only this adapter can do. */
export interface LibavVideoWriter extends VideoWriter {
  /**
   * The next picture as a decoder gave it: 4:2:0, BT.709 limited, of the film's size. It is neither converted nor
   * copied but referenced, and may be unreferenced by the caller after the call.
   */
  writePicture(frame: Frame): Promise<void>;
  /** The picture that was written last, once more. */
  repeatFrame(): Promise<void>;
}

export interface LibavWriterOptions {
  /** x264's threads. Default 2, which two cores can use and which keeps memory small. */
  readonly threads?: number;
}

interface Sound {
  readonly stream: EncodedStream;
  readonly framer: AudioFramer;
}

/** Audio calls that may wait behind a picture before they wait themselves. */
const maxWaiting = 16;

/**
 * Opens an MP4 for writing. Encoding runs behind the caller by one picture: `writeFrame` waits for the picture before,
 * copies the pixels and returns, so that one is drawn while the last is encoded. A failure removes the file and is
 * thrown by the next call.
 */
export async function openVideoWriter(
  settings: VideoWriterSettings,
  options: LibavWriterOptions = {},
): Promise<LibavVideoWriter> {
  quietLibav();
  const { path, widthPx, heightPx, audio } = settings;
  if (widthPx % 2 !== 0 || heightPx % 2 !== 0 || widthPx < 16 || heightPx < 16) {
    const message = `A film of ${widthPx}×${heightPx} pixels cannot be written: both sides must be even and at least 16. Nothing was written.`;
    throw new FaultError({ code: 'media.bad-size', message });
  }
  const muxer = createMp4Muxer(path);
  try {
    const h264 = await openH264Encoder(settings, options.threads ?? 2);
    const video = createEncodedStream(h264, muxer, path, 1n);
    const sound = audio === null ? null : await openSound(audio, muxer, path);
    await muxer.begin();
    return startWriting(settings, muxer, video, sound);
  } catch (thrown) {
    await muxer.discard();
    throw thrown;
  }
}

async function openSound(
  audio: NonNullable<VideoWriterSettings['audio']>,
  muxer: Mp4Muxer,
  path: string,
): Promise<Sound> {
  const aac = await openAacEncoder(path, audio.sampleRate, audio.channels);
  const framer = createAudioFramer(aac, audio.channels);
  return { stream: createEncodedStream(aac, muxer, path, null), framer };
}

function startWriting(
  settings: VideoWriterSettings,
  muxer: Mp4Muxer,
  video: EncodedStream,
  sound: Sound | null,
): LibavVideoWriter {
  const converter = createRgbaToYuv(settings.widthPx, settings.heightPx);
  const queue = createWriteQueue(() => muxer.discard());
  const borrowed = new Frame();
  borrowed.alloc();
  let last: Frame | null = null;
  let frames = 0;
  let freed = false;

  const free = (): void => {
    if (freed) return;
    freed = true;
    converter.free();
    borrowed.free();
    video.free();
    sound?.stream.free();
  };
  const encodeSamples = async ({ stream, framer }: Sound, samples: Float32Array): Promise<void> => {
    for (let offset = 0; offset < samples.length; ) {
      offset += framer.fill(samples, offset);
      if (framer.full) await stream.encode(framer.draw());
    }
  };
  const encodePicture = async (frame: Frame, index: number): Promise<void> => {
    last = frame;
    stampFrame(frame, index);
    await video.encode(frame);
  };

  return {
    async writeFrame(rgba) {
      await queue.settled();
      converter.load(rgba);
      const index = frames++;
      queue.push(async () => encodePicture(await converter.convert(), index));
    },
    async writePicture(frame) {
      await queue.settled();
      borrowed.unref();
      FFmpegError.throwIfError(borrowed.ref(frame), 'borrow a decoded picture');
      const index = frames++;
      queue.push(() => encodePicture(borrowed, index));
    },
    async repeatFrame() {
      await queue.settled();
      const again = last;
      if (again === null) throw new Error('There is no picture yet to repeat.');
      const index = frames++;
      queue.push(() => encodePicture(again, index));
    },
    async writeAudio(samples) {
      if (sound === null) throw new Error('This film was opened without a sound track.');
      if (queue.waiting >= maxWaiting) await queue.settled();
      const own = samples.slice();
      queue.push(() => encodeSamples(sound, own));
    },
    async finish() {
      queue.push(async () => {
        if (sound !== null && !sound.framer.empty) await sound.stream.encode(sound.framer.draw());
        await sound?.stream.encode(null);
        await video.encode(null);
        await muxer.end();
      });
      await queue.settled();
      free();
    },
    async abort() {
      queue.push(() => Promise.reject(new Error('The writer was aborted.')));
      await queue.settled().catch(() => undefined);
      await muxer.discard();
      free();
    },
  };
}
