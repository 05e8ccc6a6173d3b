import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatHlc } from '../domain/kernel/hlc.ts';
import type { RowRegisters } from '../domain/sync/row-registers.ts';
import { pushedJob } from '../testing/builders/pushed-rows.ts';
import { askService } from '../testing/service/ask-service.ts';
import { startTestService, type TestService } from '../testing/service/start-test-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

const film = { id: 'film', title: 'Signal', organisationId: null };
const batchOf = (batch: number, projectId = 'odd', v: RowRegisters['v'] = {}) => {
  const b = formatHlc({ ms: Date.now(), counter: batch, device: 'laptop' });
  const state = batch % 2 ? 'done' : 'queued';
  const rows = [pushedJob(projectId, `job-${batch}`, b, { state, ...v })];
  return { device: 'laptop', schema: 7, batch, upTo: b, cursor: 0, rows };
};

test('jobs of what a person sees can be looked through by project and state', async () => {
  const token = await service.token('user_jobs');
  for (const id of ['jobs-1', 'jobs-2']) {
    await askService(service, token, 'POST', '/api/projects', { ...film, id });
    for (const batch of [1, 2]) {
      await askService(service, token, 'POST', `/api/projects/${id}/push`, batchOf(batch, id));
    }
  }
  const list = async (query: string) =>
    (await askService(service, token, 'GET', `/api/conversions${query}`)).json.conversions;
  expect(await list('')).toHaveLength(4);
  expect(await list('?limit=3')).toHaveLength(3);
  expect(await list('?project=jobs-2&state=done')).toMatchObject([
    { id: 'job-1', projectId: 'jobs-2', state: 'done' },
  ]);
  // Page by page each of them once, last changed first, with a state or without.
  const pages = async (query: string): Promise<string[]> => {
    const found: string[] = [];
    for (let after = ''; ; ) {
      const { json } = await askService(service, token, 'GET', `/api/conversions?limit=1${query}${after}`);
      found.push(
        ...json.conversions.map(({ id, projectId }: Record<string, string>) => `${projectId} ${id}`),
      );
      if (json.next === null) return found;
      expect(json.conversions).toHaveLength(1);
      after = `&after=${json.next}`;
    }
  };
  expect(await pages('')).toEqual(['jobs-2 job-2', 'jobs-1 job-2', 'jobs-2 job-1', 'jobs-1 job-1']);
  expect(await pages('&state=done')).toEqual(['jobs-2 job-1', 'jobs-1 job-1']);
  expect((await askService(service, token, 'GET', '/api/conversions?after=nonsense')).status).toBe(400);
  const stranger = await service.token('user_stranger');
  const seen = await askService(service, stranger, 'GET', '/api/conversions?project=jobs-2');
  expect(seen.json).toEqual({ conversions: [], next: null });
  const one = await askService(service, token, 'GET', '/api/conversions/job-2');
  expect(one.json).toMatchObject({ id: 'job-2', state: 'queued' });
  expect((await askService(service, token, 'GET', '/api/conversions/none')).status).toBe(404);
});

test('a plan holds so many projects, and the page of usage says so', async () => {
  const make = async (n: number, pla?: string) =>
    askService(
      service,
      await service.token('user_plan', pla === undefined ? {} : { pla }),
      'POST',
      '/api/projects',
      {
        ...film,
        id: `plan-${n}`,
      },
    );
  for (const n of [1, 2, 3]) expect((await make(n)).status).toBe(200);
  const refused = await make(4);
  expect({ status: refused.status, code: refused.json.error.code }).toEqual({
    status: 402,
    code: 'sync.over-quota',
  });
  // One that is there already is no new one.
  expect((await make(3)).status).toBe(200);
  expect((await make(4, 'u:creator')).status).toBe(200);
  const { json } = await askService(service, await service.token('user_plan'), 'GET', '/api/usage');
  expect(json).toMatchObject({ plan: 'free', quota: { projects: 3 }, used: { projects: 4 } });
});

