import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProjectId } from '../../../domain/kernel/ids.ts';
import { addChange, patchOf, updateChange } from '../../../domain/kernel/patch.ts';
import { FaultError, unwrap } from '../../../domain/kernel/result.ts';
import { sampleRow } from '../../../testing/builders/any-row.ts';
import { createManualClock } from '../../../testing/manual-clock.ts';
import { createSeededIds } from '../../../testing/seeded-ids.ts';
import { createSeededRandom, type SeededRandom } from '../../../testing/seeded-random.ts';
import { openStore } from '../open-store.ts';
import type { Store, StoreNotice } from '../store.ts';

const project = sampleRow('project', { id: ProjectId.parse('film-1') });
const shot = sampleRow('shot', { projectId: project.id });
const edit = { projectId: project.id, label: 'Edit', undoable: true };
const shotCount = 400;
const startMs = Date.UTC(2026, 5, 1, 9);

let templates: string;
/** Closed in order; the snapshot of the close holds everything. */
let closed: string;
/** Killed: ten minutes after its snapshot, with edits in the log. */
let killed: string;
/** The log of `killed` as it was at the snapshot. */
let olderLog: string;
/** Another data folder that was killed. */
let foreign: string;
let expected: string;

const openAt = (home: string, nowMs = startMs + 3_600_000): Store =>
  unwrap(
    openStore({
      home,
      clock: createManualClock({ startMs: nowMs }),
      ids: createSeededIds(home),
      holder: { what: 'a test', pid: process.pid },
    }),
  );

/** Everything a person made, as text; damage shows as a difference. */
function contentOf(store: Store): string {
  return JSON.stringify([store.projects(), store.rows('shot', project.id), store.rows('job', project.id)]);
}

beforeAll(async () => {
  templates = mkdtempSync(join(tmpdir(), 'reelwright-damage-'));
  closed = join(templates, 'closed');
  killed = join(templates, 'killed');
  foreign = join(templates, 'foreign');
  olderLog = join(templates, 'older-wal');
  const clock = createManualClock({ startMs });
  const home = join(templates, 'living');
  const holder = { what: 'a test', pid: process.pid };
  const store = unwrap(openStore({ home, clock, ids: createSeededIds(), holder }));
  const shots = Array.from({ length: shotCount }, (_, i) => ({
    ...shot,
    id: `shot-${i}`,
    order: `a${1000 + i}`,
  }));
  unwrap(store.commit(patchOf([addChange('project', project)]), edit));
  unwrap(store.commit(patchOf(shots.map((row) => addChange('shot', row))), edit));
  unwrap(store.snapshot());
  copyFileSync(join(home, 'reelwright.db-wal'), olderLog);
  for (let i = 0; i < 60; i++) {
    await clock.advance(9_000);
    const change = updateChange('shot', { ...shot, id: `shot-${i}` }, { mood: `mood ${i}`, lensMm: 20 + i });
    unwrap(store.commit(patchOf([change]), edit));
  }
  expected = contentOf(store);
  cpSync(home, killed, { recursive: true });
  store.close();
  cpSync(home, closed, { recursive: true });

  const other = unwrap(openStore({ home: `${home}-2`, clock, ids: createSeededIds(2), holder }));
  unwrap(other.commit(patchOf([addChange('project', { ...project, title: 'Not mine' })]), edit));
  cpSync(`${home}-2`, foreign, { recursive: true });
  other.close();
});

afterAll(() => rmSync(templates, { recursive: true, force: true }));

interface Outcome {
  readonly content: string;
  readonly notices: readonly StoreNotice[];
  readonly home: string;
}

/** A copy of `template`, damaged, opened, read, written to, and opened once more. */
function openDamaged(template: string, damage: (database: string, home: string) => void): Outcome {
  const home = mkdtempSync(join(templates, 'case-'));
  cpSync(template, home, { recursive: true });
  damage(join(home, 'reelwright.db'), home);
  const beganMs = performance.now();
  const store = openAt(home);
  expect(performance.now() - beganMs, 'opens in five seconds').toBeLessThan(5_000);
  const { notices } = store;
  const content = readable(() => contentOf(store));
  const extra = { ...project, id: ProjectId.parse('film-2') };
  unwrap(store.commit(patchOf([addChange('project', extra)]), edit));
  store.close();
  const again = openAt(home, startMs + 7_200_000);
  expect(again.row('project', extra.id)?.id, messagesOf([...notices, ...again.notices])).toBe(extra.id);
  again.close();
  return { content, notices, home };
}

