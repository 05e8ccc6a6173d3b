import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';

/**
 * Films that links show, by project and SHA-256. A project has one that is shown and at most one that arrives, piece by piece:
 * whoever broke off goes on where the pieces end.
 */
export interface CutFiles {
  /** Begins one that is not there, forgetting another that was begun. Returns how many bytes of it have come. */
  begin(projectId: string, sha256: string, shown: string | null): Promise<number>;
  /**
   * Puts a piece at byte `at`. A piece that is there already may come again; one that would leave a gap, or is of a film that was
   * not begun, is not taken. Returns how many bytes have come.
   */
  write(projectId: string, sha256: string, at: number, piece: Uint8Array): Promise<number>;
  /** Whether it is whole. Faults: `sync.bad-request` where its bytes are other ones than announced, or no MP4; they are thrown away. */
  finish(projectId: string, sha256: string, bytes: number): Promise<Result<void>>;
  /** Bytes `first` to `last`, both included; null where there is no such film. */
  read(projectId: string, sha256: string, first: number, last: number): Promise<ReadableStream | null>;
  /** Removes what is not shown any more. */
  keepOnly(projectId: string, sha256: string): Promise<void>;
  removeProject(projectId: string): Promise<void>;
}

/** Films in a folder of the service's computer, or of a volume that all of its computers see. */
export function createCutFolder(folder: string): CutFiles {
  // Ids of projects are anything that a device says; a name of a folder is not.
  const homeOf = (projectId: string) =>
    join(folder, createHash('sha256').update(projectId).digest('hex').slice(0, 40));
  const whole = (projectId: string, sha256: string) => join(homeOf(projectId), `${sha256}.mp4`);
  const partial = (projectId: string, sha256: string) => join(homeOf(projectId), `${sha256}.partial`);
  const clear = async (projectId: string, kept: readonly string[]): Promise<void> => {
    const names = await readdir(homeOf(projectId)).catch(() => []);
    const gone = names.filter((name) => !kept.some((sha256) => name.startsWith(sha256)));
    for (const name of gone) await rm(join(homeOf(projectId), name), { force: true });
  };
  return {
    async begin(projectId, sha256, shown) {
      const there = await sizeOf(whole(projectId, sha256));
      if (there !== null) return there;
      await clear(projectId, [sha256, ...(shown === null ? [] : [shown])]);
      await mkdir(homeOf(projectId), { recursive: true });
      await (await open(partial(projectId, sha256), 'a')).close();
      return (await sizeOf(partial(projectId, sha256))) ?? 0;
    },
    async write(projectId, sha256, at, piece) {
      const come = await sizeOf(partial(projectId, sha256));
      if (come === null) return (await sizeOf(whole(projectId, sha256))) ?? 0;
      if (at > come) return come;
      const file = await open(partial(projectId, sha256), 'r+');
      try {
        await file.write(piece, 0, piece.byteLength, at);
      } finally {
        await file.close();
      }
      return Math.max(come, at + piece.byteLength);
    },
    async finish(projectId, sha256, bytes) {
      if ((await sizeOf(whole(projectId, sha256))) !== null) return ok(undefined);
      const path = partial(projectId, sha256);
      const { hash, isMp4, length } = await examine(path);
      if (hash !== sha256 || length !== bytes || !isMp4) {
        await rm(path, { force: true });
        return fail(
          'sync.bad-request',
          'The film that came is not the one that was announced, or no MP4. It was thrown away. Send it again.',
        );
      }
      await rename(path, whole(projectId, sha256));
      return ok(undefined);
    },
    async read(projectId, sha256, first, last) {
      const path = whole(projectId, sha256);
      if ((await sizeOf(path)) === null) return null;
      return Readable.toWeb(createReadStream(path, { start: first, end: last })) as ReadableStream;
    },
    keepOnly: (projectId, sha256) => clear(projectId, [sha256]),
    removeProject: (projectId) => rm(homeOf(projectId), { recursive: true, force: true }),
  };
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}

/** ISO 14496-12: a file begins with a box of the kind `ftyp`. */
async function examine(path: string): Promise<{ hash: string; isMp4: boolean; length: number }> {
  const hash = createHash('sha256');
  let length = 0;
  let isMp4 = false;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    if (length === 0) isMp4 = piece.toString('latin1', 4, 8) === 'ftyp';
    length += piece.length;
    hash.update(piece);
  }
  return { hash: hash.digest('hex'), isMp4, length };
}