describe('an answer', () => {
  test('names its request, which the caller may have named', async () => {
    const token = await service.token('user_ids');
    const own = await askService(service, token, 'GET', '/api/nothing');
    expect(own.json.error).toMatchObject({
      code: 'sync.no-route',
      requestId: own.headers.get('x-request-id'),
    });
    const named = await fetch(`${service.origin}/health`, { headers: { 'x-request-id': 'from-outside-1' } });
    expect(named.headers.get('x-request-id')).toBe('from-outside-1');
    const odd = await fetch(`${service.origin}/health`, { headers: { 'x-request-id': 'a"b{}' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });

  test('to what cannot be read is a refusal with its place, never a failure', async () => {
    const token = await service.token('user_odd');
    await askService(service, token, 'POST', '/api/projects', { ...film, id: 'odd' });
    const push = (body: unknown) => askService(service, token, 'POST', '/api/projects/odd/push', body);
    const odd: unknown[] = [
      '{"half":',
      '[]',
      '',
      { ...batchOf(1), device: 'a\0b' },
      { ...batchOf(1), rows: [{ e: 'shot', id: 'a\0b', b: batchOf(1).upTo, v: {} }] },
      { ...batchOf(1), rows: [{ e: 'nothing', id: 'a', b: batchOf(1).upTo, v: {} }] },
      { ...batchOf(1), rows: [{ e: 'shot', id: 'a', b: 'yesterday', v: {} }] },
    ];
    for (const body of odd) {
      const { status, json } = await push(body);
      expect({ body, status, code: json.error.code }).toEqual({
        body,
        status: 400,
        code: 'sync.bad-request',
      });
    }
    for (const query of ['after=-1', 'after=x', 'limit=0', 'limit=99999', 'from=1.5']) {
      expect((await askService(service, token, 'GET', `/api/projects/odd/pull?${query}`)).status).toBe(400);
    }
    const odder = await push(
      batchOf(1, 'odd', { text: '\0 and \ud83d and {}', nested: { a: [null, 1e300] } }),
    );
    expect(odder.status).toBe(200);
  });

  test('to a body that is too large comes before the body is read', async () => {
    const token = await service.token('user_large');
    const large = await askService(service, token, 'POST', '/api/projects', 'x'.repeat(17 * 1024 * 1024));
    expect({ status: large.status, code: large.json.error.code }).toEqual({
      status: 413,
      code: 'sync.too-large',
    });
  });

  test('to somebody who asks too often says when to come again, and others are not held up', async () => {
    const still = Date.now();
    const stopped = await startTestService({ now: () => still });
    const token = await stopped.token('user_often');
    const asked = await Promise.all(
      Array.from({ length: 301 }, () => askService(stopped, token, 'GET', '/api/members')),
    );
    expect(asked.filter(({ status }) => status === 403)).toHaveLength(300);
    const refused = asked.find(({ status }) => status === 429);
    expect(refused?.json.error).toMatchObject({ code: 'sync.busy', retryAfterMs: 34 });
    expect(refused?.headers.get('retry-after')).toBe('1');
    const other = await askService(stopped, await stopped.token('user_other'), 'GET', '/api/projects');
    expect(other.status).toBe(200);
    await stopped.stop();
  });
});

test('what it does is counted, without names of people or projects', async () => {
  const { text } = await askService(service, null, 'GET', '/metrics');
  expect(text).toMatch(/reelwright_request_seconds_count\{route="\/api\/projects\/:id\/push",method="POST"/);
  expect(text).toMatch(/reelwright_refusals_total\{code="sync.over-quota"\} 1/);
  expect(text).toMatch(/reelwright_database_connections\{state="idle"\}/);
  expect(text).not.toMatch(/user_(jobs|plan|often)|jobs-1/);
});

describe('a stream of changes', () => {
  const listen = async (token: string, lastEventId?: string) => {
    const stop = new AbortController();
    const answer = await fetch(`${service.origin}/api/live`, {
      headers: { authorization: `Bearer ${token}`, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
      signal: stop.signal,
    });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    return {
      stop: () => stop.abort(),
      /** Reads until the text holds it; false where the stream ends before. */
      async until(what: string): Promise<boolean> {
        while (!text.includes(what)) {
          const piece = await reader?.read().catch(() => undefined);
          if (piece === undefined || piece.done) return false;
          text += piece.value;
        }
        return true;
      },
      id: () => /id: (\d+)/.exec(text)?.[1],
      text: () => text,
    };
  };

  test('tells of a push within moments, goes on where it broke off, and ends with the service', async () => {
    const token = await service.token('user_live');
    await askService(service, token, 'POST', '/api/projects', { ...film, id: 'live' });
    const first = await listen(token);
    expect(await first.until(': here')).toBe(true);
    await askService(service, token, 'POST', '/api/projects/live/push', batchOf(1, 'live'));
    const pushedAtMs = performance.now();
    expect(await first.until('"head":1')).toBe(true);
    expect(performance.now() - pushedAtMs).toBeLessThan(2_000);
    first.stop();
    await askService(service, token, 'POST', '/api/projects/live/push', batchOf(2, 'live'));
    const second = await listen(token, first.id());
    expect(await second.until('"head":2')).toBe(true);
    // Somebody else's stream says nothing of it.
    const stranger = await listen(await service.token('user_stranger'));
    expect(await stranger.until(': here')).toBe(true);
    await askService(service, token, 'POST', '/api/projects/live/push', batchOf(3, 'live'));
    expect(await second.until('"head":3')).toBe(true);
    const { text } = await askService(service, null, 'GET', '/metrics');
    expect(text).toMatch(/reelwright_open_streams [23]/);
    const begun = performance.now();
    await service.restart();
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(await second.until('never')).toBe(false);
    expect(await stranger.until('never')).toBe(false);
    expect(stranger.text()).not.toContain('live');
    expect((await askService(service, token, 'GET', '/api/projects/live')).json.head).toBe(3);
  });
});
