import { gzipSync } from 'node:zlib';
import * as Y from 'yjs';
import type { SyncService } from '../src/core/ports/sync-service.ts';
import type { Store } from '../src/core/store/store.ts';
import { exchange } from '../src/core/sync/exchange.ts';
import { createServiceClock } from '../src/core/sync/service-clock.ts';
import type { ProjectId } from '../src/domain/kernel/ids.ts';
import { addChange, type JsonValue, patchOf, type Row as StoredRow } from '../src/domain/kernel/patch.ts';
import { ok, unwrap } from '../src/domain/kernel/result.ts';
import type { RowRegisters } from '../src/domain/sync/row-registers.ts';
import { makeProject, makeShot } from '../src/testing/builders/story-rows.ts';
import { makeClip, testProjectId } from '../src/testing/builders/timeline-rows.ts';
import { createTestStore } from '../src/testing/create-test-store.ts';
import { createSeededRandom } from '../src/testing/seeded-random.ts';
import { median, type Row, row } from './row.ts';

const clips = 10_000;
const shots = 2_000;
const runs = 5;

interface Edit {
  readonly entity: 'item' | 'shot';
  readonly id: string;
  readonly field: string;
  readonly value: JsonValue;
}

const film = [
  ...Array.from({ length: shots }, (_, i) => ['shot', makeShot(`shot-${i}`, `a${i}`)] as const),
  ...Array.from(
    { length: clips },
    (_, i) => ['item', makeClip(`item-${i}`, 24, { order: `a${i}` })] as const,
  ),
];

/** Half of them trims and levels of clips, half of them words and sizes of shots. */
function editsOf(who: string, count: number): readonly Edit[] {
  const random = createSeededRandom(who);
  return Array.from({ length: count }, (_, i): Edit => {
    const n = random.int(1, 1_000_000);
    if (i % 2 === 0) {
      const [field, value] = (
        [
          ['durationFlicks', n],
          ['gainDb', -(n % 60)],
          ['opacity', (n % 100) / 100],
          ['fadeInFlicks', n],
        ] as const
      )[n % 4] ?? ['gainDb', 0];
      return { entity: 'item', id: `item-${random.int(0, clips - 1)}`, field, value };
    }
    const field =
      (['mood', 'description', 'subject', 'lensMm', 'durationFlicks', 'place'] as const)[n % 6] ?? 'mood';
    const value = field === 'lensMm' || field === 'durationFlicks' ? n : `${who} says ${n}`;
    return { entity: 'shot', id: `shot-${random.int(0, shots - 1)}`, field, value };
  });
}

/** What waits on a device, as sent and acknowledged. */
function send({ sync }: Store): readonly RowRegisters[] {
  const rows: RowRegisters[] = [];
  for (
    let out = sync.outgoing(testProjectId, 2_000);
    out !== null;
    out = sync.outgoing(testProjectId, 2_000)
  ) {
    const batch = (sync.places()[0]?.batch ?? 0) + 1;
    sync.sending(testProjectId, batch, out.upTo);
    unwrap(sync.acknowledge(testProjectId, batch, out.upTo, []));
    rows.push(...out.rows);
  }
  return rows;
}

function write(store: Store, edits: readonly Edit[]): void {
  store.transaction(() => {
    for (const { entity, id, field, value } of edits) {
      const from = (store.row(entity, id) as StoredRow | null)?.[field] ?? null;
      const change = { kind: 'update' as const, entity, id, fields: { [field]: { from, to: value } } };
      unwrap(store.commit(patchOf([change]), { projectId: testProjectId, label: 'Edit', undoable: false }));
    }
  });
}

const timed = (work: () => void): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

/** One device with edits of its own that are not sent takes in those of another, durably. */
function mergeOnDisk(count: number, own: number): { readonly ms: number; readonly bytes: number } {
  using anna = createTestStore({ seed: 1 });
  using ben = createTestStore({ seed: 2 });
  const changes = [addChange('project', makeProject()), ...film.map(([kind, one]) => addChange(kind, one))];
  unwrap(anna.store.commit(patchOf(changes), { projectId: testProjectId, label: 'Film', undoable: false }));
  anna.store.sync.begin(testProjectId, 'here');
  ben.store.sync.begin(testProjectId, 'elsewhere');
  unwrap(ben.store.sync.merge(testProjectId, send(anna.store), 1));
  write(anna.store, editsOf('anna', count));
  write(ben.store, editsOf('ben', own));
  const rows = send(anna.store);
  const ms = timed(() => unwrap(ben.store.sync.merge(testProjectId, rows, 2)));
  return { ms, bytes: gzipSync(JSON.stringify(rows)).length };
}

