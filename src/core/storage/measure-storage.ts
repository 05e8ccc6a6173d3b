import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { StorageUse } from '../../contract/studio.ts';
import type { Asset } from '../../domain/assets/asset.ts';
import type { AssetId, ProjectId } from '../../domain/kernel/ids.ts';
import { assetFile, libraryLayout } from '../library/library-layout.ts';
import { homeLayout } from '../store/home-layout.ts';
import type { Store } from '../store/store.ts';
import { type AssetUse, type AssetUses, findAssetUses } from './asset-uses.ts';
import { type Amount, filesBelow, sumOf } from './folder-files.ts';
import { orphanFiles } from './orphan-files.ts';

/** What uses the disk, by what it is there for, and by project. Changes nothing. */
export async function measureStorage(store: Store): Promise<StorageUse> {
  const { home } = store;
  const amounts: Record<AssetUse, Amount> = {
    'takes-used': { files: 0, bytes: 0 },
    'takes-unused': { files: 0, bytes: 0 },
    imported: { files: 0, bytes: 0 },
    sources: { files: 0, bytes: 0 },
    orphans: await sumOf(orphanFiles(store)),
  };
  const uses = findAssetUses(store);
  const isHere = filesHere(store);
  for (const asset of uses.assets) {
    if (!isHere(asset)) continue;
    const amount = amounts[uses.purposeOf(asset)];
    amount.files++;
    amount.bytes += asset.bytes;
  }
  const layout = homeLayout(home);
  const below = (...folders: string[]): Promise<Amount> =>
    sumAll(folders.map((folder) => sumOf(filesBelow(folder))));
  return {
    freeBytes: await freeBytes(home),
    parts: [
      { what: 'takes-used', ...amounts['takes-used'], clearable: false },
      { what: 'takes-unused', ...amounts['takes-unused'], clearable: true },
      { what: 'imported', ...amounts.imported, clearable: false },
      { what: 'sources', ...amounts.sources, clearable: false },
      { what: 'orphans', ...amounts.orphans, clearable: true },
      { what: 'caches', ...(await below(libraryLayout(home).cache)), clearable: true },
      { what: 'database', ...(await sumOf(databaseFiles(home))), clearable: false },
      {
        what: 'snapshots',
        ...(await below(layout.snapshots, layout.backups, layout.damaged)),
        clearable: false,
      },
      { what: 'logs', ...(await below(join(home, 'logs'))), clearable: false },
    ],
    projects: store.projects().map(({ id, title, trashedAtMs }) => ({
      projectId: id,
      title,
      trashed: trashedAtMs !== null,
      bytes: bytesOf(store.rows('asset', id).filter(isHere)),
      unusedBytes: bytesOf(unusedOf(uses, id).filter(isHere)),
    })),
  };
}

/** A file of a film may be on other devices only: it uses no disk here. */
function filesHere({ home }: Store): (asset: Asset) => boolean {
  const layout = libraryLayout(home);
  return ({ id, extension }) => existsSync(assetFile(layout, id, extension));
}

/** Files that only unused takes of this project point at. */
function unusedOf({ assets, unusedTakes, purposeOf }: AssetUses, projectId: ProjectId): Asset[] {
  const elsewhere = new Set<AssetId>();
  const here = new Set<AssetId>();
  for (const take of unusedTakes) (take.projectId === projectId ? here : elsewhere).add(take.assetId);
  return assets.filter(
    (asset) => here.has(asset.id) && !elsewhere.has(asset.id) && purposeOf(asset) === 'takes-unused',
  );
}

function bytesOf(assets: readonly Asset[]): number {
  return assets.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function sumAll(amounts: readonly Promise<Amount>[]): Promise<Amount> {
  const sum = { files: 0, bytes: 0 };
  for (const { files, bytes } of await Promise.all(amounts)) {
    sum.files += files;
    sum.bytes += bytes;
  }
  return sum;
}

async function* databaseFiles(home: string): ReturnType<typeof filesBelow> {
  const { database } = homeLayout(home);
  for await (const file of filesBelow(home)) if (file.path.startsWith(database)) yield file;
}

export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
