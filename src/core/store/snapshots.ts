import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import { copyDatabase } from './copy-database.ts';
import { fileNameTime, homeLayout, timeOfFileName } from './home-layout.ts';
import type { StoreNotice } from './store.ts';
import { storeFaultOf } from './store-faults.ts';

const everyMs = 10 * 60_000;
const keptNewest = 12;
const keptDays = 14;
const dayMs = 24 * 60 * 60_000;

export interface Snapshots {
  /** Something was written: a snapshot is due ten minutes after the first write since the last one. */
  noteWrite(): void;
  take(): Result<string>;
  /** Takes one if anything was written since the last, and stops. */
  close(): void;
}

export interface SnapshotsParts {
  readonly home: string;
  readonly db: Database.Database;
  readonly clock: Clock;
  readonly notices: StoreNotice[];
}

/** Copies of the database from every ten minutes of work and every clean exit: what a damaged file is replaced by. */
export function createSnapshots({ home, db, clock, notices }: SnapshotsParts): Snapshots {
  const { snapshots: folder } = homeLayout(home);
  let stopTimer: AbortController | null = null;

  const disarm = (): void => {
    stopTimer?.abort();
    stopTimer = null;
  };

  const take = (): Result<string> => {
    disarm();
    const path = join(folder, `${fileNameTime(clock.nowMs())}.db`);
    try {
      mkdirSync(folder, { recursive: true });
      copyDatabase(db, path);
      thinOut(folder);
      return ok(path);
    } catch (thrown) {
      arm();
      return { ok: false, fault: storeFaultOf(thrown, folder) };
    }
  };

  const takeUnasked = (): void => {
    const taken = take();
    if (taken.ok) return;
    const message = `No safety copy of the database could be made. ${taken.fault.message}`;
    if (notices.some((notice) => notice.message === message)) return;
    notices.push({ code: 'store.snapshot-failed', message });
  };

  /** Another try is due ten minutes from now, unless there is a snapshot before. */
  const arm = (): void => {
    if (stopTimer !== null) return;
    const stop = new AbortController();
    stopTimer = stop;
    void clock.wait(everyMs, stop.signal, { background: true }).then(() => {
      if (!stop.signal.aborted && db.open) takeUnasked();
    });
  };

  return {
    noteWrite: arm,
    take,
    close() {
      if (stopTimer !== null) takeUnasked();
      disarm();
    },
  };
}

/** Snapshot files, newest first. */
export function listSnapshots(folder: string): { readonly path: string; readonly takenMs: number }[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => ({ path: join(folder, name), takenMs: timeOfFileName(name) }))
    .filter((file): file is { path: string; takenMs: number } => file.takenMs !== null)
    .sort((a, b) => b.takenMs - a.takenMs);
}

/** Keeps the newest twelve, and the last of each of the fourteen days before the newest; clears what a kill left half-made. */
export function thinOut(folder: string): void {
  for (const name of namesIn(folder)) {
    if (name.includes('.db.partial')) rmSync(join(folder, name), { force: true });
  }
  const files = listSnapshots(folder);
  const newestDay = Math.floor((files[0]?.takenMs ?? 0) / dayMs);
  const daysSeen = new Set<number>();
  for (const [index, file] of files.entries()) {
    const day = Math.floor(file.takenMs / dayMs);
    const lastOfItsDay = !daysSeen.has(day);
    daysSeen.add(day);
    if (index < keptNewest || (lastOfItsDay && newestDay - day < keptDays)) continue;
    rmSync(file.path, { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return [];
    throw thrown;
  }
}
