import { afterEach, expect, test } from 'vitest';
import {
  addChange,
  patchOf,
  type RecordChange,
  removeChange,
  updateChange,
} from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import {
  copiedProject,
  createFolderWorld,
  type Folder,
  type FolderWorld,
} from '../../testing/sync/copied-folders.ts';

let world: FolderWorld | null = null;
afterEach(() => {
  world?.close();
  world = null;
});

function commit({ store }: Folder, ...changes: (RecordChange | null)[]): void {
  const patch = patchOf(changes.filter((change) => change !== null));
  unwrap(store.commit(patch, { projectId: copiedProject, label: 'Edit', undoable: true }));
}

/** A film that was sent, a copy of the service's database from then, and everything that was written since. */
async function workSinceTheBackup(): Promise<{ folder: Folder; of: FolderWorld; putBack: () => void }> {
  world = await createFolderWorld();
  const [folder] = world.folders;
  if (folder === undefined) throw new Error('a world has a folder');
  const asset = sampleRow('asset', { id: 'a'.repeat(64) as never, proxyOf: null });
  commit(folder, addChange('asset', asset));
  commit(folder, sampleTake('take-before', asset.id));
  await folder.exchange();
  const putBack = world.model.copy(copiedProject);
  const picture = sampleRow('asset', { id: 'b'.repeat(64) as never, proxyOf: null });
  commit(folder, addChange('asset', picture));
  commit(folder, sampleTake('take-since', picture.id));
  const made = sampleRow('shot', { id: 'shot-since' as Shot['id'], projectId: copiedProject });
  commit(folder, addChange('shot', made));
  commit(folder, removeChange('shot', folder.store.row('shot', 'shot-2') as Shot));
  folder.edit(0);
  await folder.exchange();
  return { folder, of: world, putBack };
}

function sampleTake(id: string, assetId: string): RecordChange {
  const owner = { projectId: copiedProject, shotId: 'shot-0' as never };
  return addChange(
    'take',
    sampleRow('take', { ...owner, id: id as never, assetId: assetId as never, jobId: null }),
  );
}

const everything = (folder: Folder): unknown => ({
  ...folder.film(),
  takes: folder.store.rows('take', copiedProject),
  assets: ['a', 'b'].map((one) => folder.store.row('asset', one.repeat(64))),
});

test('a service that was put back from a copy gets everything again: files, deletions, and rows that wait in part', async () => {
  const { folder, of, putBack } = await workSinceTheBackup();
  // It waits in part: the service of the backup has never heard of it.
  const made = folder.store.row('shot', 'shot-since') as Shot;
  commit(folder, updateChange('shot', made, { description: 'Only words' }));
  putBack();
  await of.settle();
  const other = await of.newDevice();
  expect(everything(other)).toEqual(everything(folder));
  expect(other.store.row('shot', 'shot-2')).toBeNull();
  expect(other.store.row('shot', 'shot-since')?.description).toBe('Only words');
  expect(folder.store.rows('conflict', copiedProject)).toEqual([]);
});

test('nobody has to write for it, and others may have written meanwhile', async () => {
  const { folder, of, putBack } = await workSinceTheBackup();
  putBack();
  const other = await of.newDevice();
  for (let n = 0; n < 12; n++) {
    other.edit(1);
    await other.exchange();
  }
  await of.settle();
  expect(everything(other)).toEqual(everything(folder));
  expect(other.store.row('shot', 'shot-2')).toBeNull();
});
