import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../../tools/embedded-postgres/start-embedded-postgres.ts';
import { formatHlc } from '../../../domain/kernel/hlc.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { pushedShot } from '../../../testing/builders/pushed-rows.ts';
import { freePort } from '../../../testing/free-port.ts';
import type { Claims } from '../claims.ts';
import { openSyncDatabase, type SyncDatabase } from '../sync-database.ts';
import { openPool } from './open-pool.ts';

const anna: Claims = { userId: 'user_anna', sessionId: 'sess_anna', organisation: null };
const project = { id: 'film', title: 'Signal', organisationId: null };
let folder: string;
let port: number;
let postgres: EmbeddedPostgres;
let database: SyncDatabase;
const open = (patienceMs: number): SyncDatabase =>
  openSyncDatabase({
    url: postgres.url,
    connections: 4,
    connectTimeoutMs: 2_000,
    patienceMs,
    statementTimeoutMs: 5_000,
    now: Date.now,
  });
const wake = () => startEmbeddedPostgres({ folder, port, settings: ['fsync=off'] });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-weather-'));
  port = await freePort();
  postgres = await wake();
  database = open(10_000);
  unwrap(await database.prepare());
  unwrap(await database.createProject(anna, project, null));
});
afterEach(async () => {
  await database.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

const push = (batch: number) => {
  const b = formatHlc({ ms: Date.now(), counter: batch, device: 'laptop' });
  const row = pushedShot('film', `s${batch}`, b);
  return database.push(anna, 'film', { device: 'laptop', schema: 7, batch, upTo: b, cursor: 0, rows: [row] });
};

describe('a database', () => {
  test('that has closed every connection meanwhile is asked over new ones', async () => {
    const root = openPool({ url: postgres.url, connections: 1, connectTimeoutMs: 2_000 });
    for (let batch = 1; batch <= 5; batch++) {
      await root.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null',
      );
      expect(unwrap(await push(batch)).applied).toBe(batch);
    }
    await root.end();
  });

  test('that sleeps is waited for, and what was sent is applied once', async () => {
    await postgres.kill();
    const pushed = push(1);
    postgres = await wake();
    expect(unwrap(await pushed)).toMatchObject({ applied: 1, head: 1 });
    expect(unwrap(await push(2)).head).toBe(2);
  });

  test('that is torn away while many write loses and doubles nothing', async () => {
    let torn = false;
    const writing = (async () => {
      for (let batch = 1; batch <= 60; batch++) unwrap(await push(batch));
      torn = true;
    })();
    for (let times = 0; times < 3 && !torn; times++) {
      const root = openPool({ url: postgres.url, connections: 1, connectTimeoutMs: 2_000 });
      const before = unwrap(await database.project(anna, 'film')).head;
      while (!torn && unwrap(await database.project(anna, 'film')).head < before + 5);
      await root.end();
      await postgres.kill();
      postgres = await wake();
    }
    await writing;
    const { rows, head } = unwrap(await database.pull(anna, 'film', { after: 0, from: null, limit: 100 }));
    expect({ rows: rows.length, head }).toEqual({ rows: 60, head: 60 });
  });

  test('that does not wake is answered for: come again', async () => {
    await database.close();
    database = open(300);
    await postgres.kill();
    for (const asked of [await push(1), await database.ready(), await database.prepare()]) {
      expect(asked).toMatchObject({
        fault: { code: 'sync.database-asleep', detail: { retryAfterMs: 2_000 } },
      });
    }
    postgres = await wake();
  });

  test('of a newer service is not written to', async () => {
    const root = openPool({ url: postgres.url, connections: 1, connectTimeoutMs: 2_000 });
    await root.query(`insert into public.reelwright_migrations values ('9999_future')`);
    await root.end();
    expect(await database.prepare()).toMatchObject({ fault: { code: 'sync.newer-schema' } });
  });
});
