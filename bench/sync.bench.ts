import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpSyncService } from '../src/adapters/sync-service/create-http-sync-service.ts';
import { createSystemClock } from '../src/adapters/system/system-clock.ts';
import { createUuidV7Ids } from '../src/adapters/system/uuid-v7-ids.ts';
import { createKeptRemotes } from '../src/core/machine-state/kept-remotes.ts';
import { bundledMigrations } from '../src/core/store/migrations/bundled.ts';
import { openStore } from '../src/core/store/open-store.ts';
import type { Store } from '../src/core/store/store.ts';
import { createSyncEngine, type SyncEngine } from '../src/core/sync/sync-engine.ts';
import { addChange, patchOf, updateChange } from '../src/domain/kernel/patch.ts';
import { ok, unwrap } from '../src/domain/kernel/result.ts';
import { makeProject, makeShot } from '../src/testing/builders/story-rows.ts';
import { makeClip, makeTracks, testProjectId } from '../src/testing/builders/timeline-rows.ts';
import { createSeededRandom } from '../src/testing/seeded-random.ts';
import { median, percentile, type Row, row } from './row.ts';
import { type ServiceProcess, startServiceProcess } from './service/start-service-process.ts';

const clips = 10_000;
const shots = 2_000;
const firstSyncs = 3;
const edits = 80;

interface Device {
  readonly store: Store;
  readonly engine: SyncEngine;
  /** Resolves when nothing waits on this device and it has merged all that the service has. */
  untilEven(): Promise<void>;
  close(): Promise<void>;
}

/** The part of a studio that faces the service, over a data folder on the disk. */
function openDevice({ port, keys }: ServiceProcess, person: string, folder: string): Device {
  const clock = createSystemClock();
  const holder = { what: 'a bench', pid: process.pid };
  const store = unwrap(openStore({ home: folder, clock, ids: createUuidV7Ids(clock), holder }));
  let wake: (() => void)[] = [];
  const engine: SyncEngine = createSyncEngine({
    ...{ store, rows: store.sync, clock, random: Math.random, schema: bundledMigrations.length },
    service: createHttpSyncService({
      origin: new URL(`http://127.0.0.1:${port}`),
      token: async () => ok(await keys.sign({ sub: person }, { lifetimeS: 3_600 })),
      clock,
    }),
    isServiceSet: () => true,
    deviceName: () => 'a bench',
    known: createKeptRemotes(folder, false),
    onChange: () => {
      for (const resolve of wake) resolve();
      wake = [];
    },
    onRefused: (_projectId, fault) => {
      throw new Error(fault.message);
    },
    report: (fault) => {
      throw new Error(fault.message);
    },
  });
  engine.start();
  return {
    store,
    engine,
    async untilEven() {
      for (;;) {
        const [project] = engine.projects();
        if (project?.state.kind === 'up-to-date' && project.waitingRows === 0) return;
        if (project?.state.kind === 'refused') throw new Error(project.state.message);
        await new Promise<void>((resolve) => wake.push(resolve));
      }
    },
    async close() {
      await engine.close();
      store.close();
    },
  };
}

/**
 * The first sync of a long film: from a device that has it to the service, and from there to another device; then edits on one of
 * two open devices, until they are committed on the other. Service and PostgreSQL are processes of their own, on the same computer.
 */