/** How long the studio answers nobody, at the longest, while the edits of another device come page by page. */
async function longestPause(count: number): Promise<number> {
  using anna = createTestStore({ seed: 1 });
  using ben = createTestStore({ seed: 2 });
  const changes = [addChange('project', makeProject()), ...film.map(([kind, one]) => addChange(kind, one))];
  unwrap(anna.store.commit(patchOf(changes), { projectId: testProjectId, label: 'Film', undoable: false }));
  anna.store.sync.begin(testProjectId, 'here');
  ben.store.sync.begin(testProjectId, 'elsewhere');
  unwrap(ben.store.sync.merge(testProjectId, send(anna.store), 1));
  write(anna.store, editsOf('anna', count));
  const rows = send(anna.store);
  const pages = Array.from({ length: Math.ceil(rows.length / 2_000) }, (_, i) => ({
    rows: rows.slice(i * 2_000, (i + 1) * 2_000),
    cursor: i + 2,
    head: Math.ceil(rows.length / 2_000) + 1,
    nowMs: Date.now(),
  }));
  const service = {
    pull: (_: ProjectId, { from }: { readonly from: number }) => Promise.resolve(ok(pages[from - 1])),
  } as unknown as SyncService;
  let longest = 0;
  let seen = performance.now();
  let going = true;
  const watch = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - seen);
    seen = now;
    if (going) setImmediate(watch);
  };
  setImmediate(watch);
  const parts = {
    ...{ rows: ben.store.sync, service, clock: ben.clock, deviceId: () => ben.store.deviceId, schema: 1 },
    deviceName: () => 'a bench',
    ...{ serviceClock: createServiceClock(ben.clock, () => {}), newBatchId: () => 'batch' },
    ...{ onPhase: () => {}, onMoved: () => {}, signal: new AbortController().signal },
  };
  unwrap(await exchange(parts, testProjectId, { pull: true, maySend: false }));
  going = false;
  if (ben.store.sync.places()[0]?.cursor !== pages.at(-1)?.head) throw new Error('not all pages came');
  return longest;
}

/** The same in Yjs, in memory: a map a row. All edits as one update, which is its best case, and one update an edit, as they are made. */
function mergeInYjs(count: number): {
  readonly allMs: number;
  readonly eachMs: number;
  readonly bytes: number;
} {
  const anna = new Y.Doc();
  anna.transact(() => {
    for (const [, one] of film) {
      const map = new Y.Map();
      for (const [field, value] of Object.entries(one)) map.set(field, value);
      anna.getMap('rows').set(one.id, map);
    }
  });
  const begun = Y.encodeStateAsUpdate(anna);
  const seen = Y.encodeStateVector(anna);
  const [first, second] = [new Y.Doc(), new Y.Doc()];
  const play = (doc: Y.Doc, who: string): void => {
    for (const { id, field, value } of editsOf(who, count))
      (doc.getMap('rows').get(id) as Y.Map<JsonValue>).set(field, value);
  };
  for (const doc of [first, second]) {
    Y.applyUpdate(doc, begun);
    play(doc, 'ben');
  }
  const updates: Uint8Array[] = [];
  anna.on('update', (update: Uint8Array) => updates.push(update));
  play(anna, 'anna');
  const all = Y.encodeStateAsUpdate(anna, seen);
  const allMs = timed(() => Y.applyUpdate(first, all));
  const eachMs = timed(() => {
    for (const update of updates) Y.applyUpdate(second, update);
  });
  return { allMs, eachMs, bytes: gzipSync(all).length };
}

/** Two devices that edited a film of 10,000 clips apart; what the merge costs the one, and what travels. */
export async function run(): Promise<Row[]> {
  const ours = Array.from({ length: runs }, () => mergeOnDisk(10_000, 10_000));
  const theirs = Array.from({ length: runs }, () => mergeInYjs(10_000));
  const ms = median(ours.map((one) => one.ms));
  const many = median(Array.from({ length: runs }, () => mergeOnDisk(100_000, 0).ms));
  const common = { better: 'lower', runs } as const;
  const times = (of: number): number => Math.round((ms / of) * 100) / 100;
  const pauses: number[] = [];
  for (let i = 0; i < runs; i++) pauses.push(await longestPause(100_000));
  return [
    row({ ...common, name: 'merge of 10,000 + 10,000 edits, persisted', value: ms, unit: 'ms', goal: null }),
    row({
      ...common,
      name: 'the same against Yjs in memory, one update an edit',
      value: times(median(theirs.map((one) => one.eachMs))),
      unit: 'times',
      goal: 1,
    }),
    row({
      ...common,
      name: 'the same against Yjs in memory, one update for all',
      value: times(median(theirs.map((one) => one.allMs))),
      unit: 'times',
      goal: 1,
    }),
    row({
      ...common,
      name: 'bytes of 10,000 edits against Yjs, both compressed',
      value: Math.round(((ours[0]?.bytes ?? 0) / (theirs[0]?.bytes ?? 1)) * 100) / 100,
      unit: 'times',
      goal: 1.5,
    }),
    row({ ...common, name: 'merge of 100,000 edits, persisted', value: many, unit: 'ms', goal: 1_000 }),
    row({
      ...common,
      name: 'the same as pages come: longest time that nobody is answered',
      value: median(pauses),
      unit: 'ms',
      goal: 50,
    }),
  ];
}
