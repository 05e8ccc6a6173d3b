import { open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportId } from '../../../domain/kernel/ids.ts';
import type { ExportTarget } from './check-target.ts';

/** The temporary name of an export: beside the target, so that the last step is a rename; hidden, and told apart by its id. */
export function partialPath({ folder, name }: ExportTarget, id: ExportId): string {
  return join(folder, `.${name}.partial-${id}.mp4`);
}

/** Removes what exports of the same film left that were killed. The caller knows that none of them runs. */
export async function removeStalePartials({ folder, name }: ExportTarget): Promise<void> {
  const prefix = `.${name}.partial-`;
  for (const found of await readdir(folder))
    if (found.startsWith(prefix)) await rm(join(folder, found), { force: true });
}

/** Brings a finished temporary file to the disk and gives it its final name; durable when this returns. */
export async function settleFile(from: string, to: string): Promise<void> {
  {
    await using file = await open(from, 'r+');
    await file.sync();
  }
  await rename(from, to);
}

export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using folder = await open(path, 'r');
  await folder.sync();
}

/** Writes a small file whole: temporary name, sync, rename. */
export async function writeWhole(path: string, partial: string, content: string): Promise<void> {
  try {
    await writeFile(partial, content);
    await settleFile(partial, path);
  } catch (thrown) {
    await rm(partial, { force: true });
    throw thrown;
  }
}
