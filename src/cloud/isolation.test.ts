import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BlobSim, startBlobSim } from '../../tools/blob-sim/start-blob-sim.ts';
import type { Claims } from '../adapters/neon/claims.ts';
import { claimsJson } from '../adapters/neon/claims.ts';
import { openPool } from '../adapters/neon/connection/open-pool.ts';
import { formatHlc } from '../domain/kernel/hlc.ts';
import { pushedJob } from '../testing/builders/pushed-rows.ts';
import { askService } from '../testing/service/ask-service.ts';
import { sendFile } from '../testing/service/send-file.ts';
import { startTestService, type TestService } from '../testing/service/start-test-service.ts';
import { routes } from './routes/routes.ts';

/** Everything of Anna's has her name in it, so that it is found wherever it turns up. */
const org = { id: 'org_anna', rol: 'admin' };
let service: TestService;
/** The storage that does not remember parts: the service does. */
let storage: BlobSim;
let root: ReturnType<typeof openPool>;
beforeAll(async () => {
  storage = await startBlobSim();
  service = await startTestService({ storage: storage.settings });
  root = openPool({ url: service.postgres.url, connections: 2, connectTimeoutMs: 5_000 });
  const anna = await service.token('user_anna', { o: org, azp: 'https://app.reelwright.test' });
  for (const [id, organisationId] of [
    ['film-anna', null],
    ['film-anna-org', org.id],
    ['film-anna-old', null],
  ] as const) {
    await askService(service, anna, 'POST', '/api/projects', { id, title: "Anna's film", organisationId });
    await askService(service, anna, 'POST', `/api/projects/${id}/push`, batchOf('anna', id));
    await askService(service, anna, 'POST', `/api/projects/${id}/assets/uploads`, upload);
    await sendPartAsAnna(id, anna);
    await shareAsAnna(id, anna);
  }
  await askService(service, anna, 'GET', '/api/account');
  await askService(service, anna, 'DELETE', '/api/projects/film-anna-old');
  const leaving = await service.token('user_anna', { sid: 'sess_anna_old' });
  await askService(service, leaving, 'POST', '/api/sign-out');
});
afterAll(async () => {
  await root.end();
  await service.stop();
  await storage.close();
});

/** The first of two parts of a file. */
async function sendPartAsAnna(id: string, anna: string): Promise<void> {
  const assets = (rest: string, body: unknown) =>
    askService(service, anna, 'POST', `/api/projects/${id}/assets/${rest}`, body);
  const request = { sha256: 'cd'.repeat(32), bytes: 5, mime: 'video/mp4', partBytes: 3, parts: [hash, hash] };
  const { json } = await assets('uploads', request);
  const [{ method, url, headers }] = json.missing;
  const taken = await fetch(url, { method, headers, body: 'abc' });
  const told = {
    sha256: request.sha256,
    upload: json.upload,
    number: 1,
    bytes: 3,
    receipt: await taken.text(),
  };
  expect((await assets('receipts', told)).json).toEqual({ kept: true });
}

/** A link, two cuts (of which the first is to go) and a comment. */
async function shareAsAnna(id: string, anna: string): Promise<void> {
  const link = { title: "Anna's link", expiresAtMs: null, password: null };
  await askService(service, anna, 'POST', `/api/projects/${id}/share`, link);
  const assets = (method: string, rest: string, body: unknown) =>
    askService(service, anna, method, `/api/projects/${id}/assets/${rest}`, body);
  for (const words of ['ftypisom, the first of anna', 'ftypisom of anna']) {
    const film = Buffer.from(`\0\0\0\x10${words}`, 'latin1');
    const sha256 = await sendFile(assets, film);
    const shots = [{ shotId: 'shot-anna', startMs: 0, durationMs: 1_000 }];
    const cut = { sha256, bytes: film.byteLength, durationMs: 1_000, shots };
    const published = await askService(service, anna, 'POST', `/api/projects/${id}/cut`, cut);
    expect(published.json, published.text).toEqual({ published: true });
  }
  const said = { id: commentId, name: 'Anna', text: "Anna's words", parentId: null, atMs: 10 };
  await askService(service, anna, 'POST', `/api/projects/${id}/comments`, said);
}

const commentId = '6e9d5f04-6f7c-4a3b-9c7e-0c8d8f3f4a11';
const hash = 'ab'.repeat(32);
const upload = { sha256: hash, bytes: 3, mime: 'video/mp4', partBytes: 8, parts: [hash] };