/** Damage inside a row leaves a database that is whole as far as SQLite can tell; then it is a fault with a name. */
function readable(read: () => string): string {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof FaultError && thrown.fault.code === 'store.damaged') return thrown.fault.code;
    throw thrown;
  }
}

const messagesOf = (notices: readonly StoreNotice[]): string =>
  notices.map(({ message }) => message).join('\n');
const messages = ({ notices }: Outcome): string => messagesOf(notices);

describe('a damaged database', () => {
  test('that is not damaged opens without a word', () => {
    for (const template of [closed, killed]) {
      expect(openDamaged(template, () => {})).toMatchObject({ content: expected, notices: [] });
    }
  });

  test.each([
    ['emptied', (path: string) => truncateSync(path, 0)],
    ['cut in half', (path: string) => truncateSync(path, statSync(path).size / 2)],
    ['cut to a few bytes', (path: string) => truncateSync(path, 17)],
    ['no database at all', (path: string) => writeFileSync(path, 'Dear diary, today I shot a film.')],
    ['deleted', (path: string) => unlinkSync(path)],
    ['another program’s', replaceByOtherProgram],
  ])('%s is replaced by the newest safety copy, and that is said', (_name, damage) => {
    const outcome = openDamaged(closed, damage);
    expect(outcome.content).toBe(expected);
    expect(outcome.notices.map(({ code }) => code)).toEqual(['store.restored-from-snapshot']);
    expect(messages(outcome)).toContain(outcome.home);
    expect(messages(outcome)).toContain('2026-06-01 09:09 UTC');
    expect(readdirSync(join(outcome.home, 'damaged'))).toHaveLength(1);
  });

  test('an unreadable safety copy is passed over for an older one; what is lost is said', () => {
    const outcome = openDamaged(closed, (path, home) => {
      truncateSync(path, 8_192);
      const newest = readdirSync(join(home, 'snapshots')).sort().at(-1) ?? '';
      truncateSync(join(home, 'snapshots', newest), 5_000);
    });
    expect(JSON.parse(outcome.content)[1]).toHaveLength(shotCount);
    expect(outcome.content).not.toBe(expected);
    expect(messages(outcome)).toMatch(/Edits made after 2026-06-01 09:00 UTC are lost: .* of work at most/);
  });

  test('without any safety copy, what can be read is saved', () => {
    const outcome = openDamaged(closed, (path, home) => {
      rmSync(join(home, 'snapshots'), { recursive: true });
      overwrite(path, 0, Buffer.alloc(100, 7));
    });
    expect(outcome.notices.map(({ code }) => code)).toEqual(['store.salvaged']);
    expect(outcome.content).toBe(expected);
  });

  test('with nothing left to read, it starts empty and says so', () => {
    const outcome = openDamaged(closed, (path, home) => {
      rmSync(join(home, 'snapshots'), { recursive: true });
      truncateSync(path, 0);
    });
    expect(outcome.notices.map(({ code }) => code)).toEqual(['store.started-empty']);
    expect(messages(outcome)).toMatch(/damaged file is kept in .*damaged/);
  });
});

test('damage inside a row, found while it is read, costs that row only: the next start takes it from a copy', () => {
  const home = mkdtempSync(join(templates, 'row-'));
  cpSync(closed, home, { recursive: true });
  const db = new Database(join(home, 'reelwright.db'));
  db.exec("UPDATE shots SET covers = '[{' WHERE id = 'shot-7'");
  db.close();
  const store = openAt(home);
  expect(store.notices).toEqual([]);
  expect(readable(() => contentOf(store))).toBe('store.damaged');
  unwrap(store.commit(patchOf([updateChange('project', project, { title: 'Newer' })]), edit));
  store.close();
  const again = openAt(home);
  expect(again.notices.map(({ code }) => code)).toEqual(['store.salvaged']);
  expect(again.notices[0]?.message).toMatch(/^One record .* could not be read/);
  expect(again.row('project', project.id)?.title).toBe('Newer');
  expect(again.rows('shot', project.id)).toEqual(JSON.parse(expected)[1]);
  again.close();
  const third = openAt(home);
  expect(third.notices).toEqual([]);
  third.close();
});

