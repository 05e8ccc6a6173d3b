import type { Store } from '../../core/store/store.ts';
import type { SyncPlace } from '../../core/store/synced-rows.ts';
import { parseHlc } from '../../domain/kernel/hlc.ts';
import { ProjectId, SceneId } from '../../domain/kernel/ids.ts';
import {
  addChange,
  type EntityName,
  type JsonValue,
  type RecordChange,
  type Row,
  removeChange,
  updateChange,
} from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { applyPush, type KeptRow, registersAfter } from '../../domain/sync/apply-push.ts';
import { newestStamp } from '../../domain/sync/merge-rows.ts';
import { rowKey } from '../../domain/sync/row-registers.ts';
import type { PushAnswer } from '../../domain/sync/sync-messages.ts';
import { makeProject, makeScene, makeShot } from '../builders/story-rows.ts';
import { makeClip, makeTracks, trackId } from '../builders/timeline-rows.ts';
import { createSeededRandom } from '../seeded-random.ts';
import type { LightDevice } from './light-store.ts';

/** One value that a person wrote: what it took the place of is known to them. */
export interface Wrote {
  readonly entity: EntityName;
  readonly id: string;
  readonly field: string;
  readonly value: JsonValue;
  readonly from: JsonValue | undefined;
}

export interface RandomHistory {
  readonly projectId: ProjectId;
  readonly stores: readonly Store[];
  readonly kept: ReadonlyMap<string, KeptRow>;
  readonly wrote: readonly Wrote[];
  /** Rows that somebody deleted, as they saw them. */
  readonly deleted: readonly { readonly entity: EntityName; readonly row: Row }[];
  /** Sends and fetches until every device has what any of them wrote since. */
  readonly settle: () => void;
  readonly counts: Readonly<Record<'edits' | 'pushes' | 'pulls' | 'lost' | 'restamped', number>>;
}

const dayMs = 86_400_000;
const mostAheadMs = 5 * 60_000;
const beganMs = Date.UTC(2026, 0, 1, 9);

/**
 * Some of the devices write, undo, send and fetch in a random order, with clocks that are up to a day wrong, answers that are lost
 * and pages that come twice; in the end all of them send and fetch until nothing is left. The devices may have other histories
 * behind them: number `n` has a project and days of its own.
 */
