import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPool } from '../../adapters/neon/connection/open-pool.ts';
import type { MadeShare } from '../../domain/sync/share-messages.ts';
import { askService } from '../../testing/service/ask-service.ts';
import { sendFile } from '../../testing/service/send-file.ts';
import { startTestService, type TestService } from '../../testing/service/start-test-service.ts';
import { type TestStorage, testStorages } from '../../testing/service/test-storages.ts';

describe.each(testStorages)('with films kept in $name:', ({ start }) => {
  let storage: TestStorage;
  let service: TestService;
  let nowMs = Date.now();
  beforeAll(async () => {
    storage = await start({ now: () => nowMs, minPartBytes: 1_000 });
    service = await startTestService({ now: () => nowMs, storage: storage.settings });
  });
  afterAll(async () => {
    await service.stop();
    await storage.close();
  });

  const partBytes = 64 * 1024;
  /** Longer than a part, so that it is sent in two. */
  const film = Buffer.alloc(partBytes + 1_000, 7);
  film.write('\0\0\0\x10ftypisom', 0, 'latin1');
  const sha256 = createHash('sha256').update(film).digest('hex');
  const cut = {
    ...{ sha256, bytes: film.byteLength, durationMs: 10_000 },
    shots: [
      { shotId: 'shot-1', startMs: 0, durationMs: 4_000 },
      { shotId: 'shot-2', startMs: 4_000, durationMs: 6_000 },
    ],
  };

  let projects = 0;
  /** A project of somebody, and calls in their name. */
  async function openProject(person = 'user_anna') {
    projects += 1;
    const id = `film-${person}-${projects}`;
    // A session a project, so that ending one ends no other's.
    const claims = { sid: `sess_${id}`, pla: 'u:studio' };
    const ask = async (method: string, path: string, body?: unknown) =>
      askService(service, await service.token(person, claims), method, path, body);
    const of = (method: string, rest: string, body?: unknown) =>
      ask(method, `/api/projects/${id}/${rest}`, body);
    const made = await ask('POST', '/api/projects', { id, title: 'Film', organisationId: null });
    expect(made.status, made.text).toBe(200);
    const send = (bytes: Buffer) =>
      sendFile((method, rest, body) => of(method, `assets/${rest}`, body), bytes, partBytes);
    const share = async (more: object = {}): Promise<MadeShare> => {
      const link = { title: 'Rough cut', expiresAtMs: null, password: null, ...more };
      const { json, text } = await of('POST', 'share', link);
      expect(json?.path, text).toMatch(/^\/watch\/[\w-]{43}$/);
      return json;
    };
    const publish = async (more: object = {}): Promise<void> => {
      await send(film);
      expect((await of('POST', 'cut', { ...cut, ...more })).json).toEqual({ published: true });
    };
    return { id, ask, of, send, share, publish };
  }

  const watch = (path: string, init: RequestInit = {}) =>
    fetch(`${service.origin}${path}`, { redirect: 'manual', ...init });

  function say(path: string, words: object, headers: Record<string, string> = {}) {
    const said = { id: randomUUID(), name: 'Willa', text: 'Too dark', parentId: null, atMs: 4_500, ...words };
    return watch(`${path}/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(said),
    });
  }

  describe('a cut', () => {
    test('is sent to the storage, shown once it is whole, and streamed from there in ranges', async () => {
      const { of, send, share } = await openProject();
      const { path } = await share();
      expect(await (await watch(path)).text()).toContain('No film has been put here yet');
      expect((await of('POST', 'cut', cut)).json).toEqual({ published: false });
      expect((await watch(`${path}/film`)).status).toBe(404);
      await send(film);
      expect((await of('POST', 'cut', cut)).json).toEqual({ published: true });

      const page = await watch(path);
      expect(page.headers.get('content-security-policy')).toContain(
        `media-src 'self' ${storage.origin.origin};`,
      );
      const sent = await watch(`${path}/film`);
      expect([sent.status, sent.headers.get('cache-control')]).toEqual([302, 'no-store']);
      const address = sent.headers.get('location') ?? '';
      expect(new URL(address).origin).toBe(storage.origin.origin);
      const whole = await fetch(address);
      expect(whole.headers.get('content-type')).toBe('video/mp4');
      expect(Buffer.compare(Buffer.from(await whole.arrayBuffer()), film)).toBe(0);
      const part = await fetch(address, { headers: { range: 'bytes=4-7' } });
      expect([part.status, await part.text()]).toEqual([206, 'ftyp']);
      // Kept by somebody, it is good for minutes, and for nothing else.
      const forged = await fetch(address.replace(sha256, createHash('sha256').update('other').digest('hex')));
      expect(forged.status).toBe(403);
      nowMs += 301_000;
      expect((await fetch(address)).status).toBe(403);
      expect((await fetch((await watch(`${path}/film`)).headers.get('location') ?? '')).status).toBe(200);
    });

    test('that is no film, or another than announced, is not shown; the one from before stays', async () => {
      const { of, send, share, publish } = await openProject();
      await publish();
      const { path } = await share();
      const page = Buffer.from('<script>alert(1)</script>');
      const name = await send(page);
      for (const announced of [
        { ...cut, sha256: name, bytes: page.byteLength },
        { ...cut, bytes: cut.bytes - 1 },
      ]) {
        expect((await of('POST', 'cut', announced)).json.error.code).toBe('sync.bad-request');
      }
      expect((await of('POST', 'cut', { ...cut, bytes: 2 ** 45 })).json.error.code).toBe('sync.over-quota');
      expect((await watch(`${path}/film`)).headers.get('location')).toContain(sha256);
    });

    test('of somebody else is shown by nobody, though they know its hash', async () => {
      const anna = await openProject();
      await anna.publish();
      const ben = await openProject('user_ben');
      expect((await ben.of('POST', 'cut', cut)).json).toEqual({ published: false });
    });
  });

  describe('a link', () => {
    test('opens nothing once it is revoked or has run out, and says the same as one that never was', async () => {
      const { of, share, publish } = await openProject();
      await publish();
      const [revoked, ended] = [await share(), await share({ expiresAtMs: nowMs + 60_000 })];
      for (const { path } of [revoked, ended]) expect((await watch(path)).status).toBe(200);
      expect((await of('DELETE', `share/${revoked.id}`)).json.revokedAtMs).toBe(nowMs);
      nowMs += 60_001;
      const never = `/watch/${'x'.repeat(43)}`;
      const seen = await Promise.all(
        [revoked.path, ended.path, never].map(async (path) => {
          const answers = [
            await watch(path),
            await watch(`${path}/film`),
            await watch(`${path}/comments`),
            await say(path, {}),
          ];
          return Promise.all(
            answers.map(async (answer) => [
              answer.status,
              (await answer.text()).replace(/"requestId":"[^"]*"/, ''),
            ]),
          );
        }),
      );
      expect(seen[0]?.map(([status]) => status)).toEqual([404, 404, 404, 404]);
      expect(seen[1]).toEqual(seen[0]);
      expect(seen[2]).toEqual(seen[0]);
      const { shares } = (await of('GET', 'share')).json;
      expect(shares).toHaveLength(2);
      expect(JSON.stringify(shares)).not.toContain(revoked.path.slice(7));
      nowMs += 600_000;
    });

    test('with a password shows nothing until it is given; a pass of one link opens no other', async () => {
      const { share, publish } = await openProject();
      await publish();
      const [one, two] = [await share({ password: 'open sesame' }), await share({ password: 'open sesame' })];
      const unlock = (path: string, password: string) =>
        watch(`${path}/unlock`, { method: 'POST', body: new URLSearchParams({ password }) });
      expect(await (await watch(one.path)).text()).not.toContain('<video');
      expect((await watch(`${one.path}/film`)).status).toBe(404);
      expect((await watch(`${one.path}/comments`)).status).toBe(404);
      expect((await say(one.path, {})).status).toBe(404);
      const wrong = await unlock(one.path, 'open Sesame');
      expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([403, null]);
      const right = await unlock(one.path, 'open sesame');
      expect([right.status, right.headers.get('location')]).toEqual([303, one.path]);
      const set = right.headers.get('set-cookie') ?? '';
      expect(set).toMatch(new RegExp(`^watch=[^;]+; Path=${one.path}; .*HttpOnly; SameSite=Lax`));
      const headers = { cookie: set.split(';')[0] ?? '' };
      expect(await (await watch(one.path, { headers })).text()).toContain('<video');
      expect((await watch(`${one.path}/film`, { headers })).status).toBe(302);
      expect((await watch(`${two.path}/film`, { headers })).status).toBe(404);
      nowMs += 13 * 3_600_000;
      expect((await watch(`${one.path}/film`, { headers })).status).toBe(404);
    });

    test('cannot be found by trying: passwords and addresses are counted', async () => {
      const { share } = await openProject();
      const { path } = await share({ password: 'open sesame' });
      const statuses: number[] = [];
      for (let n = 0; n < 10; n++) {
        const body = new URLSearchParams({ password: `guess ${n}` });
        statuses.push((await watch(`${path}/unlock`, { method: 'POST', body })).status);
      }
      expect(statuses).toEqual([...Array(8).fill(403), 429, 429]);
      const right = new URLSearchParams({ password: 'open sesame' });
      expect((await watch(`${path}/unlock`, { method: 'POST', body: right })).status).toBe(429);
      nowMs += 60_000;
      expect((await watch(`${path}/unlock`, { method: 'POST', body: right })).status).toBe(303);
      const misses: number[] = [];
      for (let n = 0; n < 30; n++) misses.push((await watch(`/watch/${'y'.repeat(40)}${100 + n}`)).status);
      expect(misses.filter((status) => status === 404).length).toBeLessThanOrEqual(20);
      expect(misses.at(-1)).toBe(429);
      expect((await watch(path)).status).toBe(200);
      nowMs += 600_000;
    });

    test('is logged nowhere, and its page lets nothing in from elsewhere', async () => {
      const { share, publish } = await openProject();
      await publish();
      const { path } = await share({ title: '<img src=x onerror=alert(1)>' });
      const answer = await watch(path, { headers: { 'accept-language': 'de-AT,de;q=0.9' } });
      const html = await answer.text();
      expect(html).toContain('&lt;img src=x');
      expect(html).not.toContain('<img');
      expect(html).toContain('Kommentare');
      expect(answer.headers.get('content-security-policy')).toContain(
        "default-src 'none'; script-src 'self'",
      );
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(JSON.stringify(service.logged)).not.toContain(path.slice(7));
    });
  });

  describe('comments', () => {
    test('come to the project on the shot that was seen, are answered and resolved, and watchers see that', async () => {
      const { of, share, publish } = await openProject();
      await publish();
      const { path } = await share();
      const said = await (await say(path, { text: '<b>Too dark</b>' })).json();
      const page = (await of('GET', 'comments')).json;
      expect(page.comments).toMatchObject([
        { text: '<b>Too dark</b>', byMaker: false, atMs: 4_500, shotId: 'shot-2', shotOffsetMs: 500, seq: 1 },
      ]);
      const answer = { id: randomUUID(), name: 'Anna', text: 'Brighter now', parentId: said.id, atMs: null };
      expect((await of('POST', 'comments', answer)).json).toMatchObject({ byMaker: true, seq: 2 });
      expect((await of('POST', 'comments', answer)).json).toMatchObject({ byMaker: true, seq: 2 });
      expect((await of('POST', `comments/${said.id}`, { change: 'resolve' })).json.resolvedAtMs).toBe(nowMs);
      const seen = await (await watch(`${path}/comments?after=1`)).json();
      expect(seen).toMatchObject({
        comments: [
          { text: 'Brighter now', parentId: said.id },
          { id: said.id, resolvedAtMs: nowMs },
        ],
        seq: 3,
      });
      expect(JSON.stringify(seen)).not.toContain('user_anna');
      await of('POST', `comments/${said.id}`, { change: 'remove' });
      expect((await of('GET', 'comments?after=3')).json).toMatchObject({ comments: [], removed: [said.id] });
      expect(await (await say(path, { parentId: said.id })).json()).toMatchObject({
        error: { code: 'sync.no-comment' },
      });
    });

    test('of somebody else’s page, without words, too long or too many are not taken', async () => {
      const { of, share, publish } = await openProject();
      await publish();
      const { path } = await share();
      const refused = [
        await say(path, {}, { 'sec-fetch-site': 'cross-site' }),
        await say(path, {}, { 'content-type': 'text/plain' }),
        await say(path, { text: '  ' }),
        await say(path, { text: 'x'.repeat(4_001) }),
        await say(path, { name: '' }),
      ];
      expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
      expect((await say(path, { text: 'x'.repeat(40_000) })).status).toBe(413);
      const statuses: number[] = [];
      for (let n = 0; n < 6; n++) statuses.push((await say(path, { text: `${n}` })).status);
      expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
      expect((await of('GET', 'comments')).json.comments).toHaveLength(4);
    });

    test('are closed by link by whoever made it; the film may still be watched, and others may still comment', async () => {
      const { ask, of, share, publish } = await openProject();
      await publish();
      const [closed, open] = [await share(), await share()];
      const close = (commentsClosed: boolean) => of('POST', `share/${closed.id}`, { commentsClosed });
      expect((await close(true)).json.commentsClosedAtMs).toBe(nowMs);
      const refused = await say(closed.path, {});
      expect([refused.status, (await refused.json()).error.code]).toEqual([403, 'sync.no-access']);
      const page = await (await watch(closed.path)).text();
      expect(page).toContain('Comments by this link are closed.');
      expect(page).toContain('<video');
      expect(page).not.toContain('<form');
      expect((await say(open.path, {})).status).toBe(200);
      expect((await close(false)).json.commentsClosedAtMs).toBeNull();
      expect((await say(closed.path, {})).status).toBe(200);
      const { entries } = (await ask('GET', '/api/audit')).json;
      const actions = entries.map(({ action }: { action: string }) => action);
      expect(actions).toEqual(expect.arrayContaining(['share.comments-closed', 'share.comments-opened']));
    });

    test('keep what people typed and nothing that turns or hides the words around it', async () => {
      const { of, share, publish } = await openProject();
      await publish();
      const { path } = await share();
      const text = '<script>alert(1)</script>\u202Egnp.exe\u0000\n👩‍👩‍👧 مرحبا';
      expect((await say(path, { name: 'Ada\u202E\u200B', text })).status).toBe(200);
      expect((await of('GET', 'comments')).json.comments).toMatchObject([
        { name: 'Ada', text: '<script>alert(1)</script>gnp.exe\n👩‍👩‍👧 مرحبا' },
      ]);
      for (const nothing of [{ text: '\u200B\u2066' }, { name: '\u200D\u2060' }])
        expect((await say(path, nothing)).status).toBe(400);
    });

    test('come in pages where there are thousands, and captions by themselves', async () => {
      const { id, of, share, publish } = await openProject();
      await publish({ captions: 'WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nHello.\n' });
      const { path } = await share();
      const root = openPool({ url: service.postgres.url, connections: 1, connectTimeoutMs: 5_000 });
      await root.query(
        `insert into reelwright.comments (project_id, id, seq, name, text, at_ms, created_at_ms)
         select $1, 'many-' || n, n, 'Willa', 'Too dark', 0, 0 from generate_series(1, 2500) n`,
        [id],
      );
      await root.end();
      const sizes: number[] = [];
      for (let after = 0; ; ) {
        const page = (await (await watch(`${path}/comments?after=${after}`)).json()) as {
          comments: [];
          seq: number;
        };
        sizes.push(page.comments.length);
        if (page.seq === after) break;
        after = page.seq;
      }
      expect(sizes).toEqual([1_000, 1_000, 500, 0]);
      expect((await of('GET', 'comments?after=2400')).json.comments).toHaveLength(100);
      expect(await (await watch(path)).text()).toContain(`<track kind="captions" src="${path}/captions"`);
      const captions = await watch(`${path}/captions`);
      expect(captions.headers.get('content-type')).toContain('text/vtt');
      expect(await captions.text()).toContain('Hello.');
    });

    test('that come at once have numbers without a gap', async () => {
      const { of } = await openProject();
      const one = (n: number) => ({ id: randomUUID(), name: 'Anna', text: `${n}`, parentId: null, atMs: 0 });
      await Promise.all(Array.from({ length: 12 }, (_, n) => of('POST', 'comments', one(n))));
      const { comments } = (await of('GET', 'comments')).json;
      expect(comments.map(({ seq }: { seq: number }) => seq)).toEqual(
        Array.from({ length: 12 }, (_, n) => n + 1),
      );
    });
  });

  describe('the data of an account', () => {
    test('are all in its export, and none are left after its end', async () => {
      const { id, ask, of, share, publish } = await openProject('user_leaves');
      const other = await openProject('user_stays');
      await publish();
      const { path } = await share();
      await say(path, { text: 'Too dark' });
      const { text } = await ask('GET', '/api/account/export');
      const lines = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.at(-1)).toEqual({ complete: true });
      expect(new Set(lines.slice(0, -1).map(({ table }) => table))).toEqual(
        new Set(['projects', 'shares', 'cuts', 'comments', 'media_files', 'audit']),
      );
      expect(text).not.toMatch(/user_stays|tokenHash|passwordHash/);
      const [{ row: file }] = lines.filter(({ table }) => table === 'media_files');
      const fetched = await fetch(file.fetch.url, { headers: file.fetch.headers });
      expect(Buffer.compare(Buffer.from(await fetched.arrayBuffer()), film)).toBe(0);
      const folder = Buffer.from('user_leaves').toString('base64url');
      expect(storage.keys().filter((key) => key.startsWith(`u/${folder}/`))).toHaveLength(1);
      const { entries } = (await ask('GET', '/api/audit')).json;
      expect(entries.map(({ action }: { action: string }) => action)).toEqual([
        'account.exported',
        'share.created',
        'cut.published',
        'session.started',
      ]);
      expect((await ask('DELETE', '/api/account', { confirm: 'yes' })).json.error.code).toBe(
        'sync.bad-request',
      );
      expect((await of('GET', 'share')).status).toBe(200);
      const gone = await ask('DELETE', '/api/account', { confirm: 'delete my account' });
      expect(gone.json).toMatchObject({ deleted: { projects: 1, files: 1 }, filesLeft: 0 });
      expect(storage.keys().filter((key) => key.startsWith(`u/${folder}/`))).toEqual([]);
      expect(gone.json.kept.join(' ')).toContain('a day');
      expect((await ask('GET', '/api/projects')).json.error.code).toBe('sync.signed-out');
      expect((await watch(path)).status).toBe(404);
      const back = await service.token('user_leaves', { sid: 'sess_new' });
      expect((await askService(service, back, 'GET', '/api/projects')).json.projects).toEqual([]);
      // But for the sign-in that looks.
      const { entries: later } = (await askService(service, back, 'GET', '/api/audit')).json;
      expect(later.filter(({ subject }: { subject: string }) => subject !== 'sess_new')).toEqual([]);
      expect((await askService(service, back, 'GET', `/api/projects/${id}`)).status).toBe(404);
      expect((await other.of('GET', 'comments')).status).toBe(200);
    });
  });
});
