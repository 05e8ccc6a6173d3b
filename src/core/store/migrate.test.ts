import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundledMigrations as bundledFromFiles } from '../../../tools/bundle-migrations.ts';
import { entitySchemas } from '../../domain/entities.ts';
import { entityNames } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { schemaNumber } from '../../domain/sync/schema-number.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createSeededIds } from '../../testing/seeded-ids.ts';
import { type Migration, migrate, schemaVersion } from './migrate.ts';
import { bundledMigrations } from './migrations/bundled.ts';
import { openStore } from './open-store.ts';
import { entityTables } from './schema/entity-tables.ts';
import type { Store } from './store.ts';

let home: string;
let path: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'reelwright-migrate-'));
  path = join(home, 'reelwright.db');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const fixture = (tag: string): string =>
  readFileSync(new URL(`./migrations/fixtures/${tag}.sql`, import.meta.url), 'utf8');

/** A database as that version left it, with rows in every table that it had. */
function databaseOf(version: number): void {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  migrate(db, bundledMigrations.slice(0, version));
  db.exec(fixture(bundledMigrations[version - 1]?.tag ?? ''));
  db.close();
}

const open = (migrations?: readonly Migration[]): Store =>
  unwrap(
    openStore({
      home,
      clock: createManualClock(),
      ids: createSeededIds(),
      holder: { what: 'a test', pid: process.pid },
      ...(migrations === undefined ? {} : { migrations }),
    }),
  );

/** What a next version might do: a new column with a value, and a table rebuilt. */
const next: Migration = {
  tag: '9999_next',
  sql: `ALTER TABLE projects ADD COLUMN moodBoard text NOT NULL DEFAULT 'teal';
--> statement-breakpoint
CREATE TABLE tracks_new AS SELECT *, 100 AS volume FROM tracks;
--> statement-breakpoint
DROP TABLE tracks;
--> statement-breakpoint
ALTER TABLE tracks_new RENAME TO tracks;`,
};

test('the bundled text is that of the SQL files', () => {
  const bundled = readFileSync(new URL('./migrations/bundled.ts', import.meta.url), 'utf8');
  expect(bundled, 'run: node tools/bundle-migrations.ts').toBe(bundledFromFiles());
});

describe('real rows', () => {
  test.each(bundledMigrations.map(({ tag }, i) => [tag, i + 1] as const))(
    'of %s are all there in this version, as its schemas want them',
    (tag, version) => {
      databaseOf(version);
      const store = open();
      const [project] = store.projects();
      if (project === undefined) throw new Error('the fixture has a project');
      for (const entity of entityNames) {
        const rows = store.rows(entity, project.id);
        const wasThere = fixture(tag).includes(`INSERT INTO ${getTableName(entityTables[entity])} `);
        expect(rows.length > 0, entity).toBe(wasThere);
        for (const row of rows) expect(entitySchemas[entity].parse(row)).toEqual(row);
      }
      expect(unwrap(store.undo(project.id))).toMatchObject({ label: 'Rename', skipped: [] });
      store.close();
    },
  );
});

test('clips of drawings are scratch sound from the version on that knows it, and no others', () => {
  for (const [provider, scratch] of [
    ['animatic', true],
    ['fal', false],
  ] as const) {
    rmSync(path, { force: true });
    databaseOf(6);
    const db = new Database(path);
    db.prepare(`UPDATE takes SET provider = ?, kind = 'clip'`).run(provider);
    db.close();
    const store = open();
    const [project] = store.projects();
    const clips = store.rows('item', project?.id ?? ('' as never)).filter((item) => item.kind === 'clip');
    expect(clips).toMatchObject([{ scratch, ducks: true, loops: false, soundOf: null }]);
    store.close();
  }
});

describe('a migration', () => {
  test('keeps the rows, and a copy of the file as it was', () => {
    databaseOf(bundledMigrations.length);
    const before = open();
    expect(before.notices).toEqual([]);
    before.close();
    const store = open([...bundledMigrations, next]);
    expect(store.notices.map(({ code }) => code)).toEqual(['store.migrated']);
    store.close();
    const db = new Database(path, { readonly: true });
    expect(db.prepare('SELECT moodBoard FROM projects').pluck().all()).toEqual(['teal']);
    expect(db.prepare('SELECT count(*), min(volume) FROM tracks').raw().get()).toEqual([2, 100]);
    db.close();
    const [name] = readdirSync(join(home, 'backups'));
    const backup = new Database(join(home, 'backups', name ?? ''), { readonly: true });
    expect(schemaVersion(backup)).toBe(bundledMigrations.length);
    expect(backup.prepare('SELECT count(*) FROM projects').pluck().get()).toBe(1);
    backup.close();
  });

  test('that fails changes nothing', () => {
    databaseOf(bundledMigrations.length);
    const broken = { tag: 'broken', sql: `${next.sql}\n--> statement-breakpoint\nDROP TABLE not_there;` };
    expect(() => open([...bundledMigrations, broken])).toThrow(
      'could not be brought up to date for this version. Nothing was changed',
    );
    const store = open();
    expect(store.projects()).toHaveLength(1);
    store.close();
  });

  test.each([0, 1, 2, 3, 4])('killed before step %i is all or nothing', (step) => {
    databaseOf(bundledMigrations.length);
    const parts = next.sql.split('--> statement-breakpoint');
    parts.splice(step, 0, 'SELECT kill_me();');
    const script = `
      import Database from 'better-sqlite3';
      import { migrate } from ${JSON.stringify(new URL('./migrate.ts', import.meta.url).href)};
      import { bundledMigrations } from ${JSON.stringify(new URL('./migrations/bundled.ts', import.meta.url).href)};
      const db = new Database(${JSON.stringify(path)});
      db.function('kill_me', () => process.kill(process.pid, 'SIGKILL'));
      migrate(db, [...bundledMigrations, { tag: 'next', sql: ${JSON.stringify(parts.join('--> statement-breakpoint'))} }]);`;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: process.cwd() });
    expect(child.signal).toBe('SIGKILL');
    const store = open();
    expect(store.projects()).toHaveLength(1);
    store.close();
    const again = open([...bundledMigrations, next]);
    expect(again.notices.map(({ code }) => code)).toEqual(['store.migrated']);
    again.close();
  });
});

test('the number that devices and the service know the schema by is the number of migrations', () => {
  expect(bundledMigrations).toHaveLength(schemaNumber);
});
