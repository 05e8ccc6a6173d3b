import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { sidecars } from '../home-layout.ts';
import { schemaVersion } from '../migrate.ts';
import { openForReading } from '../open-database.ts';
import { readMeta, type StoreMeta } from '../store-meta.ts';
import { findDamage, isDamage } from './find-damage.ts';
import { inspectWal, type WalLoss } from './inspect-wal.ts';

/** What was found under the database's name before anything was opened for writing. */
export type Examination =
  | { readonly kind: 'sound'; readonly walLoss: WalLoss | null }
  /** Written by a newer version: not ours to judge. */
  | { readonly kind: 'newer' }
  /** With a foreign log, what can be read of the two together is no state of this database. */
  | { readonly kind: 'damaged'; readonly reason: string; readonly foreignLog: boolean };

export interface ExaminationDepth {
  readonly knownSchema: number;
  /** Read every page, however many there are: after a session that met damage. */
  readonly everyPage: boolean;
}

/**
 * Looks at a database file and its log without changing either: opening them for writing would copy a bad log into a
 * good file. Called by the lock's holder only, with no connection open.
 */
export function examineDatabase(path: string, depth: ExaminationDepth): Examination {
  const walPath = `${path}-wal`;
  const hasLog = existsSync(walPath) && statSync(walPath).size > 0;
  if (statSync(path).size === 0) return { kind: 'damaged', reason: 'the file is empty', foreignLog: false };
  try {
    // Before anything opens the database: opening writes a new index of the log.
    const walLoss = hasLog ? inspectWal(path) : null;
    const judged = judge(path, depth, hasLog);
    if ('kind' in judged) return judged;
    if (!hasLog) return { kind: 'sound', walLoss: null };
    if (!logBelongs(path, judged))
      return { kind: 'damaged', reason: 'its log is not its own', foreignLog: true };
    return { kind: 'sound', walLoss };
  } catch (thrown) {
    if (isDamage(thrown)) return { kind: 'damaged', reason: thrown.message, foreignLog: false };
    throw thrown;
  }
}

function judge(path: string, depth: ExaminationDepth, hasLog: boolean): Examination | StoreMeta {
  const db = openForReading(path);
  try {
    const damage = findDamage(
      db,
      depth.everyPage ? { indexes: true, fullCheckBytes: Number.POSITIVE_INFINITY } : { indexes: hasLog },
    );
    if (damage !== null) return { kind: 'damaged', reason: damage, foreignLog: false };
    if (schemaVersion(db) > depth.knownSchema) return { kind: 'newer' };
    return readMeta(db);
  } finally {
    db.close();
  }
}

/**
 * Whether the log continues this very file. Every commit writes the store's own facts, so that a log of another
 * database brings another id with it, and an old log of this one an older stamp than the file alone has.
 */
function logBelongs(path: string, withLog: StoreMeta): boolean {
  const alone = readAlone(path);
  if (alone === null) return true;
  return alone.databaseId === withLog.databaseId && (alone.lastStamp ?? '') <= (withLog.lastStamp ?? '');
}

/** The facts of the file without its log; null where they cannot be told, as after a checkpoint that was cut short. */
function readAlone(path: string): StoreMeta | null {
  const copy = `${path}.alone`;
  try {
    copyFileSync(path, copy);
    const db = openForReading(copy);
    try {
      return readMeta(db);
    } finally {
      db.close();
    }
  } catch (thrown) {
    // A full disk must not keep a sound database from opening; then the log is taken as it is.
    if (isDamage(thrown) || isFull(thrown)) return null;
    throw thrown;
  } finally {
    for (const suffix of ['', ...sidecars]) rmSync(`${copy}${suffix}`, { force: true });
  }
}

function isFull(thrown: unknown): boolean {
  return (
    thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'SQLITE_FULL')
  );
}
