import {
  AVDISCARD_ALL,
  AVERROR_EAGAIN,
  AVERROR_EOF,
  AVSEEK_FLAG_BACKWARD,
  AVSEEK_FLAG_BYTE,
  type AVSeekFlag,
} from 'node-av/constants';
import { Codec, CodecContext, Dictionary, type Frame, Packet, type Stream } from 'node-av/lib';
import { FaultError } from '../../domain/kernel/result.ts';
import { checkRead, tooLargePicture, unsupportedMedia } from './media-fault.ts';
import type { OpenMedia } from './open-media.ts';

/** Frames of one stream in presentation order. */
export interface StreamDecoder {
  readonly context: CodecContext;
  /** Puts the next frame into `frame`; false at the end. Packets that cannot be decoded are passed over. */
  next(frame: Frame): Promise<boolean>;
  /** Goes to the last key frame at or before `ticks` of the stream; false where the file cannot seek. */
  seek(ticks: bigint): Promise<boolean>;
  /** Goes to the first byte of the file, for containers whose time stamps do not find it; false where that is impossible. */
  rewind(): Promise<boolean>;
  close(): void;
}

/** Pictures beyond this are refused rather than given gigabytes. */
const maxPixels = 120_000_000;

/** Opens a decoder for `stream`; the file's other streams are no longer read. */
export async function openStreamDecoder(
  media: OpenMedia,
  stream: Stream,
  threads: number,
): Promise<StreamDecoder> {
  const { path, format } = media;
  const codec = Codec.findDecoder(stream.codecpar.codecId);
  if (codec === null) throw new FaultError(unsupportedMedia(path, 'there is no decoder for what it holds'));
  const { width, height } = stream.codecpar;
  if (width * height > maxPixels) throw new FaultError(tooLargePicture(path, width, height, maxPixels));
  const context = new CodecContext();
  context.allocContext3(codec);
  checkRead(context.parametersToContext(stream.codecpar), path, 'preparing its decoder');
  context.pktTimebase = stream.timeBase;
  context.threadCount = threads;
  using options = Dictionary.fromObject({ max_pixels: maxPixels });
  checkRead(await context.open2(codec, options), path, 'opening its decoder');
  for (const other of format.streams) if (other.index !== stream.index) other.discard = AVDISCARD_ALL;

  const packet = new Packet();
  packet.alloc();
  let draining = false;

  return {
    context,
    async next(frame) {
      for (;;) {
        // Sending did the decoding; to receive is quick except while draining.
        const received = draining ? await context.receiveFrame(frame) : context.receiveFrameSync(frame);
        if (received >= 0) return true;
        if (received === AVERROR_EOF) return false;
        if (received !== AVERROR_EAGAIN && draining) return false;
        await feed();
      }
    },
    seek: (ticks) => goTo(ticks, AVSEEK_FLAG_BACKWARD),
    rewind: () => goTo(0n, AVSEEK_FLAG_BYTE),
    close() {
      packet.free();
      context.freeContext();
    },
  };

  async function goTo(position: bigint, how: AVSeekFlag): Promise<boolean> {
    const sought = await format.seekFrame(stream.index, position, how);
    if (sought < 0) return false;
    context.flushBuffers();
    draining = false;
    return true;
  }

  /** Reads on to the stream's next packet and sends it. A file that ends or breaks off is drained. */
  async function feed(): Promise<void> {
    for (;;) {
      const read = await format.readFrame(packet);
      if (read < 0) {
        draining = true;
        await context.sendPacket(null);
        return;
      }
      const ours = packet.streamIndex === stream.index;
      // A damaged packet makes its decoder complain; the pictures around it are still good.
      if (ours) await context.sendPacket(packet);
      packet.unref();
      if (ours) return;
    }
  }
}
