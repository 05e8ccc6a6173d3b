import { readFileSync } from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundledMigrations as bundledFromFiles } from '../../../tools/bundle-migrations.ts';
import { entityTables } from '../../core/store/schema/entity-tables.ts';
import { formatHlc } from '../../domain/kernel/hlc.ts';
import { type EntityName, entityNames, type JsonValue } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { RowRegisters } from '../../domain/sync/row-registers.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import {
  startTestSyncDatabase,
  type TestSyncDatabase,
} from '../../testing/service/start-test-sync-database.ts';
import { openPool } from './connection/open-pool.ts';
import { migrate } from './migrate.ts';
import { bundledMigrations } from './migrations/bundled.ts';
import * as schema from './schema/index.ts';

const folder = new URL('./migrations/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

describe('the migrations', () => {
  test('make the tables that the schema describes: nothing is left to generate', async () => {
    const { entries } = JSON.parse(read('meta/_journal.json')) as { entries: { idx: number }[] };
    const newest = String(entries.at(-1)?.idx ?? 0).padStart(4, '0');
    const last = JSON.parse(read(`meta/${newest}_snapshot.json`));
    const now = generateDrizzleJson({ ...schema }, last.id, ['reelwright']);
    expect(await generateMigration(last, now)).toEqual([]);
  });

  test('are in the program as they are in the files', () => {
    expect(read('bundled.ts')).toBe(bundledFromFiles(folder));
  });
});

describe('a database', () => {
  let under: TestSyncDatabase;
  beforeAll(async () => {
    under = await startTestSyncDatabase();
  });
  afterAll(() => under.stop());

  test('is brought up to date by several that start at once, and by none twice', async () => {
    const pool = openPool({ url: under.url, connections: 4, connectTimeoutMs: 5_000 });
    const next = { tag: '0099_next', sql: 'create table reelwright.next (id text)' };
    const migrations = [...bundledMigrations, next];
    for (const done of await Promise.all([1, 2, 3].map(() => migrate(pool, migrations)))) unwrap(done);
    // What it does not know, it leaves alone.
    expect(await migrate(pool, bundledMigrations)).toMatchObject({ fault: { code: 'sync.newer-schema' } });
    await pool.end();
  });

  test('gets all of a step or none of it', async () => {
    const pool = openPool({ url: under.url, connections: 1, connectTimeoutMs: 5_000 });
    const broken = {
      tag: '0100_broken',
      sql: 'create table reelwright.half (id text)--> statement-breakpoint\nselect 1 / 0',
    };
    const known = [...bundledMigrations, { tag: '0099_next', sql: '' }];
    await expect(migrate(pool, [...known, broken])).rejects.toThrow('division by zero');
    unwrap(await migrate(pool, known));
    const { rows } = await pool.query(`select to_regclass('reelwright.half') as half`);
    expect(rows).toEqual([{ half: null }]);
    await pool.end();
  });

  test("keeps every kind of row of a studio's database, with every field of it", async () => {
    expect(Object.keys(entityTables).sort()).toEqual([...entityNames].sort());
    const anna = { userId: 'user_anna', sessionId: null, organisation: null };
    unwrap(await under.database.createProject(anna, { id: 'f', title: '', organisationId: null }, null));
    const b = formatHlc({ ms: Date.now(), counter: 0, device: 'laptop' });
    const rows = entityNames.map((e: EntityName): RowRegisters => {
      const row = sampleRow(e) as unknown as Record<string, JsonValue> & { readonly id: string };
      const columns = Object.keys(entityTables[e]).filter((name) => name in row);
      expect(columns.length, e).toBeGreaterThan(2);
      return { e, id: row.id, b, v: row };
    });
    // Of a newer version than the service, which takes what it does not know as it is.
    const request = { device: 'laptop', schema: 9_999, batch: 1, upTo: b, cursor: 0, rows };
    unwrap(await under.database.push(anna, 'f', request));
    const pulled = unwrap(await under.database.pull(anna, 'f', { after: 0, from: null, limit: 100 }));
    expect(pulled.rows).toEqual(rows);
  });
});
