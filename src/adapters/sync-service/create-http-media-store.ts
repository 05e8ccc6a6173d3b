import type { MediaStore } from '../../core/ports/media-store.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { ok } from '../../domain/kernel/result.ts';
import { mostHashes, StoredList } from '../../domain/sync/media-messages.ts';
import { downloadMedia } from './download-media.ts';
import { askService, defaultTimeouts } from './service-line.ts';
import { type MediaLine, uploadFile } from './upload-file.ts';

/** The files of mirrored projects in the service's storage: docs/sync.md, "Media". */
export function createHttpMediaStore(
  options: Pick<MediaLine, 'origin' | 'token' | 'clock'> & Partial<MediaLine>,
): MediaStore {
  const line: MediaLine = { timeouts: defaultTimeouts, ...options };
  const at = (projectId: string): string => `/api/projects/${encodeURIComponent(projectId)}/assets`;
  return {
    async stored(projectId, ids, signal) {
      const found = new Set<AssetId>();
      for (let from = 0; from < ids.length; from += mostHashes) {
        const asked = await askService(line, {
          method: 'POST',
          path: `${at(projectId)}/which`,
          json: { hashes: ids.slice(from, from + mostHashes) },
          answer: StoredList,
          signal,
        });
        if (!asked.ok) return asked;
        for (const hash of asked.value.stored) found.add(AssetId.parse(hash));
      }
      return ok(found);
    },
    upload: (projectId, file, flow) => uploadFile(line, at(projectId), file, flow),
    download: (projectId, id, partialPath, flow) =>
      downloadMedia(line, `${at(projectId)}/${id}`, partialPath, flow),
  };
}
