import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ProjectId } from '../../domain/kernel/ids.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createSeededIds } from '../../testing/seeded-ids.ts';
import { createSeededRandom } from '../../testing/seeded-random.ts';
import { openWritable } from './open-database.ts';
import { openStore } from './open-store.ts';
import type { StoreNotice } from './store.ts';

const loop = fileURLToPath(new URL('../../testing/store-commit-loop.ts', import.meta.url));
const kills = Math.ceil(Number(process.env['REELWRIGHT_FAULT_RUNS'] ?? 150) / 30);

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'reelwright-durable-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Runs the commit loop until it has acknowledged `commits`, then kills it; the number of the last acknowledged one. */
async function killAfter(commits: number, first: number): Promise<number> {
  const child = spawn(process.execPath, [loop, home, 'FULL', String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = first - 1;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last === first + commits - 1) child.kill('SIGKILL');
  }
  return last;
}

function reopen(at = home): { lastCommit: number; blocks: number; notices: readonly StoreNotice[] } {
  const clock = createManualClock({ startMs: Date.UTC(2100, 0) });
  const holder = { what: 'a test', pid: process.pid };
  const store = unwrap(openStore({ home: at, clock, ids: createSeededIds(), holder }));
  const film = ProjectId.parse('film');
  const lastCommit = Number(store.row('project', film)?.title ?? -1);
  const blocks = store.rows('block', film).length;
  const { notices } = store;
  store.close();
  return { lastCommit, blocks, notices };
}

test('whenever the process is killed, every acknowledged commit is there, whole, and nothing is complained of', async () => {
  const random = createSeededRandom('kill');
  let first = 1;
  for (let run = 0; run < kills; run++) {
    const acknowledged = await killAfter(random.int(1, 60), first);
    const { lastCommit, blocks, notices } = reopen();
    // One more may have been committed and not yet acknowledged.
    expect(lastCommit - acknowledged, `run ${run}`).toBeGreaterThanOrEqual(0);
    expect(lastCommit - acknowledged, `run ${run}`).toBeLessThanOrEqual(1);
    expect(blocks).toBe(lastCommit);
    expect(notices).toEqual([]);
    first = lastCommit + 1;
  }
});

const tracer = 'strace';
const canTrace = spawnSync(tracer, ['-o', '/dev/null', 'true']).status === 0;

describe(`a power cut (${canTrace ? 'system calls are watched' : 'strace is not here: the setting only'})`, () => {
  test('every connection that writes asks for a full sync at each commit', () => {
    reopen();
    const db = openWritable(join(home, 'reelwright.db'));
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    db.close();
  });

  if (!canTrace) return;

  /** How many of the acknowledged commits are there when the log is cut to what had been forced to the disk. */
  async function cutPower(
    synchronous: string,
    commits = 60,
  ): Promise<{ acknowledged: number; found: number }> {
    const calls = join(home, 'calls.txt');
    const data = join(home, 'data');
    const trace = ['-f', '-y', '-e', 'trace=pwrite64,fdatasync,fsync,ftruncate', '-o', calls];
    const child = spawn(tracer, [...trace, process.execPath, loop, data, synchronous], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    let acknowledged = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged = Number(line);
      // strace and the process it watches are one group.
      if (acknowledged === commits) process.kill(-(child.pid ?? 0), 'SIGKILL');
    }
    const after = join(home, 'after');
    cpSync(data, after, { recursive: true });
    truncateSync(join(after, 'reelwright.db-wal'), syncedBytes(readFileSync(calls, 'utf8')));
    // The index of the log is never forced to the disk.
    rmSync(join(after, 'reelwright.db-shm'));
    return { acknowledged, found: reopen(after).lastCommit };
  }

  test('after it, every acknowledged commit is there', async () => {
    const { acknowledged, found } = await cutPower('FULL');
    expect(acknowledged).toBeGreaterThanOrEqual(60);
    expect(found).toBeGreaterThanOrEqual(acknowledged);
  });

  test('with synchronous=NORMAL it would not be, so this test can tell', async () => {
    let lost = 0;
    // Long before the first checkpoint, which forces the log to the disk and begins it anew, where its length tells nothing.
    for (const commits of [12, 20, 28]) {
      const { acknowledged, found } = await cutPower('NORMAL', commits);
      expect(acknowledged).toBeGreaterThanOrEqual(commits);
      lost += acknowledged - found;
      if (lost > 0) break;
      rmSync(home, { recursive: true, force: true });
      mkdirSync(home);
    }
    expect(lost).toBeGreaterThan(0);
  });
});

/** Length of the log up to which everything had been synced, from a trace of the calls on it. */
function syncedBytes(calls: string): number {
  let written = 0;
  let synced = 0;
  for (const line of calls.split('\n')) {
    if (!line.includes('reelwright.db-wal')) continue;
    const write = /pwrite64\(.*, (\d+), (\d+)\) += (\d+)/.exec(line);
    if (write !== null) written = Math.max(written, Number(write[2]) + Number(write[3]));
    else if (/ (fdatasync|fsync)\(.* = 0/.test(line)) synced = written;
    else if (line.includes('ftruncate(')) written = synced = 0;
  }
  return synced;
}
