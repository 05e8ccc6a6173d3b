import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatHlc } from '../../domain/kernel/hlc.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { PushRequest } from '../../domain/sync/sync-messages.ts';
import { pushedShot } from '../../testing/builders/pushed-rows.ts';
import {
  startTestSyncDatabase,
  type TestSyncDatabase,
} from '../../testing/service/start-test-sync-database.ts';
import type { Claims } from './claims.ts';
import { openPool } from './connection/open-pool.ts';
import { transact } from './connection/transact.ts';
import { push } from './push.ts';

const anna: Claims = { userId: 'user_anna', sessionId: null, organisation: null };
let under: TestSyncDatabase;
let pool: ReturnType<typeof openPool>;
beforeAll(async () => {
  under = await startTestSyncDatabase();
  pool = openPool({ url: under.url, connections: 8, connectTimeoutMs: 5_000 });
});
afterAll(async () => {
  await pool.end();
  await under.stop();
});

/** A writer that has its number and waits with its commit; a reader that remembers how far it is. */
interface Store {
  /** Resolves when it is committed. `beforeCommit` holds it back. */
  write(id: string, beforeCommit: Promise<void>): Promise<void>;
  read(after: number): Promise<{ readonly ids: string[]; readonly cursor: number }>;
}

/** The first writer takes its number first and commits last. Returns what a reader got that asked before and after that. */
async function interleave({ write, read }: Store): Promise<string[]> {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const slow = write('slow', held);
  await untilOpen(1);
  const quick = write('quick', Promise.resolve());
  await Promise.race([quick, untilOneWaits()]);
  const first = await read(0);
  letGo();
  await Promise.all([slow, quick]);
  const second = await read(first.cursor);
  return [...first.ids, ...second.ids].sort();
}

const activity = async (where: string): Promise<number> => {
  const { rows } = await pool.query(`select count(*)::int as n from pg_stat_activity where ${where}`);
  return rows[0]?.n ?? 0;
};
const until = async (what: () => Promise<boolean>): Promise<void> => {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 5));
};
const untilOpen = (n: number) =>
  until(async () => (await activity(`state = 'idle in transaction' and query not like 'begin%'`)) >= n);
const untilOneWaits = () => until(async () => (await activity(`wait_event_type = 'Lock'`)) > 0);

const batchOf = (film: string, id: string): PushRequest => {
  const b = formatHlc({ ms: Date.now(), counter: 0, device: id });
  const row = pushedShot(film, id, b);
  return { device: id, schema: 7, batch: 1, upTo: b, cursor: 0, rows: [row] };
};

function serviceStore(film: string): Store {
  const options = { pool, patienceMs: 0, statementTimeoutMs: 10_000, now: Date.now };
  return {
    async write(id, beforeCommit) {
      const written = await transact(options, anna, async (tx) => {
        const answer = await push(tx, anna, film, batchOf(film, id), Date.now());
        await beforeCommit;
        return answer;
      });
      unwrap(written);
    },
    async read(after) {
      const { rows, cursor } = unwrap(
        await under.database.pull(anna, film, { after, from: null, limit: 100 }),
      );
      return { ids: rows.map(({ id }) => id), cursor };
    },
  };
}

/** What a sequence of the database would do: numbers are given before the commit. */
function sequenceStore(): Store {
  return {
    async write(id, beforeCommit) {
      const client = await pool.connect();
      await client.query('begin');
      await client.query('insert into naive (id) values ($1)', [id]);
      await beforeCommit;
      await client.query('commit');
      client.release();
    },
    async read(after) {
      const { rows } = await pool.query('select id, seq from naive where seq > $1 order by seq', [after]);
      return { ids: rows.map(({ id }) => id), cursor: Number(rows.at(-1)?.seq ?? after) };
    },
  };
}

