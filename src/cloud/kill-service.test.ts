import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSystemClock } from '../adapters/system/system-clock.ts';
import { createUuidV7Ids } from '../adapters/system/uuid-v7-ids.ts';
import { openStore } from '../core/store/open-store.ts';
import { formatHlc } from '../domain/kernel/hlc.ts';
import { unwrap } from '../domain/kernel/result.ts';
import type { PullAnswer } from '../domain/sync/sync-messages.ts';
import { faultCount } from '../testing/fault-counts.ts';
import { noteFigure } from '../testing/note-figure.ts';
import { askService } from '../testing/service/ask-service.ts';
import { openKillingLine, servicePoints } from '../testing/service/killing-line.ts';
import { type SpawnedService, spawnService } from '../testing/service/spawn-service.ts';
import { startTestService } from '../testing/service/start-test-service.ts';
import {
  type KillableSyncRun,
  killedProjectId,
  killedShot,
  type OwnSyncKillPoint,
  ownSyncKillPoints,
} from '../testing/sync/killable-sync.ts';

const points = [...ownSyncKillPoints, ...servicePoints];
const kills = faultCount(200, points.length);
/** What the killed device says. */
const schema = 7;

function runDevice(order: KillableSyncRun): Promise<number | NodeJS.Signals | null> {
  const program = new URL('../testing/sync/killable-sync.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve) => child.on('exit', (code, killed) => resolve(killed ?? code)));
}

test(`killed ${kills} times, the studio's process or that of the service over PostgreSQL, no operation is lost or doubled`, async () => {
  const home = mkdtempSync(join(tmpdir(), 'reelwright-kill-service-'));
  // Its keys and its database; the service that is killed is another process on the same.
  const under = await startTestService();
  const token = await under.token('anna', {}, 7_200);
  const running: { service: SpawnedService | null } = { service: null };
  const line = await openKillingLine(async () => running.service?.end('SIGKILL'));
  const start = async (): Promise<void> => {
    await running.service?.end('SIGKILL');
    running.service = await spawnService({ databaseUrl: under.postgres.url, issuer: under.keys.issuer });
    line.port = running.service.port;
  };
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await askService(under, token, method, path, body);
    expect(answer.status, answer.text).toBe(200);
    return answer.json;
  };
  const clock = createSystemClock();
  const order = { home, origin: line.origin, token };
  try {
    await start();
    await ask('POST', '/api/projects', { id: killedProjectId, title: 'Two', organisationId: null });
    for (let kill = 0; kill < kills; kill++) {
      const at = points[kill % points.length];
      const stamp = formatHlc({ ms: clock.nowMs(), counter: kill, device: 'far' });
      const shot = killedShot(`far-${kill}`);
      const { head } = await ask('GET', `/api/projects/${killedProjectId}`);
      await ask('POST', `/api/projects/${killedProjectId}/push`, {
        ...{ device: 'far', schema, batch: kill + 1, batchId: `far-${kill}`, upTo: stamp, cursor: head },
        rows: [{ e: 'shot', id: shot.id, b: stamp, v: shot }],
      });
      const own = ownSyncKillPoints.find((one): one is OwnSyncKillPoint => one === at) ?? null;
      line.at = servicePoints.find((one) => one === at) ?? null;
      const ended = await runDevice({ ...order, from: kill * 3, kill: own });
      expect(ended, at).toBe(own === null ? 0 : 'SIGKILL');
      expect(line.at, `${at} was not reached`).toBe(null);
      if (own === null) await start();
    }
    expect(await runDevice({ ...order, from: 0, kill: null })).toBe(0);

    const ids = createUuidV7Ids(clock);
    const store = unwrap(openStore({ home, clock, ids, holder: { what: 'a test', pid: process.pid } }));
    const here = store.rows('shot', killedProjectId).map(({ id }) => String(id));
    expect(store.sync.waiting(killedProjectId)).toBe(0);
    const [place] = store.sync.places();
    store.close();
    const wanted = Array.from({ length: kills }, (_, kill) => [
      `far-${kill}`,
      ...[0, 1, 2].map((more) => `shot-${kill * 3 + more}`),
    ]).flat();
    expect(here.toSorted()).toEqual(wanted.toSorted());
    const there = (await ask(
      'GET',
      `/api/projects/${killedProjectId}/pull?after=0&from=0&limit=10000`,
    )) as PullAnswer;
    const shots = there.rows.filter(({ e }) => e === 'shot').map(({ id }) => id);
    expect(shots.toSorted()).toEqual(wanted.toSorted());
    // Every row was written once: each has one number, and there are no more numbers than rows.
    expect(there.head).toBe(there.rows.length);
    expect(place?.cursor).toBe(there.head);
    noteFigure('Studio and service killed, over PostgreSQL', {
      kills,
      edits: wanted.length,
      lost: 0,
      doubled: 0,
    });
  } finally {
    await line.close();
    await running.service?.end('SIGKILL');
    await under.stop();
    rmSync(home, { recursive: true, force: true });
  }
}, 3_600_000);
