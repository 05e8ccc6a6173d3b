import { randomUUID } from 'node:crypto';
import { createHttpSyncService } from '../../adapters/sync-service/create-http-sync-service.ts';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import { createUuidV7Ids } from '../../adapters/system/uuid-v7-ids.ts';
import type { SyncService } from '../../core/ports/sync-service.ts';
import { openStore } from '../../core/store/open-store.ts';
import type { SyncedRows } from '../../core/store/synced-rows.ts';
import { exchange } from '../../core/sync/exchange.ts';
import { createServiceClock } from '../../core/sync/service-clock.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import { sampleRow } from '../builders/any-row.ts';

/** Where this process ends itself, as if the power went. The other points lie at the service's end of the line. */
export const ownSyncKillPoints = [
  'edited',
  'marked-sending',
  'push-answered',
  'acknowledged',
  'pull-answered',
  'merged',
] as const;
export type OwnSyncKillPoint = (typeof ownSyncKillPoints)[number];

export const killedProjectId = 'film-of-two' as ProjectId;
/** Shots that each run adds before it exchanges. */
const shotsARun = 3;

export interface KillableSyncRun {
  readonly home: string;
  readonly origin: string;
  /** Whose device it is, as the service at `origin` knows them. */
  readonly token?: string;
  /** The first shot's number; what is there already is not added again. */
  readonly from: number;
  /** null to run to the end. */
  readonly kill: OwnSyncKillPoint | null;
}

export function killedShot(id: string, over: Partial<Shot> = {}): Shot {
  return sampleRow('shot', { id: id as Shot['id'], projectId: killedProjectId, description: id, ...over });
}

/** A device that edits a film and exchanges until nothing waits; started as its own process. */
async function run({ home, origin, token = 'token', from, kill }: KillableSyncRun): Promise<void> {
  const point = (name: OwnSyncKillPoint): void => {
    if (kill === name) process.kill(process.pid, 'SIGKILL');
  };
  const clock = createSystemClock();
  const holder = { what: 'a test', pid: process.pid };
  const store = unwrap(openStore({ home, clock, ids: createUuidV7Ids(clock), holder }));
  const http = createHttpSyncService({
    ...{ origin: new URL(origin), clock, token: async () => ok(token) },
    timeouts: { connectMs: 5_000, answerMs: 20_000, silenceMs: 20_000 },
  });
  const commit = (change: ReturnType<typeof addChange>): void =>
    void unwrap(
      store.commit(patchOf([change]), { projectId: killedProjectId, label: 'Edit', undoable: false }),
    );
  if (store.row('project', killedProjectId) === null) {
    store.transaction(() => {
      commit(addChange('project', sampleRow('project', { id: killedProjectId, trashedAtMs: null })));
      store.sync.begin(killedProjectId, 'here');
    });
  }
  for (let number = from; number < from + shotsARun; number++) {
    const shot = killedShot(`shot-${number}`);
    if (store.row('shot', shot.id) === null) commit(addChange('shot', shot));
  }
  point('edited');
  const rows = watchedRows(store.sync, point);
  const parts = {
    rows,
    service: watchedService(http, point),
    clock,
    serviceClock: createServiceClock(clock, store.sync.followClock),
    deviceId: () => store.deviceId,
    deviceName: () => 'killed',
    newBatchId: randomUUID,
    schema: 7,
    onPhase: () => {},
    onMoved: () => {},
    signal: new AbortController().signal,
  };
  for (let tries = 0; tries < 200; tries++) {
    const done = await exchange(parts, killedProjectId, { pull: true, maySend: true });
    if (done.ok) break;
    if (done.fault.code !== 'sync.unreachable') throw new Error(done.fault.message);
    await clock.wait(20);
  }
  store.close();
}

function watchedRows(rows: SyncedRows, point: (name: OwnSyncKillPoint) => void): SyncedRows {
  return {
    ...rows,
    sending(...given) {
      rows.sending(...given);
      point('marked-sending');
    },
    acknowledge(...given) {
      const done = rows.acknowledge(...given);
      point('acknowledged');
      return done;
    },
    merge(...given) {
      const done = rows.merge(...given);
      point('merged');
      return done;
    },
  };
}

function watchedService(service: SyncService, point: (name: OwnSyncKillPoint) => void): SyncService {
  return {
    ...service,
    async push(...given) {
      const answer = await service.push(...given);
      point('push-answered');
      return answer;
    },
    async pull(...given) {
      const page = await service.pull(...given);
      point('pull-answered');
      return page;
    },
  };
}

const [order] = process.argv.slice(2);
if (import.meta.main && order !== undefined) await run(JSON.parse(order) as KillableSyncRun);
