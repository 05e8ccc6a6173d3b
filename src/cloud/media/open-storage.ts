import { createS3Storage } from '../../adapters/s3/create-s3-storage.ts';
import { createBlobStorage } from '../../adapters/vercel-blob/create-blob-storage.ts';
import { type OnStorageCall, observeStorage } from '../observed/observe-storage.ts';
import type { MediaStorage } from '../ports/media-storage.ts';
import type { StorageSettings } from '../settings.ts';

const timeouts = { connectTimeoutMs: 5_000, answerTimeoutMs: 15_000 };

/** The storage that is set; null where none is. It is not asked yet. */
export function openStorage(
  settings: StorageSettings | null,
  now: () => number,
  onCall: OnStorageCall,
): MediaStorage | null {
  if (settings === null) return null;
  const options = { now, ...timeouts };
  const storage =
    settings.kind === 's3'
      ? createS3Storage({ ...options, settings })
      : createBlobStorage({ ...options, settings });
  return observeStorage(storage, onCall);
}
