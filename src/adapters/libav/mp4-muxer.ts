import { lstat, rm } from 'node:fs/promises';
import { AVFMT_FLAG_BITEXACT } from 'node-av/constants';
import { type CodecContext, Dictionary, FormatContext, type Packet, type Stream } from 'node-av/lib';
import { checkWrite } from './libav-fault.ts';

/** One MP4 file being written: streams first, then `begin`, packets, `end`. */
export interface Mp4Muxer {
  addStream(encoder: CodecContext): Stream;
  begin(): Promise<void>;
  write(packet: Packet, encoder: CodecContext, stream: Stream): Promise<void>;
  /** Writes the index, moves it to the front and closes the file. */
  end(): Promise<void>;
  /** Closes and removes what was written; a file that was never opened is not touched. */
  discard(): Promise<void>;
}

export function createMp4Muxer(path: string): Mp4Muxer {
  const format = new FormatContext();
  checkWrite(format.allocOutputContext2(null, 'mp4', `file:${path}`), path, 'choosing the MP4 format');
  // Equal input gives equal bytes: no dates and no version strings, so that the library can recognise a file.
  format.setFlags(AVFMT_FLAG_BITEXACT);
  let open = false;
  let closed = false;

  const checkDisk = (step: string): void => {
    const error = format.pb?.error ?? 0;
    if (error < 0) checkWrite(error, path, step);
  };

  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    if (open) await format.closeOutput();
    format.freeContext();
  };

  return {
    addStream(encoder) {
      const stream = format.newStream();
      stream.codecpar.fromContext(encoder);
      stream.timeBase = encoder.timeBase;
      if (encoder.framerate.num > 0) stream.avgFrameRate = encoder.framerate;
      return stream;
    },
    async begin() {
      checkWrite(await format.openOutput(), path, 'creating the file');
      open = true;
      using options = Dictionary.fromObject({ movflags: '+faststart+write_colr' });
      checkWrite(await format.writeHeader(options), path, 'writing the header');
    },
    async write(packet, encoder, stream) {
      packet.streamIndex = stream.index;
      packet.rescaleTs(encoder.timeBase, stream.timeBase);
      checkWrite(await format.interleavedWriteFrame(packet), path, 'writing');
      checkDisk('writing');
    },
    async end() {
      checkWrite(await format.writeTrailer(), path, 'writing the index');
      await format.flush();
      checkDisk('writing the index');
      await close();
    },
    async discard() {
      await close();
      // Only what this muxer made: a path may also name a device.
      if (open && (await isRegularFile(path))) await rm(path, { force: true });
    },
  };
}

async function isRegularFile(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile();
  } catch {
    return false; // Gone already, which is what was wanted.
  }
}
