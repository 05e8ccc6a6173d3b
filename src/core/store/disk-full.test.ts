import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BlockId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf, type RecordsPatch, updateChange } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { createTestStore } from '../../testing/create-test-store.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createStore } from './create-store.ts';
import { homeLayout } from './home-layout.ts';
import { openWritable } from './open-database.ts';
import type { Store } from './store.ts';
import { storeFaultOf } from './store-faults.ts';

const project = sampleRow('project');
const block = sampleRow('block', { projectId: project.id });
const edit = { projectId: project.id, label: 'Edit', undoable: true };

/** The real store over a database that may not grow: SQLite reports the same error as for a full disk. */
let home: string;
let db: Database.Database;
let store: Store;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'reelwright-full-'));
  createTestStore({ home }).store.close();
  db = openWritable(homeLayout(home).database);
  store = createStore({
    home,
    db,
    clock: createManualClock(),
    readOnly: false,
    notices: [],
    snapshots: null,
    closing: () => {},
    release: () => {},
  });
  unwrap(store.commit(patchOf([addChange('project', project)]), edit));
  limit(2);
});
afterEach(() => {
  store.close();
  rmSync(home, { recursive: true, force: true });
});

function limit(morePages: number): void {
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${pages + morePages}`);
}

const blocks = (count: number, name: string): RecordsPatch =>
  patchOf(
    Array.from({ length: count }, (_, i) =>
      addChange('block', { ...block, id: BlockId.parse(`${name}-${i}`), text: 'word '.repeat(200) }),
    ),
  );

test('an edit that finds no room is a fault that names the folder; the store goes on as before', () => {
  let heard = 0;
  store.onCommit(() => {
    heard += 1;
  });
  const refused = store.commit(blocks(100, 'big'), edit);
  expect(refused).toMatchObject({ ok: false, fault: { code: 'store.disk-full' } });
  expect(refused.ok ? '' : refused.fault.message).toContain(`The drive that holds ${home} is full`);
  expect(heard).toBe(0);
  expect(store.rows('block', project.id)).toEqual([]);
  expect(store.projects()).toEqual([project]);

  unwrap(store.commit(patchOf([updateChange('project', project, { title: 'Small' })]), edit));
  unwrap(store.undo(project.id));
  limit(1_000);
  unwrap(store.commit(blocks(100, 'big'), edit));
  expect(store.rows('block', project.id)).toHaveLength(100);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('in a transaction, nothing of it stays, not even what is written after the disk was full', () => {
  const heard: string[] = [];
  store.onCommit((_patch, { label }) => heard.push(label));
  expect(() =>
    store.transaction(() => {
      unwrap(store.commit(patchOf([updateChange('project', project, { title: 'First' })]), edit));
      expect(store.commit(blocks(100, 'big'), edit).ok).toBe(false);
      // Somebody who does not look at results; whether this could be written depends on how SQLite rolled back.
      store.commit(patchOf([updateChange('project', project, { style: 'after' })]), edit);
      if (!db.inTransaction) throw new Error('rolled back as a whole');
      throw new Error('rolled back by the caller');
    }),
  ).toThrow(/full|rolled back/);
  expect(store.projects()).toEqual([project]);
  expect(heard).toEqual([]);
  unwrap(store.commit(patchOf([updateChange('project', project, { title: 'Next' })]), edit));
  expect(heard).toEqual(['Edit']);
});

test('a transaction that SQLite gave up inside is not carried on outside of one', () => {
  expect(() =>
    store.transaction(() => {
      unwrap(store.commit(patchOf([updateChange('project', project, { title: 'First' })]), edit));
      // What SQLite does by itself on some errors.
      const refused = store.commit({ changes: [] }, edit);
      expect(refused.ok).toBe(true);
      db.exec('ROLLBACK');
      const late = store.commit(patchOf([updateChange('project', project, { style: 'late' })]), edit);
      expect(late.ok).toBe(false);
    }),
  ).toThrow();
  expect(store.projects()).toEqual([project]);
});

test.each([
  [{ code: 'ENOSPC' }, 'store.disk-full'],
  [{ code: 'EROFS' }, 'store.read-only'],
  [{ code: 'EACCES' }, 'store.no-access'],
  [{ code: 'EIO' }, 'store.drive-failed'],
  [{ code: 'ENOTDIR' }, 'store.no-folder'],
])('%o from the file system is %s', (error, code) => {
  const fault = storeFaultOf(Object.assign(new Error('x'), error), '/films');
  expect(fault.code).toBe(code);
  expect(fault.message).toContain('/films');
});
