import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AssetId } from '../../domain/kernel/ids.ts';
import { FaultError, ok, type Result } from '../../domain/kernel/result.ts';
import { sourceFailure, storeFailure } from './library-faults.ts';
import { assetFile, type LibraryLayout } from './library-layout.ts';

/** A file that is in the library, durable under its final name. */
export interface StoredFile {
  readonly id: AssetId;
  readonly path: string;
  readonly bytes: number;
  /** It was there before. */
  readonly known: boolean;
}

/** Begin of the names of files that are being written; whatever bears it when the library opens is left over. */
export const partialPrefix = 'put-';

const chunkBytes = 1 << 20;

/**
 * Copies (or moves) a file into the library under the SHA-256 of its bytes. It gets its final name by a rename after
 * it has reached the disk; a failure leaves nothing behind and, when moving, the source where it was.
 */
export async function storeFile(
  layout: LibraryLayout,
  sourcePath: string,
  extension: string,
  move: boolean,
): Promise<Result<StoredFile>> {
  const source = await openSource(sourcePath);
  if (!source.ok) return source;
  const partial = join(layout.incoming, `${partialPrefix}${randomUUID()}`);
  try {
    await mkdir(layout.incoming, { recursive: true });
    const { id, bytes } = move
      ? await hashOnly(source.value, sourcePath)
      : await hashAndCopy(source.value, sourcePath, partial);
    const path = assetFile(layout, id, extension);
    if (await holds(path, id, bytes)) {
      await rm(move ? sourcePath : partial, { force: true });
      return ok({ id, path, bytes, known: true });
    }
    await settle(move ? sourcePath : partial, path);
    return ok({ id, path, bytes, known: false });
  } catch (thrown) {
    await rm(partial, { force: true }).catch(() => undefined);
    if (move && isOtherDisk(thrown)) return copyThenRemove(layout, sourcePath, extension);
    return { ok: false, fault: storeFailure(thrown, layout.media) };
  } finally {
    await source.value.close();
  }
}

function isOtherDisk(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown as NodeJS.ErrnoException).code === 'EXDEV';
}

async function copyThenRemove(
  layout: LibraryLayout,
  sourcePath: string,
  extension: string,
): Promise<Result<StoredFile>> {
  const copied = await storeFile(layout, sourcePath, extension, false);
  // It is stored; a source that cannot be removed is only untidy.
  if (copied.ok) await rm(sourcePath, { force: true }).catch(() => undefined);
  return copied;
}

/** Stores bytes that are in memory, with the same promises as {@link storeFile}. */
export async function storeBytes(
  layout: LibraryLayout,
  bytes: Uint8Array,
  extension: string,
): Promise<Result<StoredFile>> {
  const id = AssetId.parse(createHash('sha256').update(bytes).digest('hex'));
  const path = assetFile(layout, id, extension);
  const partial = join(layout.incoming, `${partialPrefix}${randomUUID()}`);
  try {
    if (await holds(path, id, bytes.length)) return ok({ id, path, bytes: bytes.length, known: true });
    await mkdir(layout.incoming, { recursive: true });
    {
      await using target = await open(partial, 'wx');
      await target.writeFile(bytes);
    }
    await settle(partial, path);
    return ok({ id, path, bytes: bytes.length, known: false });
  } catch (thrown) {
    await rm(partial, { force: true }).catch(() => undefined);
    return { ok: false, fault: storeFailure(thrown, layout.media) };
  }
}

/** SHA-256 of a file, read in pieces. */
export async function hashFile(path: string): Promise<string> {
  await using file = await open(path, 'r');
  const hash = createHash('sha256');
  await readPieces(file, path, async (piece) => void hash.update(piece));
  return hash.digest('hex');
}

async function openSource(path: string): Promise<Result<FileHandle>> {
  try {
    return ok(await open(path, 'r'));
  } catch (thrown) {
    return { ok: false, fault: sourceFailure(thrown, path) };
  }
}

async function hashOnly(source: FileHandle, sourcePath: string): Promise<{ id: AssetId; bytes: number }> {
  const hash = createHash('sha256');
  const bytes = await readPieces(source, sourcePath, async (piece) => void hash.update(piece));
  return { id: AssetId.parse(hash.digest('hex')), bytes };
}

async function hashAndCopy(
  source: FileHandle,
  sourcePath: string,
  partial: string,
): Promise<{ id: AssetId; bytes: number }> {
  const hash = createHash('sha256');
  await using target = await open(partial, 'wx');
  const bytes = await readPieces(source, sourcePath, async (piece) => {
    hash.update(piece);
    for (let done = 0; done < piece.length; )
      done += (await target.write(piece, done, piece.length - done)).bytesWritten;
  });
  return { id: AssetId.parse(hash.digest('hex')), bytes };
}

async function readPieces(
  source: FileHandle,
  sourcePath: string,
  take: (piece: Uint8Array) => Promise<void>,
): Promise<number> {
  const buffer = new Uint8Array(chunkBytes);
  for (let position = 0; ; ) {
    let bytesRead: number;
    try {
      ({ bytesRead } = await source.read(buffer, 0, buffer.length, position));
    } catch (thrown) {
      throw new FaultError(sourceFailure(thrown, sourcePath));
    }
    if (bytesRead === 0) return position;
    await take(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
}

/** Whether the file is there, whole: one that was damaged is replaced by the bytes that have come again. */
async function holds(path: string, id: AssetId, bytes: number): Promise<boolean> {
  try {
    return (await stat(path)).size === bytes && (await hashFile(path)) === id;
  } catch {
    return false; // Not there, which is the usual case.
  }
}

/** Brings the bytes to the disk, then the name, then the folders that hold the name. */
async function settle(from: string, to: string): Promise<void> {
  await syncFile(from);
  const folder = dirname(to);
  const made = await mkdir(folder, { recursive: true });
  await rename(from, to);
  await syncFolder(folder);
  if (made !== undefined) {
    await syncFolder(dirname(folder));
    await syncFolder(dirname(dirname(folder)));
  }
}

export async function syncFile(path: string): Promise<void> {
  await using file = await open(path, 'r+');
  await file.sync();
}

/** Makes renames inside a folder durable. Windows has no such call, and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using folder = await open(path, 'r');
  await folder.sync();
}
