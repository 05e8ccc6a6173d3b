import { AVERROR_EAGAIN, AVERROR_EOF } from 'node-av/constants';
import { type CodecContext, type Frame, Packet } from 'node-av/lib';
import { checkWrite } from './libav-fault.ts';
import type { Mp4Muxer } from './mp4-muxer.ts';

/** An encoder joined to its stream in the file. */
export interface EncodedStream {
  /** Encodes one frame and writes the packets that came out; null flushes. Never two calls at once. */
  encode(frame: Frame | null): Promise<void>;
  free(): void;
}

export function createEncodedStream(
  encoder: CodecContext,
  muxer: Mp4Muxer,
  path: string,
  packetDuration: bigint | null,
): EncodedStream {
  const stream = muxer.addStream(encoder);
  const packet = new Packet();
  packet.alloc();
  return {
    async encode(frame) {
      checkWrite(await encoder.sendFrame(frame), path, 'encoding');
      for (;;) {
        // Sending did the work; only a flush computes while it hands packets out, and must not block the event loop.
        const code = frame === null ? await encoder.receivePacket(packet) : encoder.receivePacketSync(packet);
        if (code === AVERROR_EAGAIN || code === AVERROR_EOF) return;
        checkWrite(code, path, 'encoding');
        if (packetDuration !== null) packet.duration = packetDuration;
        await muxer.write(packet, encoder, stream);
      }
    },
    free() {
      packet.free();
      encoder.freeContext();
    },
  };
}