describe('a damaged log', () => {
  test('of another data folder is not read; the database without it is', () => {
    const outcome = openDamaged(killed, (path) =>
      copyFileSync(join(foreign, 'reelwright.db-wal'), `${path}-wal`),
    );
    expect(outcome.content).not.toContain('Not mine');
    expect(outcome.notices.map(({ code }) => code)).toEqual(['store.restored-from-snapshot']);
    expect(JSON.parse(outcome.content)[1]).toHaveLength(shotCount);
  });

  test('that is gone after a crash is said', () => {
    const outcome = openDamaged(killed, (path) => unlinkSync(`${path}-wal`));
    expect(outcome.notices.map(({ code }) => code)).toEqual(['store.edits-lost']);
  });

  test('cut short, or bad in the middle, is said, and the files are kept as they were', () => {
    const cut = openDamaged(killed, (path) =>
      truncateSync(`${path}-wal`, statSync(`${path}-wal`).size - 20_000),
    );
    const flipped = openDamaged(killed, (path) =>
      overwrite(`${path}-wal`, statSync(`${path}-wal`).size / 2, flip),
    );
    for (const outcome of [cut, flipped]) {
      expect(outcome.notices.map(({ code }) => code)).toEqual(['store.edits-lost']);
      expect(messages(outcome)).toContain('could not be read and are lost');
      const [kept] = readdirSync(join(outcome.home, 'damaged'));
      expect(existsSync(join(outcome.home, 'damaged', kept ?? '', 'reelwright.db-wal'))).toBe(true);
    }
  });
});

describe('paid work', () => {
  const job = sampleRow('job', { projectId: project.id, state: 'queued', estimateUsdMicros: 50_000 });

  /** A snapshot that knows the job as queued; the database has it submitted, and is then damaged. */
  function submittedAfterSnapshot(damage: (path: string) => void): Store {
    const home = mkdtempSync(join(templates, 'paid-'));
    const store = openAt(home);
    unwrap(store.commit(patchOf([addChange('project', project), addChange('job', job)]), edit));
    unwrap(store.snapshot());
    store.jobs.transition(job.id, ['queued'], { state: 'submitted' });
    const lost = `${home}-lost`;
    cpSync(home, lost, { recursive: true });
    store.close();
    damage(join(lost, 'reelwright.db'));
    return openAt(lost);
  }

  test('is read from the damaged file where that can be', () => {
    const store = submittedAfterSnapshot((path) => overwrite(path, 0, Buffer.alloc(16, 7)));
    expect(store.row('job', job.id)?.state).toBe('submitted');
    store.close();
  });

  test('is read from it too where the rest has to come from a safety copy', () => {
    const store = submittedAfterSnapshot((path) => {
      const db = new Database(path);
      // No other table's pages matter to the jobs, but without its tree of shots the file is not whole.
      const page = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'shots'").pluck().get();
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
      overwrite(path, (Number(page) - 1) * 4_096, Buffer.alloc(4_096, 7));
    });
    expect(store.notices.map(({ code }) => code)).toEqual(['store.restored-from-snapshot']);
    expect(store.row('job', job.id)?.state).toBe('submitted');
    store.close();
  });

  test('that may have been sent since the safety copy is unknown, and never sent again by itself', () => {
    const store = submittedAfterSnapshot((path) => {
      truncateSync(path, 0);
      rmSync(`${path}-wal`);
    });
    expect(store.row('job', job.id)).toMatchObject({
      state: 'unknown',
      faultCode: 'store.job-lost-sight-of',
    });
    store.close();
  });
});