export async function run(): Promise<Row[]> {
  const service = await startServiceProcess();
  const root = mkdtempSync(join(tmpdir(), 'reelwright-bench-sync-'));
  const sentMs: number[] = [];
  const fetchedMs: number[] = [];
  const told = { edit: [] as number[], way: [] as number[] };
  try {
    for (let n = 0; n < firstSyncs; n++) {
      const here = openDevice(service, `person-${n}`, join(root, `here-${n}`));
      const there = openDevice(service, `person-${n}`, join(root, `there-${n}`));
      writeFilm(here.store, n);
      const projectId = filmOf(n);
      let beganMs = performance.now();
      unwrap(await here.engine.turnOn(projectId, null));
      await here.untilEven();
      sentMs.push(performance.now() - beganMs);
      beganMs = performance.now();
      unwrap(await there.engine.openHere(projectId));
      await there.untilEven();
      fetchedMs.push(performance.now() - beganMs);
      if (there.store.rows('item', projectId).length !== clips) throw new Error('clips are missing');
      if (n === firstSyncs - 1) await editBack(service, here, there, told);
      await here.close();
      await there.close();
    }
  } finally {
    await service.stop();
    rmSync(root, { recursive: true, force: true });
  }
  const both = sentMs.map((ms, n) => ms + (fetchedMs[n] ?? 0));
  const named = (name: string, ms: number, goal: number | null, runs: number): Row =>
    row({ name: `sync: ${name}`, value: ms, unit: 'ms', goal, better: 'lower', runs });
  const wayMs = median(told.way);
  return [
    named(`a film of ${clips} clips, sent for the first time`, median(sentMs), 5_000, firstSyncs),
    named('the same, fetched by another device', median(fetchedMs), 5_000, firstSyncs),
    named('both', median(both), 5_000, firstSyncs),
    named('a round trip to the service', wayMs, null, told.way.length),
    named('an edit, until it is on the other open device, p50', median(told.edit), null, edits),
    named(
      'an edit, until it is on the other open device, p95',
      percentile(told.edit, 0.95),
      Math.round(wayMs + 200),
      edits,
    ),
  ];
}

const filmOf = (n: number) => `${testProjectId}-${n}` as typeof testProjectId;

function writeFilm(store: Store, n: number): void {
  const projectId = filmOf(n);
  const own = <R extends { readonly id: string }>(made: R): R => ({
    ...made,
    id: `${made.id}-${n}`,
    projectId,
  });
  const changes = [
    addChange('project', makeProject({ id: projectId })),
    ...makeTracks().map((track) => addChange('track', own(track))),
    ...Array.from({ length: shots }, (_, i) => addChange('shot', own(makeShot(`shot-${i}`, `a${i}`)))),
    ...Array.from({ length: clips }, (_, i) =>
      addChange('item', {
        ...own(makeClip(`item-${i}`, 24, { order: `a${i}` })),
        trackId: `main-${n}` as never,
      }),
    ),
  ];
  unwrap(store.commit(patchOf(changes), { projectId, label: 'A film', undoable: false }));
}

/** Edits here, and when each is committed there. They come at any time, like a person's. */
async function editBack(
  { port }: ServiceProcess,
  here: Device,
  there: Device,
  told: { readonly edit: number[]; readonly way: number[] },
): Promise<void> {
  const projectId = filmOf(firstSyncs - 1);
  const random = createSeededRandom('edits of a person');
  let arrived: { readonly value: string; readonly resolve: () => void } | null = null;
  const stop = there.store.onCommit((patch) => {
    for (const change of patch.changes) {
      if (change.kind === 'update' && change.fields['mood']?.to === arrived?.value) arrived?.resolve();
    }
  });
  for (let edit = 0; edit < edits; edit++) {
    await new Promise((resolve) => setTimeout(resolve, random.int(50, 400)));
    const askedMs = performance.now();
    await (await fetch(`http://127.0.0.1:${port}/health`)).text();
    told.way.push(performance.now() - askedMs);
    const shot = here.store.row('shot', `shot-${random.int(0, shots - 1)}-${firstSyncs - 1}`);
    if (shot === null) throw new Error('the film has shots');
    const value = `mood ${edit}`;
    const there = new Promise<void>((resolve) => {
      arrived = { value, resolve };
    });
    const change = updateChange('shot', shot, { mood: value });
    const editedMs = performance.now();
    if (change !== null) {
      unwrap(here.store.commit(patchOf([change]), { projectId, label: 'Edit', undoable: true }));
    }
    await there;
    told.edit.push(performance.now() - editedMs);
  }
  stop();
}
