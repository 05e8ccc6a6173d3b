import type { FileHandle } from 'node:fs/promises';
import type { ByteRange } from './parse-range.ts';

const chunkBytes = 256 * 1024;

/**
 * A stretch of an open file as a body. Nothing is read before the reader asks, so a slow reader holds one chunk; the
 * file is let go at the end, on cancelling, on an error, and when `signal` says that nobody waits any more.
 */
export function fileBody(
  file: FileHandle,
  { start, end }: ByteRange,
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let position = start;
  let closing: Promise<void> | null = null;
  const letGo = (): Promise<void> => {
    signal.removeEventListener('abort', letGo);
    closing ??= file.close();
    return closing;
  };
  signal.addEventListener('abort', letGo);
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          signal.throwIfAborted();
          const wanted = Math.min(chunkBytes, end + 1 - position);
          const { bytesRead, buffer } = await file.read({
            buffer: new Uint8Array(wanted),
            length: wanted,
            position,
          });
          if (bytesRead === 0) throw new Error('The file became shorter while it was read.');
          position += bytesRead;
          controller.enqueue(buffer.subarray(0, bytesRead));
          if (position > end) {
            await letGo();
            controller.close();
          }
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
