import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addChange, patchOf, updateChange } from '../../../domain/kernel/patch.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { sampleRow } from '../../../testing/builders/any-row.ts';
import {
  contentOf,
  contentOrFault,
  createDamageTemplates,
  type DamageTemplates,
  edit,
  flip,
  openAt,
  openDamaged,
  overwrite,
  project,
  sentences,
  shotCount,
} from '../../../testing/damaged-homes.ts';
import { createManualClock } from '../../../testing/manual-clock.ts';
import { createSeededIds } from '../../../testing/seeded-ids.ts';
import { bundledMigrations } from '../migrations/bundled.ts';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';

let templates: DamageTemplates;
beforeAll(async () => {
  templates = await createDamageTemplates();
});
afterAll(() => templates.dispose());

describe('a damaged database', () => {
  test('that is not damaged opens without a word', () => {
    for (const template of [templates.closed, templates.killed]) {
      expect(openDamaged(templates, template, () => {})).toMatchObject({
        content: templates.content,
        notices: [],
      });
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
    const outcome = openDamaged(templates, templates.closed, damage);
    expect(outcome.content).toBe(templates.content);
    expect(outcome.notices.map(({ code }) => code)).toEqual(['store.restored-from-snapshot']);
    expect(sentences(outcome)).toContain(outcome.home);
    expect(sentences(outcome)).toContain('2026-06-01 09:09 UTC');
    expect(readdirSync(join(outcome.home, 'damaged'))).toHaveLength(1);
  });

  test('an unreadable safety copy is passed over for an older one; what is lost is said', () => {
    const outcome = openDamaged(templates, templates.closed, (path, home) => {
      truncateSync(path, 8_192);
      const newest = readdirSync(join(home, 'snapshots')).sort().at(-1) ?? '';
      truncateSync(join(home, 'snapshots', newest), 5_000);
    });
    expect(JSON.parse(outcome.content)[1]).toHaveLength(shotCount);
    expect(outcome.content).not.toBe(templates.content);
    expect(sentences(outcome)).toMatch(/Edits made after 2026-06-01 09:00 UTC are lost: .* of work at most/);
  });

  test('without any safety copy, what can be read is saved', () => {
    const outcome = openDamaged(templates, templates.closed, (path, home) => {
      rmSync(join(home, 'snapshots'), { recursive: true });
      overwrite(path, 0, Buffer.alloc(100, 7));
    });
    expect(outcome.notices.map(({ code }) => code)).toEqual(['store.salvaged']);
    expect(outcome.content).toBe(templates.content);
  });

  test('with nothing left to read, it starts empty and says so', () => {
    const outcome = openDamaged(templates, templates.closed, (path, home) => {
      rmSync(join(home, 'snapshots'), { recursive: true });
      truncateSync(path, 0);
    });
    expect(outcome.notices.map(({ code }) => code)).toEqual(['store.started-empty']);
    expect(sentences(outcome)).toMatch(/damaged file is kept in .*damaged/);
  });
});

test('damage inside a row, found while it is read, costs that row only: the next start takes it from a copy', () => {
  const home = mkdtempSync(join(templates.folder, 'row-'));
  cpSync(templates.closed, home, { recursive: true });
  const db = new Database(join(home, 'reelwright.db'));
  db.exec("UPDATE shots SET covers = '[{' WHERE id = 'shot-7'");
  db.close();
  const store = openAt(home);
  expect(store.notices).toEqual([]);
  expect(contentOrFault(() => contentOf(store))).toBe('store.damaged');
  unwrap(store.commit(patchOf([updateChange('project', project, { title: 'Newer' })]), edit));
  store.close();
  const again = openAt(home);
  expect(again.notices.map(({ code }) => code)).toEqual(['store.salvaged']);
  expect(again.notices[0]?.message).toMatch(/^One record .* could not be read/);
  expect(again.row('project', project.id)?.title).toBe('Newer');
  expect(again.rows('shot', project.id)).toEqual(JSON.parse(templates.content)[1]);
  again.close();
  const third = openAt(home);
  expect(third.notices).toEqual([]);
  third.close();
});

describe('a damaged log', () => {
  test('of another data folder is not read; the database without it is', () => {
    const outcome = openDamaged(templates, templates.killed, (path) =>
      copyFileSync(join(templates.foreign, 'reelwright.db-wal'), `${path}-wal`),
    );
    expect(outcome.content).not.toContain('Not mine');
    expect(outcome.notices.map(({ code }) => code)).toEqual(['store.restored-from-snapshot']);
    expect(JSON.parse(outcome.content)[1]).toHaveLength(shotCount);
  });

  test('that is gone after a crash is said', () => {
    const outcome = openDamaged(templates, templates.killed, (path) => unlinkSync(`${path}-wal`));
    expect(outcome.notices.map(({ code }) => code)).toEqual(['store.edits-lost']);
  });

  test('cut short, or bad in the middle, is said, and the files are kept as they were', () => {
    const cut = openDamaged(templates, templates.killed, (path) =>
      truncateSync(`${path}-wal`, statSync(`${path}-wal`).size - 20_000),
    );
    const flipped = openDamaged(templates, templates.killed, (path) =>
      overwrite(`${path}-wal`, statSync(`${path}-wal`).size / 2, flip),
    );
    for (const outcome of [cut, flipped]) {
      expect(outcome.notices.map(({ code }) => code)).toEqual(['store.edits-lost']);
      expect(sentences(outcome)).toContain('could not be read and are lost');
      const [kept] = readdirSync(join(outcome.home, 'damaged'));
      expect(existsSync(join(outcome.home, 'damaged', kept ?? '', 'reelwright.db-wal'))).toBe(true);
    }
  });
});

describe('paid work', () => {
  const job = sampleRow('job', { projectId: project.id, state: 'queued', estimateUsdMicros: 50_000 });

  /** A snapshot that knows the job as queued; the database has it submitted, and is then damaged. */
  function submittedAfterSnapshot(damage: (path: string) => void): Store {
    const home = mkdtempSync(join(templates.folder, 'paid-'));
    const store = openAt(home);
    unwrap(store.commit(patchOf([addChange('project', project), addChange('job', job)]), edit));
    unwrap(store.snapshot());
    store.jobs.transition(job.id, ['queued'], { state: 'submitted' });
    const lost = `${home}-lost`;
    cpSync(home, lost, { recursive: true });
    store.close();
    // Else it would be a copy, whose jobs are left to its original.
    rmSync(home, { recursive: true });
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

test('damage that only opening meets, in an index that no quick look reads, is mended at the same start', () => {
  const home = mkdtempSync(join(templates.folder, 'case-'));
  cpSync(templates.closed, home, { recursive: true });
  const db = new Database(join(home, 'reelwright.db'));
  db.unsafeMode(true);
  const roots = ['shots_in_project', 'sqlite_autoindex_shots_1'].map((name) =>
    db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name),
  );
  db.pragma('writable_schema = ON');
  const point = db.prepare('UPDATE sqlite_schema SET rootpage = ? WHERE name = ?');
  point.run(roots[1], 'shots_in_project');
  point.run(roots[0], 'sqlite_autoindex_shots_1');
  db.close();
  const moved = { tag: 'later', sql: `UPDATE shots SET "order" = "order" || '5'` };
  const store = unwrap(
    openStore({
      ...{
        home,
        clock: createManualClock(),
        ids: createSeededIds(),
        holder: { what: 'a test', pid: process.pid },
      },
      migrations: [...bundledMigrations, moved],
    }),
  );
  const shots = store.rows('shot', project.id);
  expect(shots).toHaveLength(shotCount);
  expect(shots.every(({ order }) => order.endsWith('5'))).toBe(true);
  expect(store.notices.map(({ code }) => code)).toContain('store.restored-from-snapshot');
  store.close();
});

function replaceByOtherProgram(path: string): void {
  rmSync(path);
  const db = new Database(path);
  db.exec('CREATE TABLE meta (key, value); CREATE TABLE recipes (id, name)');
  db.close();
}
