import { expect, onTestFinished, test } from 'vitest';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../domain/kernel/patch.ts';
import { emptyPatch } from '../../domain/kernel/patch.ts';
import { type Fault, unwrap } from '../../domain/kernel/result.ts';
import type { RemoteProject } from '../../domain/sync/sync-messages.ts';
import { createManualClock, type ManualClock } from '../../testing/manual-clock.ts';
import { createMemoryRows } from '../../testing/sync/create-memory-rows.ts';
import {
  createModelService,
  type ModelService,
  type Weather,
} from '../../testing/sync/create-model-service.ts';
import type { CommitOptions } from '../store/store.ts';
import type { KnownRemote } from './known-remotes.ts';
import { createSyncEngine } from './sync-engine.ts';

const film = 'film-1' as ProjectId;
const unreachable: Fault = { code: 'sync.unreachable', message: 'The line is down.' };

interface DeviceOptions {
  readonly role?: RemoteProject['role'];
  readonly schema?: number;
  /** How far its own clock is wrong. */
  readonly clockOffMs?: number;
}

/** A device with its engine; `edit` is an edit of a person. */
function createDevice(name: string, clock: ManualClock, model: ModelService, options: DeviceOptions = {}) {
  const listeners = new Set<(patch: RecordsPatch, options: CommitOptions) => void>();
  const known = new Map<string, KnownRemote>();
  const refusals = new Map<string, string | null>();
  const refused: string[] = [];
  const weather: { now: Weather } = { now: () => null };
  const ownClock = { ...clock, nowMs: () => clock.nowMs() + (options.clockOffMs ?? 0) };
  const rows = createMemoryRows(name, ownClock.nowMs);
  const faults: Fault[] = [];
  const states: string[] = [];
  const engine = createSyncEngine({
    store: {
      deviceId: name,
      row: ((_entity: string, id: string) => (id === film ? { id, title: 'Night ferry' } : null)) as never,
      onCommit: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    rows,
    service: model.line({ role: options.role ?? 'owner', weather: (question) => weather.now(question) }),
    isServiceSet: () => true,
    deviceName: () => `${name}'s`,
    clock: ownClock,
    random: () => 0.5,
    schema: options.schema ?? 7,
    known: {
      of: (id) => known.get(id) ?? null,
      note: (list) => {
        for (const one of list) known.set(one.id, one);
      },
      forget: (id) => void known.delete(id),
      refusal: (id) => refusals.get(id) ?? null,
      noteRefusal: (id, code) => void refusals.set(id, code),
    },
    onRefused: (_projectId, fault) => void refused.push(fault.code),
    onChange: () => {
      const kind = engine.projects()[0]?.state.kind ?? 'off';
      if (states.at(-1) !== kind) states.push(kind);
    },
    report: (fault) => faults.push(fault),
  });
  onTestFinished(() => engine.close());
  return {
    engine,
    rows,
    weather,
    refused,
    faults,
    states,
    state: () => engine.projects()[0]?.state,
    edit(id: string, value: string) {
      rows.write(film, id, 'description', value);
      const how = { projectId: film, label: 'Edit', undoable: true };
      for (const listener of listeners) listener(emptyPatch, how);
    },
  };
}

/** Two devices of one person, with the film on both. */
async function twoDevices() {
  const clock = createManualClock();
  const model = createModelService(clock);
  const one = createDevice('one', clock, model);
  const two = createDevice('two', clock, model);
  one.engine.start();
  two.engine.start();
  one.rows.write(film, 'shot-1', 'description', 'a ferry');
  unwrap(await one.engine.turnOn(film, null));
  await clock.advance(1_000);
  unwrap(await two.engine.openHere(film));
  await clock.advance(1_000);
  return { clock, model, one, two };
}

test('an edit on one device is on the other within a fifth of a second, and then both are up to date', async () => {
  const { clock, one, two } = await twoDevices();
  expect(two.rows.values('shot-1')).toMatchObject({ description: 'a ferry' });
  one.edit('shot-1', 'a ferry at night');
  await clock.advance(200);
  expect(two.rows.values('shot-1')).toMatchObject({ description: 'a ferry at night' });
  expect(one.state()).toMatchObject({ kind: 'up-to-date' });
  expect(two.state()).toMatchObject({ kind: 'up-to-date' });
  expect(one.engine.projects()[0]).toMatchObject({ waitingRows: 0, role: 'owner' });
  expect(one.states).toContain('sending');
});

test('edits that follow each other travel together', async () => {
  const { clock, model, one } = await twoDevices();
  const before = model.pushes.length;
  for (let at = 0; at < 20; at++) one.edit(`shot-${at}`, 'words');
  await clock.advance(500);
  expect(model.pushes.length - before).toBe(1);
  expect(model.rowCount(film)).toBe(20);
});

test('without a line edits wait, the status says since when, and all of them arrive once there is one', async () => {
  const { clock, model, one, two } = await twoDevices();
  one.weather.now = () => ({ fault: unreachable, done: false });
  const sinceMs = clock.nowMs();
  one.edit('shot-1', 'offline');
  await clock.advance(100);
  one.edit('shot-2', 'offline too');
  await clock.advance(200_000);
  expect(one.state()).toMatchObject({ kind: 'offline' });
  const state = one.state();
  expect(state?.kind === 'offline' ? state.sinceMs - sinceMs : -1).toBeLessThan(200);
  expect(one.engine.projects()[0]?.waitingRows).toBe(2);
  expect(model.rowCount(film)).toBe(1);
  one.weather.now = () => null;
  await clock.advance(70_000);
  expect(one.state()).toMatchObject({ kind: 'up-to-date' });
  expect(two.rows.values('shot-2')).toMatchObject({ description: 'offline too' });
});

test('a batch whose answer was lost is sent again under its number, and is applied once', async () => {
  const { clock, model, one } = await twoDevices();
  let lost = 0;
  one.weather.now = (question) => {
    if (question !== 'push' || lost > 0) return null;
    lost += 1;
    return { fault: unreachable, done: true };
  };
  const headBefore = model.head(film);
  one.edit('shot-1', 'once');
  await clock.advance(100);
  one.edit('shot-2', 'after it');
  await clock.advance(60_000);
  expect(lost).toBe(1);
  expect(model.head(film)).toBe(headBefore + 2);
  const batches = model.pushes.map(({ batch, device }) => `${device} ${batch}`);
  expect(new Set(batches).size).toBe(batches.length);
  expect(one.rows.waiting(film)).toBe(0);
});

test('a device does not ask for what it has just sent itself, and asks for what came between', async () => {
  const { clock, model, one, two } = await twoDevices();
  await clock.advance(5_000);
  const asked: string[] = [];
  one.weather.now = (question) => {
    asked.push(question);
    return null;
  };
  one.edit('shot-1', 'by itself');
  await clock.advance(5_000);
  expect(asked).toEqual(['push']);
  expect(one.rows.places()[0]?.cursor).toBe(model.head(film));
  asked.length = 0;
  // The other's arrives at the service while the first one's is on its way.
  one.weather.now = (question) => {
    asked.push(question);
    if (asked.length === 1) two.edit('shot-2', 'from there');
    return null;
  };
  two.weather.now = () => null;
  two.edit('shot-3', 'from there, too');
  one.edit('shot-1', 'at the same time');
  await clock.advance(5_000);
  expect(asked).toContain('pull');
  expect(one.rows.values('shot-2')).toMatchObject({ description: 'from there' });
  expect(one.rows.values('shot-3')).toMatchObject({ description: 'from there, too' });
});

test('a busy service is left alone for as long as it asks for', async () => {
  const { clock, one } = await twoDevices();
  let asked = 0;
  const busy: Fault = { code: 'sync.busy', message: 'Busy.', detail: { retryAfterMs: 30_000 } };
  one.weather.now = (question) => {
    if (question === 'push') asked += 1;
    return question === 'push' ? { fault: busy, done: false } : null;
  };
  one.edit('shot-1', 'words');
  await clock.advance(1_000);
  expect(one.state()).toMatchObject({ kind: 'waiting', code: 'sync.busy' });
  one.edit('shot-1', 'other words');
  await clock.advance(25_000);
  expect(asked).toBe(1);
  await clock.advance(10_000);
  expect(asked).toBe(2);
});

test('who may only look receives, sends nothing, and is told why', async () => {
  const { clock, model, one } = await twoDevices();
  const viewer = createDevice('viewer', clock, model, { role: 'viewer' });
  viewer.engine.start();
  await clock.advance(1_000);
  unwrap(await viewer.engine.openHere(film));
  await clock.advance(1_000);
  expect(viewer.engine.readOnlyReason(film)).toMatchObject({ code: 'sync.read-only' });
  viewer.edit('shot-1', 'not mine');
  await clock.advance(1_000);
  expect(viewer.state()).toMatchObject({ kind: 'refused', code: 'sync.read-only' });
  one.edit('shot-2', 'news');
  await clock.advance(1_000);
  expect(viewer.rows.values('shot-2')).toMatchObject({ description: 'news' });
  expect(model.pushes.some(({ device }) => device === 'viewer')).toBe(false);
});

test('an older app reads a newer project and does not write to it', async () => {
  const { clock, model, one } = await twoDevices();
  const old = createDevice('old', clock, model, { schema: 6 });
  old.engine.start();
  await clock.advance(1_000);
  unwrap(await old.engine.openHere(film));
  await clock.advance(1_000);
  old.edit('shot-9', 'old words');
  await clock.advance(1_000);
  expect(old.state()).toMatchObject({ kind: 'refused', code: 'sync.newer-schema' });
  one.edit('shot-2', 'news');
  await clock.advance(1_000);
  expect(old.rows.values('shot-2')).toMatchObject({ description: 'news' });
  expect(old.rows.waiting(film)).toBe(1);
});

test('why a project is refused is told once, and again once it was taken in between', async () => {
  const { clock, model, one } = await twoDevices();
  const full: Fault = { code: 'sync.over-quota', message: 'The plan is full.' };
  let isFull = true;
  one.weather.now = (question) => (question === 'push' && isFull ? { fault: full, done: false } : null);
  for (let edit = 0; edit < 3; edit++) {
    one.edit('shot-1', `words ${edit}`);
    await clock.advance(1_000);
    one.engine.accountChanged();
    await clock.advance(700_000);
  }
  expect(one.state()).toMatchObject({ kind: 'refused', code: 'sync.over-quota' });
  expect(one.refused).toEqual(['sync.over-quota']);
  isFull = false;
  await clock.advance(700_000);
  expect(one.state()).toMatchObject({ kind: 'up-to-date' });
  expect(model.rowCount(film)).toBe(1);
  isFull = true;
  one.edit('shot-1', 'more words');
  await clock.advance(1_000);
  expect(one.refused).toEqual(['sync.over-quota', 'sync.over-quota']);
});

test('a clock that is a day ahead follows the service, and its edits are taken', async () => {
  const { clock, model, two } = await twoDevices();
  const ahead = createDevice('ahead', clock, model, { clockOffMs: 86_400_000 });
  ahead.engine.start();
  await clock.advance(1_000);
  unwrap(await ahead.engine.openHere(film));
  ahead.edit('shot-5', 'from tomorrow');
  await clock.advance(5_000);
  expect(ahead.rows.followed[0]).toBe(-86_400_000);
  expect(two.rows.values('shot-5')).toMatchObject({ description: 'from tomorrow' });
  two.edit('shot-5', 'from today');
  await clock.advance(1_000);
  expect(ahead.rows.values('shot-5')).toMatchObject({ description: 'from today' });
});

test('a batch that is too large is sent in halves', async () => {
  const { clock, model, one } = await twoDevices();
  const tooLarge: Fault = { code: 'sync.too-large', message: 'Too large.' };
  one.weather.now = (question) =>
    question === 'push' && one.rows.waiting(film) > 0 && one.rows.outgoing(film, 2_000) !== null && refuses()
      ? { fault: tooLarge, done: false }
      : null;
  let left = 2;
  const refuses = (): boolean => left-- > 0;
  for (let at = 0; at < 8; at++) one.edit(`shot-${at}`, 'words');
  await clock.advance(2_000);
  expect(one.rows.waiting(film)).toBe(0);
  const sizes = model.pushes.filter(({ device }) => device === 'one').map(({ rows }) => rows.length);
  expect(sizes.slice(-4)).toEqual([2, 2, 2, 2]);
});

test('a service whose database was put back from a copy gets again what it lost', async () => {
  const { clock, model, one, two } = await twoDevices();
  one.edit('shot-1', 'in the copy');
  await clock.advance(1_000);
  const putBack = model.copy(film);
  one.edit('shot-2', 'not in the copy');
  await clock.advance(1_000);
  one.edit('shot-3', 'nor this');
  await clock.advance(1_000);
  putBack();
  one.edit('shot-4', 'after it');
  await clock.advance(5_000);
  expect(one.rows.waiting(film)).toBe(0);
  expect(one.state()).toMatchObject({ kind: 'up-to-date' });
  expect(model.rowCount(film)).toBe(4);
  expect(two.rows.values('shot-4')).toMatchObject({ description: 'after it' });
});

test('a device whose own batches the copy has all gives it again what it lost of others', async () => {
  const { clock, model, one, two } = await twoDevices();
  one.edit('shot-1', 'in the copy');
  await clock.advance(1_000);
  const putBack = model.copy(film);
  two.edit('shot-2', 'not in the copy');
  await clock.advance(1_000);
  putBack();
  one.edit('shot-3', 'after it');
  await clock.advance(300);
  expect(model.rowCount(film)).toBe(3);
  expect(one.rows.waiting(film)).toBe(0);
  expect(one.state()).toMatchObject({ kind: 'up-to-date' });
  two.edit('shot-2', 'and goes on');
  await clock.advance(2_000);
  expect(one.rows.values('shot-2')).toMatchObject({ description: 'and goes on' });
});

test('a device with nothing to send finds by its cursor that the service was put back', async () => {
  const { clock, model, one } = await twoDevices();
  const putBack = model.copy(film);
  one.edit('shot-2', 'not in the copy');
  await clock.advance(1_000);
  putBack();
  const done = one.engine.syncNow(film);
  await clock.advance(1_000);
  expect((await done).ok).toBe(true);
  expect(model.rowCount(film)).toBe(2);
});

test('nor has anybody to ask: the next look at the list tells it', async () => {
  const { clock, model, one } = await twoDevices();
  const putBack = model.copy(film);
  one.edit('shot-2', 'not in the copy');
  await clock.advance(1_000);
  putBack();
  await clock.advance(61_000);
  expect(model.rowCount(film)).toBe(2);
  expect(one.state()).toMatchObject({ kind: 'up-to-date' });
});

test('a film that somebody took from the service says so on every device, and goes on when it is brought back', async () => {
  const { clock, model, one, two } = await twoDevices();
  const { signal } = new AbortController();
  unwrap(await model.line().removeProject(film, signal));
  await clock.advance(61_000);
  expect(two.state()).toMatchObject({ kind: 'refused', code: 'sync.no-project' });
  one.edit('shot-1', 'written meanwhile');
  unwrap(await model.line().restoreProject(film, signal));
  await clock.advance(61_000);
  expect(two.state()).toMatchObject({ kind: 'up-to-date' });
  expect(two.rows.values('shot-1')).toMatchObject({ description: 'written meanwhile' });
});

test('signed out, everything waits for the person, and goes on with the next sign-in', async () => {
  const { clock, one, two } = await twoDevices();
  const signedOut: Fault = { code: 'sync.signed-out', message: 'Sign in.' };
  one.weather.now = () => ({ fault: signedOut, done: false });
  one.edit('shot-1', 'words');
  await clock.advance(120_000);
  expect(one.state()).toMatchObject({ kind: 'waiting', code: 'sync.signed-out', untilMs: null });
  one.weather.now = () => null;
  one.engine.accountChanged();
  await clock.advance(1_000);
  expect(two.rows.values('shot-1')).toMatchObject({ description: 'words' });
});

test('where the stream breaks off, others’ edits arrive with the next look at the list', async () => {
  const { clock, model, one } = await twoDevices();
  const deaf = createDevice('deaf', clock, model);
  deaf.weather.now = (question) => (question === 'live' ? { fault: unreachable, done: false } : null);
  deaf.engine.start();
  await clock.advance(1_000);
  unwrap(await deaf.engine.openHere(film));
  await clock.advance(1_000);
  one.edit('shot-7', 'unheard');
  await clock.advance(10_000);
  expect(deaf.rows.values('shot-7')).toMatchObject({ description: 'unheard' });
});

test('projects elsewhere are listed until they are here; what is switched off is elsewhere again', async () => {
  const clock = createManualClock();
  const model = createModelService(clock);
  const one = createDevice('one', clock, model);
  const two = createDevice('two', clock, model);
  one.engine.start();
  two.engine.start();
  unwrap(await one.engine.turnOn(film, null));
  await clock.advance(61_000);
  expect(two.engine.elsewhere().map(({ id }) => id)).toEqual([film]);
  unwrap(await two.engine.openHere(film));
  expect(two.engine.elsewhere()).toEqual([]);
  unwrap(two.engine.turnOff(film));
  expect(two.engine.projects()).toEqual([]);
  expect(two.engine.elsewhere().map(({ id }) => id)).toEqual([film]);
  expect(unwrap(await two.engine.syncNow(null))).toBeUndefined();
});

test('asked for, an exchange is waited for to its end, or to what kept it from one', async () => {
  const { clock, one } = await twoDevices();
  one.edit('shot-1', 'words');
  const done = one.engine.syncNow(film);
  await clock.advance(1);
  expect((await done).ok).toBe(true);
  expect(one.rows.waiting(film)).toBe(0);
  one.weather.now = () => ({ fault: unreachable, done: false });
  const missed = one.engine.syncNow(null);
  await clock.advance(1);
  expect(await missed).toMatchObject({ ok: false, fault: { code: 'sync.unreachable' } });
});

test('whether the others are heard of is known, and each exchange that leaves nothing is told', async () => {
  const { clock, one, two } = await twoDevices();
  let evens = 0;
  const stop = one.engine.onEven((projectId) => {
    expect(projectId).toBe(film);
    expect(one.rows.waiting(film)).toBe(0);
    evens += 1;
  });
  two.edit('shot-2', 'from two');
  await clock.advance(1_000);
  expect(one.engine.isInTouch(film)).toBe(true);
  expect(one.engine.isInTouch('film-2' as ProjectId)).toBeNull();
  expect(evens).toBe(1);
  one.weather.now = () => ({ fault: unreachable, done: false });
  one.edit('shot-1', 'alone');
  await clock.advance(1_000);
  expect(one.engine.isInTouch(film)).toBe(false);
  expect(evens).toBe(1);
  one.weather.now = () => null;
  await clock.advance(70_000);
  expect(one.engine.isInTouch(film)).toBe(true);
  expect(evens).toBeGreaterThan(1);
  stop();
});
