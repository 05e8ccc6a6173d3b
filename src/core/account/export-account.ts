import { mkdirSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Fault, fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { ServiceAccount } from '../ports/service-account.ts';

export interface ExportedSoFar {
  /** Rows, each a line of JSON. */
  readonly lines: number;
  readonly bytes: number;
}

/** The service says with its last line that nothing is missing. */
const lastLine = '{"complete":true}';
const newline = 0x0a;

/** A disk that does not take it, apart from a line that breaks. */
class NotWritten extends Error {}

/**
 * Writes everything that the service keeps of the account to a file that only its owner can read. A file of that name is
 * replaced once the new one is whole; what breaks off leaves nothing behind, and is begun anew: an export is of one moment.
 */
export async function exportAccount(
  service: ServiceAccount,
  path: string,
  onProgress: (soFar: ExportedSoFar) => void,
  signal: AbortSignal,
): Promise<Result<ExportedSoFar>> {
  const partial = `${path}.partial`;
  let file: FileHandle | null = null;
  let [lines, bytes] = [0, 0];
  let tail = Buffer.alloc(0);
  try {
    mkdirSync(dirname(path), { recursive: true });
    file = await open(partial, 'w', 0o600);
    const opened = file;
    const take = async (piece: Uint8Array): Promise<void> => {
      await opened.write(piece).catch((error: Error) => {
        throw new NotWritten(error.message);
      });
      bytes += piece.length;
      for (const byte of piece) if (byte === newline) lines++;
      tail = Buffer.from(Buffer.concat([tail, piece]).subarray(-lastLine.length - 1));
      onProgress({ lines, bytes });
    };
    const streamed = await service.exportAll(take, signal);
    // A line that breaks is tried again by itself in sync; here the person does it.
    if (!streamed.ok) return isOfLine(streamed.fault) ? { ok: false, fault: brokenOff() } : streamed;
    if (tail.toString('utf8').trim() !== lastLine) return { ok: false, fault: brokenOff() };
    await file.sync();
    await file.close();
    file = null;
    await rename(partial, path);
    return ok({ lines: lines - 1, bytes });
  } catch (thrown) {
    return { ok: false, fault: notWritten(path, thrown) };
  } finally {
    await file?.close().catch(() => undefined);
    await rm(partial, { force: true }).catch(() => undefined);
  }
}

const isOfLine = ({ code }: Fault): boolean => code === 'sync.unreachable' || code === 'sync.broken';

const brokenOff = (): Fault =>
  fail(
    'account.export-broken-off',
    'The export broke off before its end, and no file was kept. Everything is still there; begin it again.',
  ).fault;

const notWritten = (path: string, thrown: unknown): Fault =>
  fail(
    'account.export-not-written',
    `The file ${path} could not be written, and nothing was kept of it. Choose another place, or make room, and begin again.`,
    { cause: thrown instanceof Error ? thrown.message : String(thrown) },
  ).fault;