function batchOf(who: string, projectId: string) {
  const b = formatHlc({ ms: Date.now(), counter: 0, device: `device-${who}` });
  const job = pushedJob(projectId, `job-${who}`, b, { requestDigest: `${who}'s words` });
  return { device: `device-${who}`, schema: 7, batch: 1, upTo: b, cursor: 0, rows: [job] };
}

/** Tables of the service, as the database itself knows them. */
async function tables(): Promise<{ name: string; secured: boolean; forced: boolean }[]> {
  const { rows } = await root.query(`
    select relname as name, relrowsecurity as secured, relforcerowsecurity as forced from pg_class
    where relnamespace = 'reelwright'::regnamespace and relkind in ('r', 'p') order by relname`);
  return rows;
}

/** All that the service keeps, as text. */
async function everything(): Promise<string> {
  const parts = await Promise.all(
    (await tables()).map(async ({ name }) => {
      const { rows } = await root.query(
        `select to_jsonb(t)::text as row from reelwright.${name} t order by 1`,
      );
      return rows.map(({ row }) => `${name} ${row}`);
    }),
  );
  return parts
    .flat()
    .filter((row) => row.includes('anna'))
    .join('\n');
}

/** A statement in somebody's name, rolled back afterwards. Returns how many rows it met, or the code of the refusal. */
async function tryAs(claims: Claims | null, sql: string, values: unknown[] = []): Promise<number | string> {
  const client = await root.connect();
  try {
    await client.query('begin');
    const json = claims === null ? '' : claimsJson(claims);
    await client.query(`select set_config('request.jwt.claims', $1, true)`, [json]);
    await client.query('set local role reelwright_member');
    return (await client.query(sql, values)).rowCount ?? 0;
  } catch (error) {
    return String((error as { code?: string }).code);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const strangers: readonly { who: string; claims: Claims | null }[] = [
  { who: 'another person', claims: { userId: 'user_ben', sessionId: 'sess_ben', organisation: null } },
  {
    who: 'an owner of another organisation',
    claims: { userId: 'user_ben', sessionId: 'sess_ben', organisation: { id: 'org_ben', role: 'owner' } },
  },
  { who: 'nobody', claims: null },
];

describe('every table', () => {
  test('is under row-level security that holds for its owner, too, and has rows of Anna to look for', async () => {
    const all = await tables();
    expect(all.length).toBeGreaterThan(0);
    for (const { name, secured, forced } of all) {
      expect({ name, secured, forced }).toEqual({ name, secured: true, forced: true });
      const { rows } = await root.query(`select count(*)::int as n from reelwright.${name}`);
      expect(rows[0]?.n, `${name} has no row to look for: make one above`).toBeGreaterThan(0);
    }
  });

  test('is read and written as a role that cannot get around it', async () => {
    const { rows } = await root.query(
      `select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole from pg_roles where rolname = 'reelwright_member'`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false },
    ]);
  });

  test.each(strangers)("shows nothing of Anna's to $who, and lets nothing be changed", async ({ claims }) => {
    const before = await everything();
    for (const { name } of await tables()) {
      const table = `reelwright.${name}`;
      expect(await tryAs(claims, `select * from ${table}`), `reading ${name}`).toBe(0);
      const { rows: columns } = await root.query(
        `select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [table],
      );
      for (const { column } of columns) {
        const updated = await tryAs(claims, `update ${table} set "${column}" = "${column}"`);
        expect([0, '42501'], `changing ${name}.${column}`).toContain(updated);
      }
      expect([0, '42501'], `deleting in ${name}`).toContain(await tryAs(claims, `delete from ${table}`));
      const { rows } = await root.query(`select to_jsonb(t)::text as row from ${table} t`);
      for (const { row } of rows) {
        const copy = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1::jsonb)`;
        expect(await tryAs(claims, copy, [row]), `writing into ${name}`).toBe('42501');
      }
    }
    expect(await tryAs(claims, 'select * from public.reelwright_migrations')).toBe('42501');
    expect(await everything()).toBe(before);
  });
});

