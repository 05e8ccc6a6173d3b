import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Asset } from '../../domain/assets/asset.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { patchOf, type RecordChange, removeChange } from '../../domain/kernel/patch.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { assetFile, libraryLayout } from '../library/library-layout.ts';
import type { Store } from '../store/store.ts';
import { findAssetUses } from './asset-uses.ts';
import { type Amount, filesBelow } from './folder-files.ts';
import { orphanFiles } from './orphan-files.ts';

export type Clearable = 'caches' | 'takes-unused' | 'orphans';

export interface ClearWish {
  readonly what: Clearable;
  /** Of takes: only those of this project; null for all. */
  readonly projectId: ProjectId | null;
  /** A film is being written: it may read what its timeline does not show any more. */
  readonly isExporting: boolean;
}

/**
 * Frees what can be made again, or what nothing uses. Rows go before files, so that a crash in between leaves files that
 * nothing points at, which the next clearing takes. Chosen takes, what a timeline shows, a person's own files and
 * sources are never touched. Faults: `storage.busy`, and the store's.
 */
export async function clearStorage(store: Store, wish: ClearWish): Promise<Result<Amount>> {
  if (wish.what === 'caches') return ok(await removeFiles(filesBelow(libraryLayout(store.home).cache)));
  if (wish.isExporting) {
    return fail(
      'storage.busy',
      'A film is being written and may need these files. Nothing was removed; clear them when it is done.',
    );
  }
  const freed = { files: 0, bytes: 0 };
  const removed = wish.what === 'takes-unused' ? removeTakes(store, wish.projectId) : removeUnknown(store);
  if (!removed.ok) return removed;
  for (const asset of removed.value) {
    const path = assetFile(libraryLayout(store.home), asset.id, asset.extension);
    // On other devices only: its row went, and nothing is freed here.
    if (!existsSync(path)) continue;
    await rm(path, { force: true });
    freed.files++;
    freed.bytes += asset.bytes;
  }
  if (wish.what === 'orphans') {
    const { files, bytes } = await removeFiles(orphanFiles(store));
    freed.files += files;
    freed.bytes += bytes;
  }
  return ok(freed);
}

/** The rows of unused takes, and of the assets that nothing points at without them. Answers with those assets. */
function removeTakes(store: Store, projectId: ProjectId | null): Result<Asset[]> {
  const uses = findAssetUses(store);
  const going = uses.unusedTakes.filter((take) => projectId === null || take.projectId === projectId);
  const ids = new Set(going.map(({ id }) => id));
  const stillHeld = new Set(uses.unusedTakes.filter(({ id }) => !ids.has(id)).map(({ assetId }) => assetId));
  const pointedAt = new Set(going.map(({ assetId }) => assetId));
  const assets = uses.assets.filter((asset) => {
    const shown = asset.proxyOf ?? asset.id;
    return pointedAt.has(shown) && !stillHeld.has(shown) && uses.purposeOf(asset) === 'takes-unused';
  });
  const changes = going.map((take) => removeChange('take', take));
  return removeRows(store, projectId, 'Clear unused takes', changes, assets);
}

function removeUnknown(store: Store): Result<Asset[]> {
  const uses = findAssetUses(store);
  const assets = uses.assets.filter((asset) => uses.purposeOf(asset) === 'orphans');
  return removeRows(store, null, 'Clear files that nothing uses', [], assets);
}

function removeRows(
  store: Store,
  projectId: ProjectId | null,
  label: string,
  changes: readonly RecordChange[],
  assets: Asset[],
): Result<Asset[]> {
  const patch = patchOf([...changes, ...assets.map((asset) => removeChange('asset', asset))]);
  if (patch.changes.length === 0) return ok([]);
  const committed = store.commit(patch, { projectId, label, undoable: false });
  return committed.ok ? ok(assets) : committed;
}

async function removeFiles(files: ReturnType<typeof filesBelow>): Promise<Amount> {
  const freed = { files: 0, bytes: 0 };
  for await (const { path, bytes } of files) {
    await rm(path, { force: true });
    freed.files++;
    freed.bytes += bytes;
  }
  return freed;
}
