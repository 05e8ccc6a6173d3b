import { appendFile, copyFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MediaFlow, MediaStore } from '../../core/ports/media-store.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';

export interface SharedMediaStore extends MediaStore {
  /** What went over the line, in order: `up <id>`, `down <id>`. */
  readonly log: readonly string[];
  /** Every transfer from now on begins with this, until it is null again: true where it goes on. */
  setHold(hold: ((way: 'up' | 'down', id: string) => Promise<Result<void>>) | null): void;
  /** Ends downloads after so many bytes, once each. */
  cutAfter(bytes: number, times: number): void;
  /** Other bytes than a file had. */
  replace(id: string, bytes: Uint8Array): void;
  remove(): Promise<void>;
}

const pieceBytes = 64 * 1024;

/** A storage that the studios of one test share, in a folder. What a cut left of a file stays with who fetched it. */
export async function createSharedMediaStore(): Promise<SharedMediaStore> {
  const folder = await mkdtemp(join(tmpdir(), 'reelwright-storage-'));
  const kept = new Set<string>();
  const replaced = new Map<string, Uint8Array>();
  const log: string[] = [];
  let hold: ((way: 'up' | 'down', id: string) => Promise<Result<void>>) | null = null;
  let cut = { bytes: 0, times: 0 };
  const broken = (): Result<never> => fail('sync.unreachable', 'The line to the storage broke off.');
  const flowOver = async (bytes: number, { pace, onBytes, signal }: MediaFlow): Promise<boolean> => {
    await pace(bytes);
    if (signal.aborted) return false;
    onBytes(bytes);
    return true;
  };
  return {
    log,
    setHold(next) {
      hold = next;
    },
    cutAfter(bytes, times) {
      cut = { bytes, times };
    },
    replace: (id, bytes) => void replaced.set(id, bytes),
    remove: () => rm(folder, { recursive: true, force: true }),
    stored: async (_, ids) => ok(new Set(ids.filter((id) => kept.has(id)))),
    async upload(_, { id, path, bytes }, flow) {
      const held = await hold?.('up', id);
      if (held?.ok === false) return held;
      log.push(`up ${id}`);
      for (let sent = 0; sent < bytes; sent += pieceBytes) {
        if (!(await flowOver(Math.min(pieceBytes, bytes - sent), flow))) return broken();
      }
      await copyFile(path, join(folder, id));
      kept.add(id);
      return ok(undefined);
    },
    async download(_, id, partialPath, flow) {
      const held = await hold?.('down', id);
      if (held?.ok === false) return held;
      if (flow.signal.aborted) return broken();
      if (!kept.has(id)) return fail('sync.no-media', 'The service has not got this file.');
      log.push(`down ${id}`);
      const bytes = replaced.get(id) ?? (await readFile(join(folder, id)));
      const have = await stat(partialPath).then(
        ({ size }) => size,
        () => 0,
      );
      for (let at = have; at < bytes.length; at += pieceBytes) {
        if (cut.times > 0 && at >= cut.bytes) {
          cut = { ...cut, times: cut.times - 1 };
          return broken();
        }
        const piece = bytes.subarray(at, at + pieceBytes);
        if (!(await flowOver(piece.length, flow))) return broken();
        await appendFile(partialPath, piece);
      }
      return ok(undefined);
    },
  };
}
