import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FaultError, fail, ok, type Result } from '../../domain/kernel/result.ts';
import { storeFailure } from './library-faults.ts';

/** A file whose bytes came over a connection, waiting to be taken into a project or the library. */
export interface Upload {
  readonly path: string;
  /** As the person knows it: no folder, no control characters. */
  readonly fileName: string;
  readonly bytes: number;
}

/**
 * Files on their way in that have no path here: those of a browser. They live in the library's incoming folder until
 * they are taken, or until the studio starts again. Faults: `upload.not-found`, `upload.too-large`, `upload.empty`,
 * `upload.cut-short` and those of a disk (`library.disk-full` …); a failed upload leaves nothing behind.
 */
export interface Uploads {
  put(
    bytes: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>,
    fileName: string,
  ): Promise<Result<{ readonly uploadId: string }>>;
  /** A file that another process of the same studio has put into the folder. */
  adopt(path: string, fileName: string): Result<{ readonly uploadId: string }>;
  /** The file; it stays until {@link drop}, so that a call that fails can be made again. */
  take(uploadId: string): Result<Upload>;
  /** Forgets uploads and removes what is left of them. What is unknown is no error. */
  drop(uploadIds: readonly string[]): Promise<void>;
}

export interface UploadsOptions {
  /** On the library's file system, so that taking a file in is a rename. */
  readonly folder: string;
  /** Whether `bytes` more could be stored now. */
  readonly hasRoom: (bytes: number) => Result<void>;
  /** Nothing is made or removed. */
  readonly readOnly?: boolean;
  readonly maxBytes?: number;
}

/** Begin of the names of uploaded files; whatever bears it when the studio starts was never taken. */
const uploadPrefix = 'upload-';
const mebibyte = 1024 * 1024;
/** More than any file that a person edits with here: a two-hour film of a good camera. */
const defaultMaxBytes = 64 * 1024 * mebibyte;
/** How often the disk is asked while a file comes in. */
const roomCheckBytes = 64 * mebibyte;

export function createUploads(options: UploadsOptions): Uploads {
  const { folder, hasRoom, readOnly = false, maxBytes = defaultMaxBytes } = options;
  const arrived = new Map<string, Upload>();
  if (!readOnly) removeLeftovers(folder);

  return {
    async put(bytes, givenName) {
      const fileName = safeFileName(givenName);
      const room = hasRoom(roomCheckBytes);
      if (!room.ok) return room;
      const uploadId = randomUUID();
      const path = join(folder, `${uploadPrefix}${uploadId}`);
      const count = countBytes({ fileName, maxBytes, hasRoom });
      try {
        mkdirSync(folder, { recursive: true });
        const source = bytes instanceof ReadableStream ? Readable.fromWeb(bytes as never) : bytes;
        await pipeline(source, count.through, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      } catch (thrown) {
        await rm(path, { force: true }).catch(() => undefined);
        return { ok: false, fault: uploadFailure(thrown, fileName, folder) };
      }
      if (count.bytes() === 0) {
        await rm(path, { force: true }).catch(() => undefined);
        return fail('upload.empty', `"${fileName}" is empty. Nothing was stored. Choose another file.`);
      }
      arrived.set(uploadId, { path, fileName, bytes: count.bytes() });
      return ok({ uploadId });
    },
    adopt(path, fileName) {
      const inside = dirname(path) === folder && basename(path).startsWith(uploadPrefix);
      if (!inside || !existsSync(path)) {
        return fail(
          'upload.not-found',
          'The uploaded file did not arrive. Nothing was changed. Choose it again.',
        );
      }
      const uploadId = randomUUID();
      arrived.set(uploadId, { path, fileName: safeFileName(fileName), bytes: statSync(path).size });
      return ok({ uploadId });
    },
    take(uploadId) {
      const found = arrived.get(uploadId);
      if (found !== undefined && existsSync(found.path)) return ok(found);
      arrived.delete(uploadId);
      return fail(
        'upload.not-found',
        'The uploaded file is not here any more: the studio was started again, or it was used already. Nothing was changed. Choose the file again.',
      );
    },
    async drop(uploadIds) {
      for (const uploadId of uploadIds) {
        const found = arrived.get(uploadId);
        arrived.delete(uploadId);
        // A file that cannot be removed is removed by the next start.
        if (found !== undefined) await rm(found.path, { force: true }).catch(() => undefined);
      }
    },
  };
}

function countBytes({
  fileName,
  maxBytes,
  hasRoom,
}: {
  fileName: string;
  maxBytes: number;
  hasRoom: UploadsOptions['hasRoom'];
}): { readonly through: Transform; readonly bytes: () => number } {
  let bytes = 0;
  let checkedAt = 0;
  const through = new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      bytes += piece.length;
      if (bytes > maxBytes) return done(new FaultError(tooLarge(fileName, maxBytes)));
      if (bytes - checkedAt >= roomCheckBytes) {
        checkedAt = bytes;
        const room = hasRoom(roomCheckBytes);
        if (!room.ok) return done(new FaultError(room.fault));
      }
      done(null, piece);
    },
  });
  return { through, bytes: () => bytes };
}

function tooLarge(fileName: string, maxBytes: number): FaultError['fault'] {
  const mebibytes = Math.round(maxBytes / mebibyte);
  return {
    code: 'upload.too-large',
    message: `"${fileName}" is larger than ${mebibytes} MB, which is the most that can be brought in at once. Nothing was stored. Cut it into parts first.`,
  };
}

/** A sender that goes away ends the stream early; that is no fault of the disk. */
function uploadFailure(thrown: unknown, fileName: string, folder: string): FaultError['fault'] {
  if (thrown instanceof FaultError) return thrown.fault;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const name = thrown instanceof Error ? thrown.name : '';
  if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || name === 'AbortError') {
    return {
      code: 'upload.cut-short',
      message: `"${fileName}" did not arrive whole. Nothing was stored. Choose it again.`,
    };
  }
  return storeFailure(thrown, folder);
}

/** Only the last part of what a browser calls a file, without anything that could not be shown on one line. */
function safeFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const shown = last
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 255);
  return shown === '' ? 'file' : shown;
}

/** Files of a run before this one: nobody knows their ids any more. */
function removeLeftovers(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (name.startsWith(uploadPrefix)) rmSync(join(folder, name), { force: true });
}
