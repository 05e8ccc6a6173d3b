import { join } from 'node:path';
import type { AssetId } from '../../domain/kernel/ids.ts';

/** Names inside a data folder that belong to the media library. The store has its own. */
export function libraryLayout(home: string) {
  return {
    /** Every file once, under its SHA-256. */
    media: join(home, 'media'),
    /** Files on their way in, on the same file system, so that the last step is a rename. */
    incoming: join(home, 'media', 'incoming'),
    /** What can be made again at any time. */
    cache: join(home, 'cache'),
  } as const;
}

export type LibraryLayout = ReturnType<typeof libraryLayout>;

/** Where the file of an asset is: two levels of folders keep each of them small. */
export function assetFile(layout: LibraryLayout, id: AssetId, extension: string): string {
  return join(layout.media, id.slice(0, 2), id.slice(2, 4), `${id}.${extension}`);
}
