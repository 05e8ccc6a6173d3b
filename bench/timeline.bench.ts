import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Store } from '../src/core/store/store.ts';
import type { RecordsPatch } from '../src/domain/kernel/patch.ts';
import { addChange, patchOf, reversePatch } from '../src/domain/kernel/patch.ts';
import { unwrap } from '../src/domain/kernel/result.ts';
import { describeAudio } from '../src/domain/timeline/audio-plan.ts';
import { describeFrame } from '../src/domain/timeline/frame-plan.ts';
import type { Item } from '../src/domain/timeline/records.ts';
import {
  applyPatch,
  indexTimeline,
  type TimelineIndex,
  type TimelineRows,
} from '../src/domain/timeline/timeline-index.ts';
import { shotId } from '../src/testing/builders/story-rows.ts';
import {
  frames,
  itemId,
  makeCaption,
  makeClip,
  makeRows,
  makeTitle,
  makeTransition,
  testProjectId,
  testRate,
} from '../src/testing/builders/timeline-rows.ts';
import { createTestStore } from '../src/testing/create-test-store.ts';
import { type EditName, editNames, runEditOn } from '../src/testing/random-edits.ts';
import { median, percentile, type Row, row } from './row.ts';

const clips = 10_000;
const runs = 100;
const warmUps = 20;
const goalMs = 5;

/** Edits whose cost is that of everything on a track. */
const wholeTracks: ReadonlySet<EditName> = new Set(['delete-track']);

interface Times {
  readonly memoryMs: number[];
  readonly durableMs: number[];
  /** A bare durable commit of one row, made right beside each edit: what the disk and its load alone cost. */
  readonly bareMs: number[];
}

/**
 * Every command on one clip of a film of 10,000, each with its caption: the pure command and the mirror's patch in memory, and
 * with them the durable commit. Each edit is taken back, off the clock, so that every run meets the same film.
 */
export async function run(): Promise<Row[]> {
  const test = createTestStore();
  const bare = openBare(join(test.home, 'bare.db'));
  try {
    const rows = film();
    const index = indexTimeline(rows, testRate);
    const everything = [
      ...rows.tracks.map((track) => addChange('track', track)),
      ...rows.items.map((item) => addChange('item', item)),
      ...rows.transitions.map((transition) => addChange('transition', transition)),
    ];
    commit(test.store, patchOf(everything));

    const figures: Row[] = [];
    const all: Times = { memoryMs: [], durableMs: [], bareMs: [] };
    for (const name of editNames.filter((edit) => !wholeTracks.has(edit))) {
      const times = measure(test.store, index, name, bare.commit);
      all.memoryMs.push(...times.memoryMs);
      all.durableMs.push(...times.durableMs);
      all.bareMs.push(...times.bareMs);
      const value = percentile(times.durableMs, 0.95);
      figures.push(
        row({
          name: `timeline: ${name} and its commit, p95`,
          value,
          unit: 'ms',
          goal: goalMs,
          better: 'lower',
          runs,
        }),
      );
    }
    const count = all.memoryMs.length;
    const bareMs = percentile(all.bareMs, 0.95);
    figures.unshift(
      row({
        name: 'timeline: any command at 10,000 clips and its commit, p95',
        value: percentile(all.durableMs, 0.95),
        unit: 'ms',
        goal: goalMs,
        better: 'lower',
        runs: count,
      }),
      row({
        name: 'timeline: the same beside a bare durable commit of one row, p95',
        value: percentile(all.durableMs, 0.95) / bareMs,
        unit: '×',
        goal: 3,
        better: 'lower',
        runs: count,
      }),
      row({
        name: 'timeline: any command in memory, p95',
        value: percentile(all.memoryMs, 0.95),
        unit: 'ms',
        goal: 1,
        better: 'lower',
        runs: count,
      }),
    );
    return [...figures, ...measureReading(rows, index)];
  } finally {
    bare.close();
    test.dispose();
  }
}

