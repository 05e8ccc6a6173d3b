import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface FoundFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  /** When its bytes or its name last changed. */
  readonly changedMs: number;
}

/** Every file below a folder; none where there is no such folder. What vanishes meanwhile is left out. */
export async function* filesBelow(folder: string): AsyncGenerator<FoundFile> {
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    if (!entry.isFile()) continue;
    const facts = await stat(path).catch(() => null);
    if (facts === null) continue;
    const changedMs = Math.max(facts.mtimeMs, facts.ctimeMs);
    yield { path, name: entry.name, bytes: facts.size, changedMs };
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

export interface Amount {
  files: number;
  bytes: number;
}

export async function sumOf(files: AsyncIterable<FoundFile>): Promise<Amount> {
  const sum = { files: 0, bytes: 0 };
  for await (const { bytes } of files) {
    sum.files++;
    sum.bytes += bytes;
  }
  return sum;
}