describe('seeded damage', () => {
  const runs = Number(process.env['REELWRIGHT_FAULT_RUNS'] ?? 150);

  /** What may happen to files, and whether SQLite or we can always tell that something is lost. */
  const kinds: Record<
    string,
    { readonly told: boolean; readonly do: (path: string, random: SeededRandom) => void }
  > = {
    'bits flipped in the database': {
      told: false,
      do: (path, random) => {
        for (let n = random.int(1, 40); n > 0; n--)
          overwrite(path, random.int(0, statSync(path).size - 1), flip);
      },
    },
    'bits flipped in the log': {
      told: false,
      do: (path, random) => {
        const wal = existsSync(`${path}-wal`) ? `${path}-wal` : path;
        for (let n = random.int(1, 5); n > 0; n--)
          overwrite(wal, random.int(0, statSync(wal).size - 1), flip);
      },
    },
    'database cut': {
      told: true,
      do: (path, random) => truncateSync(path, random.int(0, statSync(path).size - 1)),
    },
    'log cut': {
      told: true,
      do: (path, random) => {
        const wal = `${path}-wal`;
        if (existsSync(wal)) truncateSync(wal, random.int(100, statSync(wal).size));
      },
    },
    'a stretch of zeros': {
      told: false,
      do: (path, random) => {
        const { size } = statSync(path);
        overwrite(path, random.int(0, size - 1), Buffer.alloc(random.int(1, 20_000)), size);
      },
    },
    'a stretch of noise': {
      told: false,
      do: (path, random) => {
        const { size } = statSync(path);
        overwrite(path, random.int(0, size - 1), random.bytes(random.int(1, 20_000)), size);
      },
    },
    'pages swapped': {
      told: false,
      do: (path, random) => {
        const pages = Math.floor(statSync(path).size / 4_096);
        const bytes = readFileSync(path);
        const [a, b] = [random.int(0, pages - 1) * 4_096, random.int(0, pages - 1) * 4_096];
        overwrite(path, a, bytes.subarray(b, b + 4_096));
        overwrite(path, b, bytes.subarray(a, a + 4_096));
      },
    },
    'a log that is noise': {
      told: false,
      do: (path, random) => writeFileSync(`${path}-wal`, random.bytes(random.int(1, 100_000))),
    },
    'an older log': { told: false, do: (path) => copyFileSync(olderLog, `${path}-wal`) },
    'a foreign log': {
      told: false,
      do: (path) => copyFileSync(join(foreign, 'reelwright.db-wal'), `${path}-wal`),
    },
    'a foreign index of the log': {
      told: false,
      do: (path) => copyFileSync(join(foreign, 'reelwright.db-shm'), `${path}-shm`),
    },
    'noise in the safety copies too': {
      told: true,
      do: (path, random) => {
        truncateSync(path, random.int(0, statSync(path).size - 1));
        const folder = join(path, '..', 'snapshots');
        for (const name of readdirSync(folder)) {
          overwrite(join(folder, name), random.int(0, 9_000), random.bytes(4_000));
        }
      },
    },
  };

  test.each(Object.entries(kinds))(`%s: never a crash, never silence (${runs} runs)`, (name, kind) => {
    const each = Math.max(1, Math.ceil(runs / Object.keys(kinds).length));
    for (let seed = 1; seed <= each; seed++) {
      const random = createSeededRandom(`${name} ${seed}`);
      const template = random.int(0, 1) === 0 ? closed : killed;
      const outcome = openDamaged(template, (path) => kind.do(path, random));
      const lost = outcome.content !== expected;
      if (lost && kind.told)
        expect(messages(outcome), `seed "${name} ${seed}" says what is lost`).not.toBe('');
      rmSync(outcome.home, { recursive: true });
    }
  });
});

function replaceByOtherProgram(path: string): void {
  rmSync(path);
  const db = new Database(path);
  db.exec('CREATE TABLE meta (key, value); CREATE TABLE recipes (id, name)');
  db.close();
}

const flip = 'flip';

/** Writes over part of a file; `flip` turns one bit over. Never past `limit`. */
function overwrite(
  path: string,
  at: number,
  what: Buffer | typeof flip,
  limit = Number.POSITIVE_INFINITY,
): void {
  const position = Math.floor(at);
  const bytes = what === flip ? Buffer.from([(readFileSync(path)[position] ?? 0) ^ 4]) : what;
  const file = openSync(path, 'r+');
  try {
    writeSync(file, bytes, 0, Math.min(bytes.length, limit - position), position);
  } finally {
    closeSync(file);
  }
}
