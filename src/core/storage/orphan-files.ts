import { join } from 'node:path';
import { AssetId } from '../../domain/kernel/ids.ts';
import { libraryLayout } from '../library/library-layout.ts';
import type { Store } from '../store/store.ts';
import { type FoundFile, filesBelow } from './folder-files.ts';

/** A file that is just being stored has no row yet. */
const settledMs = 60 * 60_000;

/** Files of the library that no row knows: what a crash between file and row left. */
export async function* orphanFiles(store: Store): AsyncGenerator<FoundFile> {
  const { media, incoming } = libraryLayout(store.home);
  for await (const file of filesBelow(media)) {
    if (file.path.startsWith(join(incoming, '/'))) continue;
    const id = AssetId.safeParse(file.name.replace(/\.[^.]*$/, ''));
    // Wall time and not the studio's clock: it is compared with the file system's.
    if (!id.success || Date.now() - file.changedMs < settledMs) continue;
    if (store.row('asset', id.data) === null) yield file;
  }
}
