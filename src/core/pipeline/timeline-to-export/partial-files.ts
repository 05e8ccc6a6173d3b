import { createHash } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cutToBytes } from '../../../domain/export/sanitise-file-name.ts';
import { ExportId } from '../../../domain/kernel/ids.ts';
import type { ExportTarget } from './check-target.ts';

/** An export of another data folder may be writing to the same name; one that is alive has written lately. */
const foreignStaleMs = 3_600_000;
/** File systems take 255 bytes: this many for the film's own name, the rest for our marks, an id and two endings. */
const longestNameBytes = 190;

/** The temporary name of an export: beside the target, so that the last step is a rename; hidden, and told apart by its id. */
export function partialPath({ folder, name }: ExportTarget, id: ExportId): string {
  return join(folder, `${prefixOf(name)}${id}.mp4`);
}

/**
 * Removes what exports of the same film left that were killed: at once those of this studio, where none of them runs
 * now, and others when nothing has been written to them for an hour.
 */
export async function removeStalePartials(
  { folder, name }: ExportTarget,
  isOurs: (id: ExportId) => boolean,
): Promise<void> {
  const prefix = prefixOf(name);
  for (const found of await readdir(folder)) {
    if (!found.startsWith(prefix)) continue;
    const path = join(folder, found);
    const id = ExportId.safeParse(found.slice(prefix.length).replace(/\.mp4(\.srt)?$/, ''));
    if ((id.success && isOurs(id.data)) || (await ageMs(path)) > foreignStaleMs)
      await rm(path, { force: true });
  }
}

/** A name too long to take our marks is cut and told apart by its digest. */
function prefixOf(name: string): string {
  const start = cutToBytes(name, longestNameBytes);
  if (start === name) return `.${name}.partial-`;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `.${cutToBytes(name, longestNameBytes - digest.length)}${digest}.partial-`;
}

async function ageMs(path: string): Promise<number> {
  try {
    // Wall time and not the studio's clock: it is compared with the file system's.
    return Date.now() - (await stat(path)).mtimeMs;
  } catch {
    return 0; // Gone meanwhile.
  }
}

/** Brings a complete temporary file to the disk and gives it its final name. */
export async function giveFinalName(partial: string, path: string): Promise<void> {
  {
    await using file = await open(partial, 'r+');
    await file.sync();
  }
  await rename(partial, path);
}

export async function writePartial(partial: string, content: string): Promise<void> {
  await using file = await open(partial, 'w');
  await file.writeFile(content);
  await file.sync();
}

/** Makes the renames in a folder durable. Windows has no such call, and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using folder = await open(path, 'r');
  await folder.sync();
}
