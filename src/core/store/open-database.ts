import Database from 'better-sqlite3';
import { type Fault, fail } from '../../domain/kernel/result.ts';

/** Before 3.51.3 a checkpoint could reset a WAL that a reader still needed. */
const oldestSqlite = '3.51.3';
const oldestNode = 24;
const busyTimeoutMs = 5_000;

/** Why this process must not load the database at all; null when it may. Below Node 22 the driver ends the process without a word. */
export function nodeFault(nodeVersion: string): Fault | null {
  if (Number.parseInt(nodeVersion, 10) >= oldestNode) return null;
  return fail(
    'store.node-too-old',
    `Reelwright needs Node ${oldestNode} or newer; this is Node ${nodeVersion}. Nothing was opened. Run it through npm, which uses the Node that npm ci installs.`,
  ).fault;
}

export function sqliteFault(sqliteVersion: string): Fault | null {
  const number = (version: string): number =>
    version.split('.').reduce((sum, part) => sum * 1_000 + Number.parseInt(part, 10), 0);
  if (number(sqliteVersion) >= number(oldestSqlite)) return null;
  return fail(
    'store.sqlite-too-old',
    `Reelwright needs SQLite ${oldestSqlite} or newer; this is ${sqliteVersion}, which may lose saved edits. Nothing was opened. Run npm ci again.`,
  ).fault;
}

export function newerSchemaFault(version: number, known: number, home: string): Fault | null {
  if (version <= known) return null;
  return fail(
    'store.newer-schema',
    `The data in ${home} was written by a newer version of Reelwright (schema ${version}, this one knows ${known}). Nothing was changed. Install the newer version, or choose another data folder with --home.`,
  ).fault;
}

export function sqliteVersion(db: Database.Database): string {
  return db.prepare('SELECT sqlite_version()').pluck().get() as string;
}

/**
 * Opens for the one writer. A commit is on the disk when it returns: WAL with `synchronous=FULL` (the driver's own
 * default, NORMAL, may lose the last commits in a power cut).
 */
export function openWritable(path: string): Database.Database {
  const db = new Database(path, { timeout: busyTimeoutMs });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    // No foreign keys are declared: rows of another device may come before what they point at.
    db.pragma('foreign_keys = OFF');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('journal_size_limit = 67108864');
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** Opens beside a writer, or alone; never writes, never repairs. */
export function openForReading(path: string): Database.Database {
  const db = new Database(path, { timeout: busyTimeoutMs, readonly: true, fileMustExist: true });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('query_only = ON');
    // Opening is lazy; this is the first real read.
    db.pragma('user_version');
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}
