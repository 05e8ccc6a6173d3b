import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import { createUuidV7Ids } from '../../adapters/system/uuid-v7-ids.ts';
import { formatHlc } from '../../domain/kernel/hlc.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { RowRegisters } from '../../domain/sync/row-registers.ts';
import { faultCount } from '../../testing/fault-counts.ts';
import { noteFigure } from '../../testing/note-figure.ts';
import { createModelService } from '../../testing/sync/create-model-service.ts';
import {
  type KillableSyncRun,
  killedProjectId,
  killedShot,
  type OwnSyncKillPoint,
  ownSyncKillPoints,
} from '../../testing/sync/killable-sync.ts';
import { serveModelService } from '../../testing/sync/serve-model-service.ts';
import { openStore } from '../store/open-store.ts';

/** Where the service ends: before it did what it was asked, and after it, with nobody told. */
const farPoints = ['service-before-push', 'service-after-push', 'service-before-pull'] as const;
const points = [...ownSyncKillPoints, ...farPoints];
const kills = faultCount(200, 9);

const clock = createSystemClock();
const signal = new AbortController().signal;

function runDevice(order: KillableSyncRun): Promise<number | NodeJS.Signals | null> {
  const program = new URL('../../testing/sync/killable-sync.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve) => child.on('exit', (code, killed) => resolve(killed ?? code)));
}

/** A shot as another device sends it. */
function farShot(number: number): RowRegisters {
  const stamp = formatHlc({ ms: clock.nowMs(), counter: number, device: 'far' });
  const shot = killedShot(`far-${number}`);
  return { e: 'shot', id: shot.id, b: stamp, v: JSON.parse(JSON.stringify(shot)) };
}

test(`killed at ${kills} points on either side, no edit is lost and none is there twice`, async () => {
  const home = mkdtempSync(join(tmpdir(), 'reelwright-kill-sync-'));
  const model = createModelService(clock);
  const line = model.line();
  unwrap(await line.createProject({ id: killedProjectId, title: 'Two', organisationId: null }, signal));
  const served = await serveModelService(line);
  try {
    for (let kill = 0; kill < kills; kill++) {
      const at = points[kill % points.length];
      const far = farPoints.find((one) => one === at);
      let struck = false;
      served.intercept = (request, response) => {
        const isPush = request.url?.includes('/push') === true;
        if (struck || far === undefined || isPush !== far.endsWith('push')) return false;
        struck = true;
        // After: the batch is applied, and its answer goes nowhere.
        if (far === 'service-after-push') response.end = (() => response.destroy()) as typeof response.end;
        else request.socket.destroy();
        return far !== 'service-after-push';
      };
      const row = farShot(kill);
      const batch = {
        device: 'far',
        schema: 7,
        batch: kill + 1,
        upTo: row.b,
        cursor: model.head(killedProjectId),
      };
      unwrap(await line.push(killedProjectId, { ...batch, rows: [row] }, signal));
      const own = ownSyncKillPoints.find((one): one is OwnSyncKillPoint => one === at) ?? null;
      const ended = await runDevice({ home, origin: served.origin.href, from: kill * 3, kill: own });
      expect(ended, at).toBe(own === null ? 0 : 'SIGKILL');
      expect(struck || far === undefined, at).toBe(true);
    }
    served.intercept = () => false;
    expect(await runDevice({ home, origin: served.origin.href, from: 0, kill: null })).toBe(0);

    const ids = createUuidV7Ids(clock);
    const store = unwrap(openStore({ home, clock, ids, holder: { what: 'a test', pid: process.pid } }));
    const here = store.rows('shot', killedProjectId).map(({ id }) => String(id));
    expect(store.sync.waiting(killedProjectId)).toBe(0);
    store.close();
    const wanted = Array.from({ length: kills }, (_, kill) => [
      `far-${kill}`,
      ...[0, 1, 2].map((more) => `shot-${kill * 3 + more}`),
    ]).flat();
    expect(here.toSorted()).toEqual(wanted.toSorted());
    // Each travelled in one applied batch, and each batch was applied once.
    const sent = model.pushes.flatMap(({ rows }) => rows.filter(({ e }) => e === 'shot').map(({ id }) => id));
    expect(sent.toSorted()).toEqual(wanted.toSorted());
    const batches = model.pushes.map(({ device, batch }) => `${device} ${batch}`);
    expect(new Set(batches).size).toBe(batches.length);
    expect(model.rowCount(killedProjectId)).toBe(wanted.length + 1);
    noteFigure('sync killed', { kills, edits: wanted.length });
  } finally {
    await served.close();
    rmSync(home, { recursive: true, force: true });
  }
});
