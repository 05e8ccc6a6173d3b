import { afterEach, describe, expect, test } from 'vitest';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { faultCount } from '../../testing/fault-counts.ts';
import { noteFigure } from '../../testing/note-figure.ts';
import { createSeededRandom } from '../../testing/seeded-random.ts';
import {
  copiedProject,
  createFolderWorld,
  type Folder,
  type FolderWorld,
  type Mishap,
} from '../../testing/sync/copied-folders.ts';

let world: FolderWorld | null = null;
afterEach(() => {
  world?.close();
  world = null;
});

async function begin(): Promise<{ readonly of: FolderWorld; readonly original: Folder }> {
  world = await createFolderWorld();
  const [original] = world.folders;
  if (original === undefined) throw new Error('a world has a folder');
  return { of: world, original };
}

/** Equal everywhere, and nothing that a person wrote is gone without a word: it stands, was overwritten by somebody who saw it, or is in a conflict. */
function expectWhole({ folders, written }: FolderWorld, name = ''): void {
  const [first, ...others] = folders.map((folder) => folder.film());
  for (const film of others) expect(film, name).toEqual(first);
  const rows = Object.values(first ?? {}) as { readonly [field: string]: unknown }[];
  const lost = written.filter(
    ({ shot, value }) =>
      !rows.some((row) => row['id'] === shot && row['description'] === value) &&
      !written.some((next) => next.shot === shot && next.from === value) &&
      !rows.some((row) => row['rowId'] === shot && row['value'] === value),
  );
  expect(lost, name).toEqual([]);
}

/** What the folder has behind it when it is copied. */
const moments: Readonly<Record<string, (folder: Folder) => Promise<void>>> = {
  'with everything sent': async (folder) => {
    folder.edit(0);
    await folder.exchange();
  },
  'with edits that wait': async (folder) => folder.edit(0),
  'with a batch that never arrived': async (folder) => {
    folder.edit(0);
    await folder.exchange('push-unsent');
  },
  'with a batch whose answer was lost': async (folder) => {
    folder.edit(0);
    await folder.exchange('push-unheard');
  },
  'with such a batch, and edits since': async (folder) => {
    folder.edit(0);
    await folder.exchange('push-unheard');
    folder.edit(0);
    folder.edit(1);
  },
};

describe.each(Object.entries(moments))('a data folder that is copied %s', (_name, reach) => {
  test.each([
    ['and both go on', false],
    ['and neither can see it', true],
  ])('%s: the film is the same on all, and no edit is lost', async (_how, hidden) => {
    const { of, original } = await begin();
    const other = await of.newDevice();
    await reach(original);
    const copy = of.copy(original, hidden);
    expect(copy.store.deviceId === original.store.deviceId).toBe(hidden);
    // At the same time in the same place: their stamps tie but for the device.
    original.edit(0);
    copy.edit(0);
    other.edit(0);
    original.edit(1);
    await original.exchange();
    copy.edit(2);
    await copy.exchange();
    original.edit(2);
    await of.settle();
    expectWhole(of);
    expect(copy.store.deviceId).not.toBe(original.store.deviceId);
  });

  test('and put back over itself later: what was written in between comes back, and no edit is lost', async () => {
    const { of, original } = await begin();
    await reach(original);
    const backup = of.copy(original, true);
    for (let edit = 0; edit < 5; edit++) {
      of.now += 1_000;
      original.edit(edit);
      await original.exchange();
    }
    of.now += 1_000;
    backup.edit(0);
    await of.settle();
    expectWhole(of);
    expect(backup.store.deviceId).not.toBe(original.store.deviceId);
  });
});

test('a folder that is moved stays the device that it was, and runs its own jobs; a copy leaves them alone and says so', async () => {
  const { of, original } = await begin();
  const job = sampleRow('job', {
    projectId: copiedProject,
    deviceId: original.store.deviceId,
    state: 'queued',
    handle: null,
    notBeforeMs: 0,
    submits: 0,
  });
  const options = { projectId: copiedProject, label: 'Job', undoable: false };
  unwrap(original.store.commit(patchOf([addChange('job', job)]), options));
  original.edit(0);
  const due = ({ store }: Folder) => store.jobs.due(['queued'], null, of.now, 10).map(({ id }) => id);
  const before = original.store.deviceId;
  of.move(original);
  expect(original.store.deviceId).toBe(before);
  expect(due(original)).toEqual([job.id]);
  original.reopen();
  expect(original.store.deviceId).toBe(before);
  expect(original.store.notices).toEqual([]);

  const copy = of.copy(original, false);
  expect(due(copy)).toEqual([]);
  expect(copy.store.notices.map(({ code }) => code)).toEqual(['store.copied']);
  const { deviceId } = copy.store;
  copy.reopen();
  expect(copy.store.deviceId).toBe(deviceId);
  expect(copy.store.notices).toEqual([]);
  // What was done in it can be taken back still.
  expect(copy.store.undo(copiedProject).ok).toBe(true);
});

test('a project that was let go of and is opened again goes on under its old number, and is no copy', async () => {
  const { of, original } = await begin();
  const { deviceId } = original.store;
  original.edit(0);
  await original.exchange();
  original.store.sync.forget(copiedProject);
  original.store.sync.begin(copiedProject, 'elsewhere');
  original.edit(1);
  await of.settle();
  expectWhole(of);
  expect(original.store.deviceId).toBe(deviceId);
});

test('folders that are copied, edited and cut off in any order end equal, and every edit can be had back', async () => {
  const runs = faultCount(300, 6);
  const sums = { edits: 0, copies: 0, hidden: 0, exchanges: 0 };
  const mishaps: readonly Mishap[] = ['none', 'none', 'push-unheard', 'push-unsent', 'pull-cut'];
  for (let run = 0; run < runs; run++) {
    const random = createSeededRandom(`copies ${run}`);
    const { of } = await begin();
    await of.newDevice();
    for (let step = 0; step < 40; step++) {
      const folder = of.folders[random.int(0, of.folders.length - 1)] as Folder;
      const what = random.int(0, 19);
      // Often nothing passes between two writes.
      if (random.int(0, 2) === 0) of.now += random.int(1, 5_000);
      if (what < 11) folder.edit(random.int(0, 2));
      else if (what < 18) await folder.exchange(mishaps[random.int(0, mishaps.length - 1)]);
      else if (what === 18) folder.reopen();
      else if (of.folders.length < 5) {
        const hidden = random.int(0, 1) === 0;
        of.copy(folder, hidden);
        sums.copies += 1;
        if (hidden) sums.hidden += 1;
      }
      if (what >= 11 && what < 18) sums.exchanges += 1;
    }
    await of.settle();
    expectWhole(of, `copies ${run}`);
    sums.edits += of.written.length;
    of.close();
    world = null;
  }
  noteFigure('Data folders copied at any moment', { runs, ...sums, unequal: 0, 'edits lost': 0 });
}, 3_600_000);