export function playHistory(n: number, all: readonly LightDevice[]): RandomHistory {
  const random = createSeededRandom(`history ${n}`);
  const counts = { edits: 0, pushes: 0, pulls: 0, lost: 0, restamped: 0 };
  const wrote: Wrote[] = [];
  const deleted: { entity: EntityName; row: Row }[] = [];
  const kept = new Map<string, KeptRow>();
  const answers = new Map<string, PushAnswer>();
  const projectId = ProjectId.parse(`project-${n}`);
  const own = <R extends { readonly id: string }>(row: R): R => ({ ...row, id: `${row.id}-${n}`, projectId });
  const sceneId = SceneId.parse(`one-${n}`);
  let head = 0;
  let trueMs = beganMs + n * 10 * dayMs;
  let words = 0;

  const devices = all.slice(0, random.int(2, all.length)).map((light) => {
    const wrongMs = random.int(0, 2) === 0 ? 0 : random.int(-dayMs, dayMs);
    light.nowMs = trueMs + wrongMs;
    light.store.sync.followClock(0);
    return { light, store: light.store, deviceId: light.deviceId, wrongMs };
  });
  type Device = (typeof devices)[number];
  const inPages = new Set<Device>();

  const commit = ({ store }: Device, changes: readonly (RecordChange | null)[], undoable = true): void => {
    const patch = { changes: changes.filter((change) => change !== null) };
    if (patch.changes.length === 0) return;
    unwrap(store.commit(patch, { projectId: projectId, label: 'Edit', undoable }));
    counts.edits += 1;
    for (const change of patch.changes) note(change);
  };
  const note = (change: RecordChange): void => {
    if (change.kind === 'remove') deleted.push({ entity: change.entity, row: change.row });
    const { entity } = change;
    if (change.kind === 'update') {
      for (const [field, { from, to }] of Object.entries(change.fields))
        wrote.push({ entity, id: change.id, field, value: to, from });
    }
  };

  const pick = <T>(all: readonly T[]): T | undefined => all[random.int(0, all.length - 1)];
  /** What a person does next; nothing where there is nothing to do it to. */
  const nextEdit = (device: Device): readonly (RecordChange | null)[] => {
    const { store } = device;
    const shots = store.rows('shot', projectId);
    const word = `word ${++words}`;
    switch (random.int(0, 9)) {
      case 0: {
        const shot = own(makeShot(`${device.deviceId[0]}-${words}`, 'a5', { mood: word, sceneId }));
        return [addChange('shot', shot)];
      }
      case 1: {
        const shot = pick(shots);
        return shot === undefined ? [] : [removeChange('shot', shot)];
      }
      case 2: {
        const project = store.row('project', projectId);
        if (project === null) return [];
        const frame = random.int(1, 4) * 100;
        return [
          random.int(0, 1) === 0
            ? updateChange('project', project, { title: word })
            : updateChange('project', project, { widthPx: frame, heightPx: frame }),
        ];
      }
      case 3: {
        const item = pick(store.rows('item', projectId));
        if (item === undefined) return [];
        return [updateChange('item', item, { durationFlicks: 1_000 + words })];
      }
      case 4: {
        const scene = pick(store.rows('scene', projectId));
        return scene === undefined ? [] : [updateChange('scene', scene, { synopsis: word, mood: word })];
      }
      case 5: {
        const done = store.undo(projectId);
        if (done.ok) for (const change of done.value.patch.changes) note(change);
        return [];
      }
      default: {
        const shot = pick(shots);
        if (shot === undefined) return [];
        const field = pick(['mood', 'description', 'subject'] as const) ?? 'mood';
        const editedFields = [...new Set([...shot.editedFields, field])].sort();
        return [updateChange('shot', shot, { [field]: word, editedFields })];
      }
    }
  };

  const pass = (ms: number): void => {
    trueMs += ms;
    for (const { light, wrongMs } of devices) light.nowMs = trueMs + wrongMs;
  };

  const service = (device: Device, lose: boolean): void => {
    // A cursor between two pages says that more was seen than was: who sends has fetched to the end.
    while (inPages.has(device)) fetch(device, 100);
    const place = placeIn(device.store, projectId);
    const outgoing = device.store.sync.outgoing(projectId, random.int(1, 8));
    if (place === undefined || outgoing === null) return;
    const batch = place.batch + 1;
    device.store.sync.sending(projectId, batch, outgoing.upTo);
    const given = answers.get(device.deviceId);
    let answer = given?.applied === batch ? given : undefined;
    if (answer === undefined) {
      const newest = outgoing.rows.map(newestStamp).sort().at(-1) ?? '';
      if (newest !== '' && parseHlc(newest).ms > trueMs + mostAheadMs) {
        counts.restamped += 1;
        device.store.sync.followClock(-device.wrongMs);
        // What is hardly too early to be taken is not stamped anew: it waits.
        pass(5_000);
        return;
      }
      const push = { device: device.deviceId, cursor: place.cursor, rows: [...outgoing.rows] };
      const { changed, ...done } = applyPush(kept, push, head);
      for (const row of changed) kept.set(rowKey(row.registers), row);
      head = done.head;
      answer = { ...done, applied: batch, upTo: outgoing.upTo, nowMs: trueMs } as PushAnswer;
      answers.set(device.deviceId, answer);
      counts.pushes += 1;
    }
    if (lose) {
      counts.lost += 1;
      return;
    }
    const met = [...answer.beaten, ...answer.overwrote];
    unwrap(device.store.sync.acknowledge(projectId, answer.applied, answer.upTo, met));
    if (random.int(0, 3) === 0) device.store.sync.followClock(-device.wrongMs);
  };

  const fetch = (device: Device, limit: number): boolean => {
    const place = placeIn(device.store, projectId);
    if (place === undefined) return false;
    // Now and then a page comes again.
    const after = random.int(0, 9) === 0 ? Math.max(0, place.cursor - random.int(0, 5)) : place.cursor;
    const found = [...kept.values()].filter(({ seq }) => seq > after).sort((a, b) => a.seq - b.seq);
    const rows = found.slice(0, limit);
    const cursor = rows.at(-1)?.seq ?? head;
    // Whoever has the first pages of a pull only has not the older registers of the rows that come on the last.
    const known = inPages.has(device) ? 0 : after;
    if (rows.length < found.length) inPages.add(device);
    else inPages.delete(device);
    const page = rows.map((row) => registersAfter(row, known)).filter((row) => row !== null);
    counts.pulls += 1;
    unwrap(device.store.sync.merge(projectId, page, Math.max(cursor, place.cursor)));
    return cursor < head;
  };

  const [first, ...others] = devices;
  if (first === undefined) throw new Error('a history has devices');
  commit(
    first,
    [
      addChange('project', makeProject({ id: projectId })),
      addChange('scene', own(makeScene('one', 'a0'))),
      addChange('scene', own(makeScene('two', 'a1'))),
      ...['a0', 'a1', 'a2'].map((order, i) =>
        addChange('shot', own(makeShot(`shot-${i}`, order, { sceneId }))),
      ),
      ...makeTracks().map((track) => addChange('track', own(track))),
      addChange('item', own(makeClip('clip-0', 24, { trackId: trackId(`main-${n}`) }))),
    ],
    false,
  );
  first.store.sync.begin(projectId, 'here');
  for (const { store } of others) store.sync.begin(projectId, 'elsewhere');

  const steps = random.int(10, 40);
  for (let i = 0; i < steps; i++) {
    pass(random.int(0, 60_000));
    const device = devices[random.int(0, devices.length - 1)] ?? first;
    const what = random.int(0, 9);
    if (what < 6) commit(device, nextEdit(device));
    else if (what < 8) service(device, random.int(0, 3) === 0);
    else fetch(device, random.int(1, 10));
  }
  const settleAll = (): void => settle(devices, projectId, service, fetch, () => head);
  settleAll();
  const stores = devices.map(({ store }) => store);
  return { projectId, stores, kept, wrote, deleted, counts, settle: settleAll };
}

/** Until nobody has anything to send or to fetch; throws where that never comes. */
function settle<D extends { readonly store: Store }>(
  devices: readonly D[],
  projectId: ProjectId,
  send: (device: D, lose: boolean) => void,
  fetch: (device: D, limit: number) => boolean,
  head: () => number,
): void {
  for (let turn = 0; turn < 200; turn++) {
    for (const device of devices) {
      for (let i = 0; i < 500 && device.store.sync.waiting(projectId) > 0; i++) send(device, false);
      while (fetch(device, 100));
    }
    const quiet = devices.every(
      ({ store }) => store.sync.waiting(projectId) === 0 && placeIn(store, projectId)?.cursor === head(),
    );
    if (quiet) return;
  }
  throw new Error('the devices answer each other without an end');
}

function placeIn(store: Store, projectId: ProjectId): SyncPlace | undefined {
  return store.sync.places().find((place) => place.projectId === projectId);
}
