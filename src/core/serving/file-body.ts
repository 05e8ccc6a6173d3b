import { type FileHandle, open } from 'node:fs/promises';
import type { ByteRange } from './parse-range.ts';

const chunkBytes = 256 * 1024;

/**
 * A stretch of a file as a body. The file is opened when the first bytes are wanted, so that an answer which nobody
 * reads holds nothing; nothing is read before the reader asks, so that a slow one holds one chunk. It is let go at the
 * end, on cancelling, on an error, and when `signal` says that nobody waits any more.
 */
export function fileBody(
  path: string,
  { start, end }: ByteRange,
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let position = start;
  let file: FileHandle | null = null;
  const letGo = async (): Promise<void> => {
    signal.removeEventListener('abort', letGo);
    const open = file;
    file = null;
    await open?.close();
  };
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          signal.throwIfAborted();
          if (position === start) {
            file = await open(path, 'r');
            signal.addEventListener('abort', letGo);
            signal.throwIfAborted();
          }
          if (file === null) throw new Error('The reading was ended.');
          const wanted = Math.min(chunkBytes, end + 1 - position);
          const buffer = new Uint8Array(wanted);
          const { bytesRead } = await file.read({ buffer, length: wanted, position });
          if (bytesRead === 0) throw new Error('The file became shorter while it was read.');
          position += bytesRead;
          controller.enqueue(buffer.subarray(0, bytesRead));
          if (position <= end) return;
          await letGo();
          controller.close();
        } catch (thrown) {
          await letGo();
          controller.error(thrown);
        }
      },
      cancel: letGo,
    },
    { highWaterMark: 0 },
  );
}