describe('every route', () => {
  const calls = routes.flatMap(({ method, path }) =>
    ['film-anna', 'film-anna-org', 'job-anna'].map((id) => ({
      method,
      path: path
        .replace(':id', id)
        .replace(':hash', hash)
        .replace(':sha256', hash)
        .replace(':commentId', commentId),
    })),
  );
  const bodyFor = (method: string, path: string): unknown => {
    if (method === 'DELETE' && path === '/api/account') return { confirm: 'delete my account' };
    if (method !== 'POST') return undefined;
    if (path.endsWith('/which')) return { hashes: [hash] };
    if (path.endsWith('/uploads')) return upload;
    if (path.endsWith('/finish')) return { sha256: hash };
    if (path.endsWith('/receipts'))
      return { sha256: hash, upload: '', number: 1, bytes: 1, receipt: '{"etag":"x"}' };
    if (path.endsWith('/share')) return { title: 'Mine', expiresAtMs: null, password: 'mine' };
    if (path.endsWith('/cut')) return { sha256: hash, bytes: 3, durationMs: 1, shots: [] };
    if (path.endsWith('/comments')) return { id: commentId, name: 'Ben', text: 'x', parentId: null, atMs: 0 };
    if (path.includes('/comments/')) return { change: 'remove' };
    return path.endsWith('/push')
      ? batchOf('ben', 'film-anna')
      : { id: 'film-anna', title: 'Mine', organisationId: null };
  };

  test.each(strangers.slice(0, 2))(
    "tells $who nothing of Anna's, and changes nothing",
    async ({ claims }) => {
      const before = await everything();
      for (const { method, path } of calls) {
        const o = claims?.organisation ? { o: { id: claims.organisation.id, rol: 'admin' } } : {};
        // Each in a session of its own: one of the routes ends it.
        const token = await service.token('user_ben', { ...o, sid: `sess_ben_${Math.random()}` });
        const { status, text } = await askService(service, token, method, path, bodyFor(method, path));
        expect(status, `${method} ${path}: ${text}`).toBeLessThan(500);
        expect(text.toLowerCase(), `${method} ${path}`).not.toContain('anna');
      }
      expect(await everything()).toBe(before);
    },
  );

  test('is closed to who does not say who they are', async () => {
    for (const { method, path } of calls) {
      const { status, json } = await askService(service, null, method, path, bodyFor(method, path));
      expect({ path, status, code: json?.error.code }).toEqual({
        path,
        status: 401,
        code: 'sync.signed-out',
      });
    }
  });
});

describe('in an organisation', () => {
  const as = (userId: string, rol: string) => service.token(userId, { o: { id: org.id, rol } });
  const push = (token: string, device: string) =>
    askService(service, token, 'POST', '/api/projects/film-anna-org/push', batchOf(device, 'film-anna-org'));

  test('a viewer sees its projects and changes none', async () => {
    const viewer = await as('user_vera', 'viewer');
    const { json } = await askService(service, viewer, 'GET', '/api/projects');
    expect(json.projects).toMatchObject([{ id: 'film-anna-org', role: 'viewer' }]);
    expect((await askService(service, viewer, 'GET', '/api/projects/film-anna-org/pull')).status).toBe(200);
    const asked = [
      await push(viewer, 'vera'),
      await askService(service, viewer, 'DELETE', '/api/projects/film-anna-org'),
      await askService(service, viewer, 'POST', '/api/projects', {
        id: 'v',
        title: '',
        organisationId: org.id,
      }),
    ];
    for (const { status, json: refused } of asked) {
      expect({ status, code: refused.error.code }).toEqual({ status: 403, code: 'sync.read-only' });
    }
  });

  test('an editor changes them and deletes none; an owner deletes', async () => {
    const editor = await as('user_emil', 'member');
    expect((await push(editor, 'emil')).status).toBe(200);
    expect((await askService(service, editor, 'DELETE', '/api/projects/film-anna-org')).status).toBe(403);
    expect((await askService(service, editor, 'GET', '/api/members')).status).toBe(403);
    const owner = await as('user_olga', 'admin');
    const { json } = await askService(service, owner, 'GET', '/api/members');
    expect(json.members).toMatchObject([{ userId: 'user_anna', role: 'owner' }]);
    expect((await askService(service, owner, 'DELETE', '/api/projects/film-anna-org')).status).toBe(200);
    const { json: audit } = await askService(service, owner, 'GET', '/api/audit');
    expect(audit.entries[0]).toMatchObject({ action: 'project.deleted', subject: 'film-anna-org' });
  });
});
