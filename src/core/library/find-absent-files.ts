import type { AssetId, ProjectId } from '../../domain/kernel/ids.ts';
import type { Store } from '../store/store.ts';
import type { MediaLibrary } from './media-library.ts';

export interface AbsentFile {
  readonly assetId: AssetId;
  /** `damaged` is there, but with another length or other bytes. */
  readonly why: 'missing' | 'damaged';
}

/** Files that the takes and the clips of a project are made of and that are not what was stored, as far as is known. */
export function findAbsentFiles(
  store: Store,
  library: Pick<MediaLibrary, 'assetPath'>,
  projectId: ProjectId,
): AbsentFile[] {
  const used = new Set<AssetId>(store.rows('take', projectId).map(({ assetId }) => assetId));
  for (const item of store.rows('item', projectId)) {
    if (item.kind === 'clip' && item.assetId !== null) used.add(item.assetId);
  }
  return [...used].flatMap((assetId): AbsentFile[] => {
    const found = library.assetPath(assetId);
    if (found.ok) return [];
    return [{ assetId, why: found.fault.code === 'library.not-found' ? 'missing' : 'damaged' }];
  });
}