describe('a reader between two writers, the first of which commits last,', () => {
  test('misses the first one where a sequence numbers the rows', async () => {
    await pool.query('create table naive (id text, seq bigserial)');
    expect(await interleave(sequenceStore())).toEqual(['quick']);
  });

  test('misses none where writers of a project stand in line', async () => {
    unwrap(await under.database.createProject(anna, { id: 'f', title: '', organisationId: null }, null));
    expect(await interleave(serviceStore('f'))).toEqual(['quick', 'slow']);
  });
});

test('many writers at once and a reader all the while: every row arrives, once, and no number is left out', async () => {
  const { database } = under;
  unwrap(await database.createProject(anna, { id: 'many', title: '', organisationId: null }, null));
  const devices = Array.from({ length: 6 }, (_, n) => `device-${n}`);
  const batches = 15;
  let writing = true;
  const seen = new Map<string, number>();
  const reader = (async () => {
    for (let cursor = 0; ; ) {
      // What began after the last commit sees all of it.
      const isAfterAll = !writing;
      const page = unwrap(await database.pull(anna, 'many', { after: cursor, from: cursor, limit: 7 }));
      for (const { id } of page.rows) seen.set(id, (seen.get(id) ?? 0) + 1);
      ({ cursor } = page);
      if (isAfterAll && cursor === page.head) return;
    }
  })();
  await Promise.all(
    devices.map(async (device) => {
      for (let batch = 1; batch <= batches; batch++) {
        const b = formatHlc({ ms: Date.now(), counter: batch, device });
        const row = pushedShot('many', `${device}-${batch}`, b);
        const request = { device, schema: 7, batch, upTo: b, cursor: 0, rows: [row] };
        unwrap(await database.push(anna, 'many', request));
      }
    }),
  );
  writing = false;
  await reader;
  expect(seen.size).toBe(devices.length * batches);
  expect([...seen.values()].every((times) => times === 1)).toBe(true);
  expect(unwrap(await database.project(anna, 'many')).head).toBe(devices.length * batches);
});

/** Whether a device that hears where the project stood before its batch needs to ask for what came of it: docs/sync.md, "Push". */
type MoveOn = (
  cursor: number,
  answer: { readonly before?: number | undefined; readonly head: number },
) => number;

/** Devices that push and pull without any order; what each of them has in the end. */
async function exchangeAll(film: string, moveOn: MoveOn): Promise<readonly ReadonlySet<string>[]> {
  const { database } = under;
  unwrap(await database.createProject(anna, { id: film, title: '', organisationId: null }, null));
  const batches = 25;
  const device = async (n: number): Promise<ReadonlySet<string>> => {
    const name = `device-${n}`;
    const known = new Set<string>();
    let cursor = 0;
    const pull = async (): Promise<void> => {
      const page = unwrap(await database.pull(anna, film, { after: cursor, from: cursor, limit: 1_000 }));
      for (const { id } of page.rows) known.add(id);
      ({ cursor } = page);
    };
    for (let batch = 1; batch <= batches; batch++) {
      const b = formatHlc({ ms: Date.now(), counter: batch, device: name });
      const id = `${name}-${batch}`;
      const request = { device: name, schema: 7, batch, batchId: id, upTo: b, cursor };
      const rows = [pushedShot(film, id, b)];
      const answer = unwrap(await database.push(anna, film, { ...request, rows }));
      known.add(id);
      cursor = moveOn(cursor, answer);
      if (batch % (n + 2) === 0) await pull();
    }
    done += 1;
    await until(async () => done === 4);
    await pull();
    return known;
  };
  let done = 0;
  return Promise.all([0, 1, 2, 3].map(device));
}

describe('a device that takes its own batch for seen', () => {
  test('misses nothing that others wrote before or after it, where it goes on only from where the batch began', async () => {
    const all = await exchangeAll('echo', (cursor, { before, head }) => (before === cursor ? head : cursor));
    expect(all.map(({ size }) => size)).toEqual([100, 100, 100, 100]);
  });

  test('misses what was written in between, where it goes on from its batch in any case', async () => {
    const all = await exchangeAll('careless', (_cursor, { head }) => head);
    expect(Math.min(...all.map(({ size }) => size))).toBeLessThan(100);
  });
});
