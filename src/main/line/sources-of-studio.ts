import { libraryLayout } from '../../core/library/library-layout.ts';
import { createUploads } from '../../core/library/uploads.ts';
import type { ByteSources } from '../../core/serving/byte-sources.ts';
import { ok } from '../../domain/kernel/result.ts';
import type { StudioKeeper } from './keep-studio.ts';

/** The byte handler's sources where the studio is another process: it says where files are, main reads and writes them. */
export function sourcesOfStudio(studio: StudioKeeper, home: string): ByteSources {
  // What a start before this one left is the studio's to remove; so is the question whether the disk has room.
  const incoming = createUploads({
    folder: libraryLayout(home).incoming,
    hasRoom: () => ok(undefined),
    readOnly: true,
  });
  return {
    locate: (assetId) => studio.ask('locate', { assetId }),
    thumbnails: (assetId, frames, heightPx) => studio.ask('thumbnails', { assetId, frames, heightPx }),
    waveform: (assetId, bucketsPerSecond) => studio.ask('waveform', { assetId, bucketsPerSecond }),
    async receive({ body, name }) {
      const put = await incoming.put(body, name);
      if (!put.ok) return put;
      const file = incoming.take(put.value.uploadId);
      if (!file.ok) return file;
      const adopted = await studio.ask('adoptUpload', {
        path: file.value.path,
        fileName: file.value.fileName,
      });
      if (!adopted.ok) await incoming.drop([put.value.uploadId]);
      return adopted;
    },
  };
}
