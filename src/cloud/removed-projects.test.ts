import { expect, onTestFinished, test } from 'vitest';
import { openPool } from '../adapters/neon/connection/open-pool.ts';
import { formatHlc } from '../domain/kernel/hlc.ts';
import { pushedShot } from '../testing/builders/pushed-rows.ts';
import { askService } from '../testing/service/ask-service.ts';
import { startTestService } from '../testing/service/start-test-service.ts';

const dayMs = 86_400_000;
const film = { id: 'film', title: 'Night ferry', organisationId: null };

/** A service with a film of Anna's in it, and a clock that a test sets. */
async function begin() {
  const clock = { ms: Date.now() };
  const service = await startTestService({ now: () => clock.ms });
  onTestFinished(() => service.stop());
  const ask = async (who: string, method: string, path: string, body?: unknown) => {
    const { status, json } = await askService(service, await service.token(who), method, path, body);
    return { status, json };
  };
  const b = formatHlc({ ms: clock.ms, counter: 0, device: 'laptop' });
  const push = (batch: number) =>
    ask('anna', 'POST', '/api/projects/film/push', {
      ...{ device: 'laptop', schema: 7, batch, batchId: `b${batch}`, upTo: b, cursor: 0 },
      rows: [pushedShot('film', `shot-${batch}`, b)],
    });
  await ask('anna', 'POST', '/api/projects', film);
  expect((await push(1)).status).toBe(200);
  return { clock, service, ask, push };
}

test('a project that is removed is seen by nobody, and comes back as it was', async () => {
  const { clock, ask, push } = await begin();
  const removedAtMs = clock.ms;
  expect(await ask('anna', 'DELETE', '/api/projects/film')).toMatchObject({ status: 200 });
  expect((await ask('anna', 'GET', '/api/projects')).json.projects).toEqual([]);
  for (const [method, path] of [
    ['GET', '/api/projects/film'],
    ['GET', '/api/projects/film/pull?after=0'],
    ['DELETE', '/api/projects/film'],
    ['POST', '/api/projects/film/restore?by=ben'],
  ] as const) {
    const who = path.includes('ben') ? 'ben' : 'anna';
    expect({ path, ...(await ask(who, method, path)) }).toMatchObject({
      path,
      status: 404,
      json: { error: { code: 'sync.no-project' } },
    });
  }
  expect(await push(2)).toMatchObject({ status: 404 });
  expect((await ask('ben', 'GET', '/api/projects/removed')).json.projects).toEqual([]);
  expect((await ask('ben', 'GET', '/api/devices')).json.devices).toEqual([]);
  expect((await ask('anna', 'GET', '/api/projects/removed')).json.projects).toEqual([
    { ...film, removedAtMs, goneAtMs: removedAtMs + 30 * dayMs },
  ]);
  clock.ms += 29 * dayMs;
  expect(await ask('anna', 'POST', '/api/projects/film/restore')).toMatchObject({
    status: 200,
    json: { head: 1 },
  });
  expect((await ask('anna', 'GET', '/api/projects/removed')).json.projects).toEqual([]);
  expect((await ask('anna', 'GET', '/api/projects/film/pull?after=0')).json.rows).toHaveLength(1);
  expect(await push(2)).toMatchObject({ status: 200, json: { applied: 2, head: 2 } });
  const { entries } = (await ask('anna', 'GET', '/api/audit')).json;
  const actions = entries.map(({ action }: { action: string }) => action);
  expect(actions.filter((action: string) => action.startsWith('project.'))).toEqual([
    'project.restored',
    'project.deleted',
  ]);
});

test('thirty days later it is gone, with all that hung on it; a project that was not removed stays', async () => {
  const { clock, service, ask } = await begin();
  await ask('anna', 'POST', '/api/projects', { ...film, id: 'other' });
  await ask('anna', 'DELETE', '/api/projects/film');
  const pool = openPool({ url: service.postgres.url, connections: 1, connectTimeoutMs: 5_000 });
  onTestFinished(() => pool.end());
  const rows = async (): Promise<number> =>
    (await pool.query('select count(*)::int as n from reelwright.sync_rows')).rows[0]?.n;
  clock.ms += 30 * dayMs - 1_000;
  await service.restart();
  expect((await ask('anna', 'GET', '/api/projects/removed')).json.projects).toHaveLength(1);
  expect(await rows()).toBe(1);
  clock.ms += 2_000;
  await service.restart();
  // Closing waits for what was begun at the start.
  await service.restart();
  expect((await ask('anna', 'GET', '/api/projects/removed')).json.projects).toEqual([]);
  expect(await rows()).toBe(0);
  expect((await ask('anna', 'GET', '/api/projects')).json.projects).toMatchObject([{ id: 'other' }]);
  // A device that has it still makes it anew.
  expect(await ask('anna', 'POST', '/api/projects', film)).toMatchObject({ status: 200, json: { head: 0 } });
});

test('links to it show nothing any more, also once it is back; a device that turns sync on for it brings it back', async () => {
  const { ask } = await begin();
  const link = { title: 'For Willa', expiresAtMs: null, password: null };
  const made = await ask('anna', 'POST', '/api/projects/film/share', link);
  expect(made.status).toBe(200);
  await ask('anna', 'DELETE', '/api/projects/film');
  expect(await ask('anna', 'POST', '/api/projects', film)).toMatchObject({ status: 200, json: { head: 1 } });
  const { shares } = (await ask('anna', 'GET', '/api/projects/film/share')).json;
  expect(shares).toMatchObject([{ title: 'For Willa' }]);
  expect(shares[0].revokedAtMs).not.toBe(null);
});
