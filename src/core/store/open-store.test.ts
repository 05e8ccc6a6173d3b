import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addChange, patchOf, updateChange } from '../../domain/kernel/patch.ts';
import { type Result, unwrap } from '../../domain/kernel/result.ts';
import { asOrdinaryUser } from '../../testing/as-ordinary-user.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { createTestStore } from '../../testing/create-test-store.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createSeededIds } from '../../testing/seeded-ids.ts';
import { nodeFault, sqliteFault } from './open-database.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

const project = sampleRow('project');
const edit = { projectId: project.id, label: 'Edit', undoable: true };

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'reelwright-open-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const open = (readOnly = false, at = home): Result<Store> =>
  openStore({
    home: at,
    clock: createManualClock(),
    ids: createSeededIds(),
    readOnly,
    holder: { what: 'a test', pid: process.pid },
  });

describe('opening', () => {
  test('makes the folder, keeps the device, and stamps rise over restarts', () => {
    const deep = join(home, 'not', 'there', 'yet');
    const first = unwrap(open(false, deep));
    const added = unwrap(first.commit(patchOf([addChange('project', project)]), edit));
    first.close();
    const second = unwrap(open(false, deep));
    expect(second.deviceId).toBe(first.deviceId);
    expect(second.deviceId).toMatch(/^[0-9a-f]{16}$/);
    const changed = updateChange('project', project, { title: 'Later' });
    // The clock stands where it stood; the stamp goes on all the same.
    expect(unwrap(second.commit(patchOf([changed]), edit)).stamp > added.stamp).toBe(true);
    second.close();
  });

  test('is durable: WAL and a full sync at every commit', () => {
    const store = unwrap(open());
    unwrap(store.commit(patchOf([addChange('project', project)]), edit));
    expect(existsSync(join(home, 'reelwright.db-wal'))).toBe(true);
    store.close();
    expect(existsSync(join(home, 'reelwright.db-wal'))).toBe(false);
    expect(existsSync(join(home, 'writer.json'))).toBe(false);
  });

  test('a Node or SQLite that is too old is said in a sentence', () => {
    expect(nodeFault('20.20.2')?.message).toContain('needs Node 24 or newer; this is Node 20.20.2');
    expect(nodeFault('24.0.0')).toBeNull();
    expect(sqliteFault('3.51.2')?.code).toBe('store.sqlite-too-old');
    expect(sqliteFault('3.51.3')).toBeNull();
    expect(sqliteFault('4.0.0')).toBeNull();
  });

  test('a place that cannot be a data folder is named', () => {
    const file = join(home, 'file');
    writeFileSync(file, 'x');
    for (const place of [file, join(file, 'below')]) {
      const refused = open(false, place);
      expect(refused).toMatchObject({ fault: { code: 'store.no-folder' } });
      expect(refused.ok ? '' : refused.fault.message).toContain(place);
    }
  });

  test('a folder of somebody else’s is named, for writing and for reading', () => {
    unwrap(open()).close();
    chmodSync(home, 0o700);
    asOrdinaryUser(() => {
      for (const readOnly of [false, true]) {
        const refused = open(readOnly);
        expect(refused.ok ? '' : refused.fault.code).toMatch(/^store\.(no-access|not-found)$/);
        expect(refused.ok ? '' : refused.fault.message).toContain(home);
      }
    });
  });
});

describe('reading beside a writer', () => {
  test('sees what is committed, and writes nothing', () => {
    const writer = unwrap(open());
    const reader = unwrap(open(true));
    expect(reader.projects()).toEqual([]);
    unwrap(writer.commit(patchOf([addChange('project', project)]), edit));
    expect(reader.projects()).toEqual([project]);
    expect(reader.readOnly).toBe(true);
    const refused = { ok: false, fault: { code: 'store.read-only' } };
    expect(reader.commit(patchOf([addChange('project', project)]), edit)).toMatchObject(refused);
    expect(reader.undo(project.id)).toMatchObject(refused);
    expect(reader.snapshot()).toMatchObject(refused);
    expect(() => reader.transaction(() => 1)).toThrow('open for reading only');
    reader.close();
    unwrap(writer.commit(patchOf([updateChange('project', project, { title: 'Still writing' })]), edit));
    writer.close();
    expect(unwrap(open(true)).projects()[0]?.title).toBe('Still writing');
  });

  test('where nothing is yet, says so and makes nothing', () => {
    expect(open(true, join(home, 'none'))).toMatchObject({ fault: { code: 'store.not-found' } });
    expect(existsSync(join(home, 'none'))).toBe(false);
  });

  test('works on a disk that cannot be written, and leaves no copy behind', () => {
    const writer = unwrap(open());
    unwrap(writer.commit(patchOf([addChange('project', project)]), edit));
    writer.close();
    chmodSync(home, 0o555);
    const copies = (): number =>
      readdirSync(tmpdir()).filter((n) => n.startsWith('reelwright-reading-')).length;
    const before = copies();
    asOrdinaryUser(() => {
      expect(open(false)).toMatchObject({ ok: false });
      const reader = unwrap(open(true));
      expect(reader.projects()).toEqual([project]);
      reader.close();
    });
    expect(copies()).toBe(before);
    chmodSync(home, 0o755);
  });

  test('of a damaged database says so and repairs nothing', () => {
    unwrap(open()).close();
    const path = join(home, 'reelwright.db');
    writeFileSync(path, 'not a database');
    expect(open(true)).toMatchObject({ fault: { code: 'store.damaged' } });
    expect(statSync(path).size).toBe(14);
    expect(existsSync(join(home, 'damaged'))).toBe(false);
    rmSync(path);
    mkdirSync(path);
    expect(open(true).ok).toBe(false);
  });
});

test('data of a newer version is refused and left as it is', () => {
  unwrap(open()).close();
  const db = new Database(join(home, 'reelwright.db'));
  db.pragma('user_version = 99');
  db.close();
  for (const readOnly of [false, true]) {
    const refused = open(readOnly);
    expect(refused).toMatchObject({ fault: { code: 'store.newer-schema' } });
  }
  expect(existsSync(join(home, 'damaged'))).toBe(false);
});

test('a commit writes clocks and history with the rows', () => {
  using studio = createTestStore();
  const { stamp: first } = unwrap(studio.store.commit(patchOf([addChange('project', project)]), edit));
  const retitled = updateChange('project', project, { title: 'New' });
  const { stamp: second, historyId } = unwrap(studio.store.commit(patchOf([retitled]), edit));
  const db = new Database(join(studio.home, 'reelwright.db'), { readonly: true });
  const entity = 'project';
  const rowId = project.id;
  expect(db.prepare('SELECT * FROM row_clocks').all()).toEqual([
    { entity, rowId, base: first, fields: JSON.stringify({ title: second }), deleted: null, remains: null },
  ]);
  // Nothing waits of a project that is not mirrored.
  expect(db.prepare('SELECT * FROM outbox').all()).toEqual([]);
  expect(db.prepare('SELECT id, label, state, stamp FROM history WHERE id = ?').get(historyId)).toEqual({
    id: historyId,
    label: 'Edit',
    state: 'done',
    stamp: second,
  });
  expect(db.prepare("SELECT value FROM meta WHERE key = 'lastStamp'").pluck().get()).toBe(second);
  db.close();
});
