import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseHlc } from '../../../domain/kernel/hlc.ts';
import { forceFolderToDisk, forceToDisk } from '../copy-database.ts';
import { fileNameTime, homeLayout, sidecars } from '../home-layout.ts';
import { schemaVersion } from '../migrate.ts';
import { openForReading } from '../open-database.ts';
import { sayDuration, sayTime } from '../say-time.ts';
import { listSnapshots } from '../snapshots.ts';
import type { StoreNotice } from '../store.ts';
import { readMeta } from '../store-meta.ts';
import { findDamage, isDamage } from './find-damage.ts';
import { freshFolder } from './keep-copy.ts';

export interface RepairParts {
  readonly home: string;
  /** What was found; part of a sentence. */
  readonly reason: string;
  readonly knownSchema: number;
}

/** Where the damaged files went, and when they were last written. */
export interface SetAside {
  readonly folder: string;
  readonly database: string;
  readonly lastWrittenMs: number;
}

export interface Candidate {
  readonly path: string;
  readonly lastStamp: string;
  /** When the newest edit in it was made. */
  readonly newestEditMs: number;
  readonly origin: 'file' | 'snapshot';
}

/** Moves the database and what SQLite keeps beside it out of the way, all together and untouched. */
export function setAside(home: string, nowMs: number): SetAside {
  const layout = homeLayout(home);
  const folder = freshFolder(join(layout.damaged, fileNameTime(nowMs)));
  mkdirSync(folder, { recursive: true });
  let lastWrittenMs = 0;
  for (const suffix of ['', ...sidecars]) {
    const path = `${layout.database}${suffix}`;
    if (!existsSync(path)) continue;
    lastWrittenMs = Math.max(lastWrittenMs, statSync(path).mtimeMs);
    renameSync(path, join(folder, basename(path)));
  }
  return { folder, database: join(folder, basename(layout.database)), lastWrittenMs };
}

/** The newest good state there is: the file without its log, or a snapshot, whichever holds the newer edit. */
export function newestCandidate(
  { home, knownSchema }: Pick<RepairParts, 'home' | 'knownSchema'>,
  aside: SetAside,
): Candidate | null {
  const { database, snapshots } = homeLayout(home);
  const candidates = [bareFile(aside, database, knownSchema), newestSnapshot(snapshots, knownSchema)];
  const [best] = candidates
    .filter((candidate) => candidate !== null)
    .sort((a, b) => (a.lastStamp < b.lastStamp ? 1 : -1));
  return best ?? null;
}

/** Puts a good state in place of the database that was set aside; the sentence about what is lost. */
export function restore({ home, reason }: RepairParts, candidate: Candidate, aside: SetAside): StoreNotice {
  install(candidate.path, homeLayout(home).database);
  const newest = sayTime(candidate.newestEditMs);
  const lostMs = Math.max(0, aside.lastWrittenMs - candidate.newestEditMs);
  const from = candidate.origin === 'file' ? 'without its log' : `from the safety copy of ${newest}`;
  const lost =
    aside.lastWrittenMs === 0
      ? `Edits made after ${newest} are lost.`
      : lostMs < 1_000
        ? 'No edit was lost.'
        : `Edits made after ${newest} are lost: ${sayDuration(lostMs)} of work at most.`;
  return {
    code: 'store.restored-from-snapshot',
    message: `The database in ${home} was damaged (${reason}) and was opened ${from}. ${lost} ${keptAs(aside)}`,
  };
}

export function keptAs(aside: SetAside): string {
  return `The damaged file is kept in ${aside.folder}.`;
}

/** Where the file without its log is looked at; to be removed afterwards. */
export function bareCopy(database: string): string {
  return `${database}.bare`;
}

/** The set-aside file on its own, copied beside its old place; null when it is no better than with its log. */
function bareFile(aside: SetAside, database: string, knownSchema: number): Candidate | null {
  if (!existsSync(aside.database) || !existsSync(`${aside.database}-wal`)) return null;
  const copy = bareCopy(database);
  copyFileSync(aside.database, copy);
  return goodCandidate(copy, knownSchema, 'file');
}

/** The newest snapshot that can be read whole; older ones are tried in turn. */
function newestSnapshot(folder: string, knownSchema: number): Candidate | null {
  for (const { path } of listSnapshots(folder)) {
    const candidate = goodCandidate(path, knownSchema, 'snapshot');
    if (candidate !== null) return candidate;
  }
  return null;
}

function goodCandidate(path: string, knownSchema: number, origin: Candidate['origin']): Candidate | null {
  try {
    const db = openForReading(path);
    try {
      const depth = { fullCheckBytes: Number.POSITIVE_INFINITY, indexes: true };
      if (findDamage(db, depth) !== null || schemaVersion(db) > knownSchema) return null;
      const { lastStamp } = readMeta(db);
      const newestEditMs = lastStamp === null ? 0 : parseHlc(lastStamp).ms;
      return { path, lastStamp: lastStamp ?? '', newestEditMs, origin };
    } finally {
      db.close();
    }
  } catch (thrown) {
    if (isDamage(thrown) || thrown instanceof RangeError) return null;
    throw thrown;
  } finally {
    for (const suffix of sidecars) rmSync(`${path}${suffix}`, { force: true });
  }
}

/** A copy under another name, forced to the disk, then renamed: the place is never left with half a file. */
function install(from: string, database: string): void {
  const partial = `${database}.partial`;
  copyFileSync(from, partial);
  forceToDisk(partial);
  renameSync(partial, database);
  forceFolderToDisk(dirname(database));
}
