import { readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Asset } from '../../../domain/assets/asset.ts';
import { fail, faultOf, ok, type Result } from '../../../domain/kernel/result.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import { hashFile } from '../../library/store-file.ts';
import type { MediaFlow, MediaStore } from '../../ports/media-store.ts';

export interface WayIn {
  readonly library: Pick<MediaLibrary, 'incomingFolder' | 'hasRoom' | 'putFile'>;
  readonly media: MediaStore;
}

/** Begin of the names of files that are coming from elsewhere. They outlive a restart, and go on. */
const comingPrefix = 'come-';
const comingSuffix = '.partial';

/** Fetches a file, compares its bytes with its name, and takes it into the library. */
export async function bringIn(
  { library, media }: WayIn,
  projectId: string,
  asset: Asset,
  flow: MediaFlow,
): Promise<Result<void>> {
  const room = library.hasRoom(asset.bytes);
  if (!room.ok) return room;
  const partial = join(library.incomingFolder, `${comingPrefix}${asset.id}${comingSuffix}`);
  const fetched = await media.download(projectId, asset.id, partial, flow);
  if (!fetched.ok) return fetched;
  try {
    if ((await hashFile(partial)) !== asset.id) {
      await rm(partial, { force: true });
      return otherBytes(asset);
    }
  } catch (thrown) {
    return { ok: false, fault: faultOf(thrown, 'library.not-stored') };
  }
  const put = await library.putFile(partial, { extension: asset.extension, move: true });
  return put.ok ? ok(undefined) : put;
}

/** Removes beginnings of files that nobody waits for any more. */
export function removeStrayBeginnings(folder: string, isWanted: (id: string) => boolean): void {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return; // Nothing has come yet.
  }
  for (const name of names) {
    if (!name.startsWith(comingPrefix) || !name.endsWith(comingSuffix)) continue;
    const id = name.slice(comingPrefix.length, -comingSuffix.length);
    if (!isWanted(id)) rmSync(join(folder, name), { force: true });
  }
}

function otherBytes({ name }: Asset): Result<never> {
  return fail(
    'sync.media-damaged',
    `${name} came from the storage with other bytes than it had, so it was not taken in. Send it again from a device that has it.`,
  );
}
