import type { CloudParts } from '../route.ts';

/** `none`: no storage is set. `refuses`: time will not mend it. */
export type StorageState = 'answers' | 'asleep' | 'refuses' | 'none';

/** Not asked again for so long: whoever asks whether the service is ready asks often. */
const freshMs = 15_000;

/** How the storage is. It makes no service unready: edits go on without it, and another copy would have no other one. */
export function rememberStorageState({
  storage,
  now,
}: Pick<CloudParts, 'storage' | 'now'>): () => Promise<StorageState> {
  if (storage === null) return async () => 'none';
  let asked: { readonly atMs: number; readonly state: Promise<StorageState> } | null = null;
  const ask = async (): Promise<StorageState> => {
    const probed = await storage.probe();
    if (probed.ok) return 'answers';
    return probed.fault.code === 'sync.storage-asleep' ? 'asleep' : 'refuses';
  };
  return () => {
    if (asked === null || now() - asked.atMs >= freshMs) asked = { atMs: now(), state: ask() };
    return asked.state;
  };
}
