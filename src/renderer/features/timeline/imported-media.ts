import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Asset } from '../../../domain/assets/asset.ts';

/** A person's own files, as the bin offers them: they belong to the library and not to one project. */
export interface ImportedMedia {
  readonly assets: readonly Asset[];
  readonly status: 'loading' | 'ready' | 'failed';
}

export function createImportedMedia(): StoreApi<ImportedMedia> {
  return createStore<ImportedMedia>(() => ({ assets: [], status: 'loading' }));
}
