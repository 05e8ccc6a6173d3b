import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addChange, patchOf, updateChange } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { createTestStore, type TestStore } from '../../testing/create-test-store.ts';
import { fileNameTime } from './home-layout.ts';
import { listSnapshots, thinOut } from './snapshots.ts';

const project = sampleRow('project');
const edit = { projectId: project.id, label: 'Edit', undoable: true };

let studio: TestStore;
beforeEach(() => {
  studio = createTestStore();
});
afterEach(() => studio.dispose());

const snapshots = (): string[] => listSnapshots(join(studio.home, 'snapshots')).map(({ path }) => path);

test('ten minutes of work make a snapshot; no work makes none', async () => {
  await studio.clock.advance(60 * 60_000);
  expect(snapshots()).toEqual([]);
  unwrap(studio.store.commit(patchOf([addChange('project', project)]), edit));
  await studio.clock.advance(5 * 60_000);
  unwrap(studio.store.commit(patchOf([updateChange('project', project, { title: 'B' })]), edit));
  expect(snapshots()).toEqual([]);
  await studio.clock.advance(5 * 60_000);
  expect(snapshots()).toHaveLength(1);
  await studio.clock.advance(60 * 60_000);
  expect(snapshots()).toHaveLength(1);
  expect(studio.clock.waiting).toBe(0);
});

test('closing makes one when something was written since the last, and leaves no timer', async () => {
  unwrap(studio.store.commit(patchOf([addChange('project', project)]), edit));
  unwrap(studio.store.snapshot());
  studio.reopen();
  expect(snapshots()).toHaveLength(1);
  await studio.clock.advance(1_000);
  unwrap(studio.store.commit(patchOf([updateChange('project', project, { title: 'B' })]), edit));
  studio.reopen();
  expect(snapshots()).toHaveLength(2);
  expect(studio.clock.waiting).toBe(0);
});

test('a snapshot is a whole database with what was committed when it was taken', () => {
  unwrap(studio.store.commit(patchOf([addChange('project', project)]), edit));
  const path = unwrap(studio.store.snapshot());
  unwrap(studio.store.commit(patchOf([updateChange('project', project, { title: 'After' })]), edit));
  const copy = new Database(path, { readonly: true });
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(copy.prepare('SELECT title FROM projects').pluck().all()).toEqual([project.title]);
  copy.close();
  expect(readdirSync(join(studio.home, 'snapshots')).filter((name) => !name.endsWith('.db'))).toEqual([]);
});

test('one that cannot be made is said, and work goes on', async () => {
  unwrap(studio.store.commit(patchOf([addChange('project', project)]), edit));
  writeFileSync(join(studio.home, 'snapshots'), 'a file where the folder should be');
  await studio.clock.advance(10 * 60_000);
  expect(studio.store.notices.map(({ code }) => code)).toEqual(['store.snapshot-failed']);
  expect(studio.store.snapshot().ok).toBe(false);
  unwrap(studio.store.commit(patchOf([updateChange('project', project, { title: 'B' })]), edit));
  // The next try comes by itself, and the sentence is not said twice.
  await studio.clock.advance(10 * 60_000);
  expect(studio.store.notices).toHaveLength(1);
  rmSync(join(studio.home, 'snapshots'));
  await studio.clock.advance(10 * 60_000);
  expect(snapshots()).toHaveLength(1);
  expect(studio.clock.waiting).toBe(0);
});

test('thinning keeps the newest twelve and the last of each of fourteen days', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reelwright-thin-'));
  mkdirSync(folder, { recursive: true });
  const hourMs = 3_600_000;
  const newestMs = Date.UTC(2026, 5, 30, 20);
  for (let hours = 0; hours < 24 * 30; hours += 2) {
    writeFileSync(join(folder, `${fileNameTime(newestMs - hours * hourMs)}.db`), '');
  }
  writeFileSync(join(folder, 'notes.txt'), 'not ours');
  writeFileSync(join(folder, `${fileNameTime(newestMs)}.db.partial`), 'killed while it was written');
  thinOut(folder);
  const kept = listSnapshots(folder).map(({ takenMs }) => new Date(takenMs).toISOString().slice(5, 13));
  expect(kept.slice(0, 12)).toEqual([
    '06-30T20',
    '06-30T18',
    '06-30T16',
    '06-30T14',
    '06-30T12',
    '06-30T10',
    '06-30T08',
    '06-30T06',
    '06-30T04',
    '06-30T02',
    '06-30T00',
    '06-29T22',
  ]);
  expect(kept.slice(12)).toEqual(
    Array.from({ length: 12 }, (_, i) => `06-${String(28 - i).padStart(2, '0')}T22`),
  );
  expect(readdirSync(folder).filter((name) => !name.endsWith('.db'))).toEqual(['notes.txt']);
  thinOut(folder);
  expect(listSnapshots(folder)).toHaveLength(24);
  rmSync(folder, { recursive: true });
});