function film(): TimelineRows {
  const main = Array.from({ length: clips }, (_, i) =>
    makeClip(`m${i}`, 24 + (i % 48), { shotId: shotId(`s${i}`) }),
  );
  const captions = main.map((clip, i) =>
    makeCaption(`c${i}`, 10, {
      shotId: clip.shotId,
      anchor: { to: 'item', itemId: clip.id, offsetFlicks: frames(13) },
    }),
  );
  const titles = Array.from({ length: clips / 20 }, (_, i) =>
    makeTitle(`t${i}`, 20, {
      anchor: { to: 'item', itemId: itemId(`m${i * 20}`), offsetFlicks: frames(2) },
    }),
  );
  const dissolves = Array.from({ length: clips / 10 }, (_, i) => makeTransition(`m${i * 10}`, 12));
  return makeRows(main, [...captions, ...titles], dissolves);
}

function measure(store: Store, index: TimelineIndex, name: EditName, commitBare: () => void): Times {
  const times: Times = { memoryMs: [], durableMs: [], bareMs: [] };
  const main = [...index.main];
  const targets = [...index.items.values()].filter((item) => isTarget(name, item));
  let done = 0;
  for (let tries = 0; done < runs + warmUps; tries++) {
    if (tries > 50 * (runs + warmUps)) throw new Error(`"${name}" is refused nearly everywhere`);
    // Places all over the film, the same in every run; where a command refuses, the next place is taken.
    const item = targets[(tries * 7_919) % targets.length] ?? null;
    const other = main[(tries * 104_729) % main.length] ?? null;
    const edit = { name, pick: tries, other: tries + 1, amount: tries % 2 === 0 ? 4 : -4, length: 12 };
    const before = performance.now();
    const result = runEditOn(index, edit, item, other, tries);
    if (!result.ok || result.value.changes.length === 0) continue;
    const decided = performance.now();
    commit(store, result.value);
    const committed = performance.now();
    applyPatch(index, result.value);
    // Positions behind the edit are derived again here, as for the next picture.
    describeFrame(index, index.main.durationFlicks - 1);
    const mirrored = performance.now();
    if (done++ >= warmUps) {
      times.memoryMs.push(decided - before + mirrored - committed);
      times.durableMs.push(mirrored - before);
      times.bareMs.push(timed(commitBare));
    }
    const back = reversePatch(result.value);
    commit(store, back);
    applyPatch(index, back);
  }
  return times;
}

function isTarget(name: EditName, item: Item): boolean {
  switch (name) {
    case 'place':
    case 'anchor':
    case 'edit-caption':
      return item.kind === 'caption';
    case 'edit-title':
      return item.kind === 'title';
    default:
      return item.kind === 'clip';
  }
}

function commit(store: Store, patch: RecordsPatch): void {
  unwrap(store.commit(patch, { projectId: testProjectId, label: 'Bench', undoable: true }));
}

function measureReading(rows: TimelineRows, index: TimelineIndex): Row[] {
  const build: number[] = [];
  for (let i = 0; i < 7; i++) build.push(timed(() => void indexTimeline(rows, testRate).main.durationFlicks));
  const total = index.main.durationFlicks;
  const count = 20_000;
  const inOrder = timed(() => {
    for (let frame = 0; frame < count; frame++) describeFrame(index, frames(frame));
  });
  const windows = 1_000;
  const sound = timed(() => {
    for (let i = 0; i < windows; i++)
      describeAudio(index, (total / windows) * i, (total / windows) * i + frames(24));
  });
  return [
    row({
      name: 'timeline: index of 10,000 clips from rows',
      value: median(build),
      unit: 'ms',
      goal: null,
      better: 'lower',
      runs: build.length,
    }),
    row({
      name: 'timeline: one frame described, in order',
      value: (inOrder / count) * 1000,
      unit: 'µs',
      goal: null,
      better: 'lower',
      runs: count,
    }),
    row({
      name: 'timeline: a second of sound described',
      value: (sound / windows) * 1000,
      unit: 'µs',
      goal: null,
      better: 'lower',
      runs: windows,
    }),
  ];
}

function openBare(path: string) {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, value INTEGER)');
  const write = db.prepare('INSERT INTO t (value) VALUES (1)');
  return { commit: () => void write.run(), close: () => void db.close() };
}

function timed(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
