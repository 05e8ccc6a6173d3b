import { rmSync } from 'node:fs';
import { copyFile, link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { deriveId } from '../domain/kernel/derive-id.ts';
import { keptHerePrefix } from '../domain/kernel/kept-result.ts';
import { type Fault, fail, faultOf, ok, type Result } from '../domain/kernel/result.ts';
import { sniffResult } from './sniff-result.ts';

/**
 * Results of providers that give them in the answer itself and keep none. Each lies whole in its job's folder before the
 * submit says that it was accepted, so that a process that ends in between finds it there: the file is the proof.
 */
export interface KeptResult {
  readonly path: string;
  readonly mime: string;
  /** What the answer said it cost; null where it did not. */
  readonly costUsdMicros: number | null;
}

/** The id that stands for a result in a job's folder: the same for the same request, after a crash too. */
export function keptResultId(request: unknown): string {
  return `${keptHerePrefix}${deriveId('kept-result', JSON.stringify(request))}`;
}

export function isKeptResultId(id: string): boolean {
  return /^kept-[0-9a-f]{32}$/.test(id);
}

/** Makes the folder ready before anything is paid for: a folder that takes no file would lose the result. */
export async function prepareKeeping(folder: string, id: string): Promise<Result<void>> {
  const probe = join(folder, `${id}.part`);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(probe, 'w');
    await file.close();
    return ok(undefined);
  } catch (thrown) {
    return { ok: false, fault: faultOf(thrown, 'library.not-writable') };
  }
}

/** Takes away what an earlier try of the same request left. For the moment before the first byte, hence at once. */
export function dropKeptResult(folder: string, id: string): void {
  try {
    rmSync(join(folder, `${id}.result`), { force: true });
  } catch {
    // What stays is a whole result of the very same request: nothing wrong can come of finding it later.
  }
}

/** Writes a result whole: bytes, then its facts, then its name. A file under that name is complete, or is not there. */
export async function keepResult(
  folder: string,
  id: string,
  bytes: Buffer,
  costUsdMicros: number | null,
): Promise<Result<KeptResult>> {
  const type = sniffResult(bytes.subarray(0, 16));
  if (type === null || type.medium !== 'image') {
    return fail('provider.answer-unreadable', 'What came in the answer is no picture.');
  }
  try {
    await mkdir(folder, { recursive: true });
    await writeWhole(join(folder, `${id}.json`), Buffer.from(JSON.stringify({ costUsdMicros })));
    const part = join(folder, `${id}.part`);
    await writeFlushed(part, bytes);
    const path = join(folder, `${id}.result`);
    await rename(part, path);
    await flushFolder(folder);
    return ok({ path, mime: type.mime, costUsdMicros });
  } catch (thrown) {
    return { ok: false, fault: faultOf(thrown, 'library.not-writable') };
  }
}

/** The result of a request in its job's folder; null where there is none. */
export async function findKeptResult(folder: string, id: string): Promise<KeptResult | null> {
  if (!isKeptResultId(id)) return null;
  const path = join(folder, `${id}.result`);
  try {
    if ((await stat(path)).size === 0) return null;
    const type = sniffResult(await readHead(path));
    return type === null ? null : { path, mime: type.mime, costUsdMicros: await readCost(folder, id) };
  } catch {
    // Not there: no answer was stored.
    return null;
  }
}

/** A second name for the bytes of a result, which its reader may move away; a copy where the disk knows no second names. */
export async function copyKeptResult({ path, mime }: KeptResult): Promise<Result<string>> {
  const copy = `${path.replace(/\.result$/, '')}.${mime.replace(/^image\//, '')}`;
  try {
    await rm(copy, { force: true });
    try {
      await link(path, copy);
    } catch {
      // Not every file system has hard links.
      await copyFile(path, copy);
    }
    return ok(copy);
  } catch (thrown) {
    return { ok: false, fault: faultOf(thrown, 'library.not-writable') };
  }
}

/** A result that is gone from its folder cannot be had again: the provider keeps none. */
export function lostResultFault(provider: string): Fault {
  return {
    code: 'provider.result-gone',
    message: `${provider} keeps no results, and this one is not in the library any more.`,
  };
}

async function readCost(folder: string, id: string): Promise<number | null> {
  try {
    const facts: unknown = JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8'));
    const cost =
      typeof facts === 'object' && facts !== null && 'costUsdMicros' in facts ? facts.costUsdMicros : null;
    return typeof cost === 'number' && Number.isSafeInteger(cost) && cost >= 0 ? cost : null;
  } catch {
    // The picture is whole without its price; the price of the estimate stands then.
    return null;
  }
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  await writeFlushed(`${path}.new`, bytes);
  await rename(`${path}.new`, path);
}

async function writeFlushed(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } catch (thrown) {
    await rm(path, { force: true });
    throw thrown;
  } finally {
    await file.close();
  }
}

async function flushFolder(folder: string): Promise<void> {
  // Windows opens no folders; its rename is in the journal by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(16);
    await file.read(head, 0, 16, 0);
    return head;
  } finally {
    await file.close();
  }
}
