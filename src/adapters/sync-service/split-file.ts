import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

const chunkBytes = 1 << 20;

/** SHA-256 of each piece of `partBytes` bytes, in hexadecimal, in order. Reads the file once. */
export async function hashPieces(path: string, bytes: number, partBytes: number): Promise<string[]> {
  await using file = await open(path, 'r');
  const hashes: string[] = [];
  for (let from = 0; from < bytes; from += partBytes) {
    const hash = createHash('sha256');
    const to = Math.min(from + partBytes, bytes);
    for (let at = from; at < to; at += chunkBytes) {
      hash.update(await readExactly(file, at, Math.min(chunkBytes, to - at)));
    }
    hashes.push(hash.digest('hex'));
  }
  return hashes;
}

/** The piece with this number, counted from one. */
export async function readPiece(
  path: string,
  bytes: number,
  partBytes: number,
  number: number,
): Promise<Buffer> {
  await using file = await open(path, 'r');
  const from = (number - 1) * partBytes;
  return readExactly(file, from, Math.min(partBytes, bytes - from));
}

async function readExactly(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(buffer, done, length - done, at + done);
    if (bytesRead === 0) throw new Error('the file is shorter than it was');
    done += bytesRead;
  }
  return buffer;
}
