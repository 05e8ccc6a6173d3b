import type Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { applicationId, schemaVersion } from '../migrate.ts';
import { bundledMigrations } from '../migrations/bundled.ts';
import * as schema from '../schema/index.ts';
import { isSearchDamage } from '../search/mend-search.ts';

/** Beyond this a full check would be felt at start: about half a second of reading. */
const checkedBytes = 256 * 1024 * 1024;

export interface CheckDepth {
  /** A database of more bytes gets only its own facts checked, and shows the rest when it is read. */
  readonly fullCheckBytes?: number;
  /** Also compare every index with its table: for a file that something has happened to. */
  readonly indexes?: boolean;
}

/** What is wrong with an open database, in a few words, or null. Throws what is no damage: a busy or failing disk. */
export function findDamage(db: Database.Database, depth: CheckDepth = {}): string | null {
  try {
    if (db.pragma('application_id', { simple: true }) !== applicationId)
      return 'it is not a Reelwright database';
    const pages = db.pragma('page_count', { simple: true }) as number;
    const pageBytes = db.pragma('page_size', { simple: true }) as number;
    const whole = pages * pageBytes <= (depth.fullCheckBytes ?? checkedBytes);
    const check = depth.indexes ? 'integrity_check(10)' : 'quick_check(10)';
    const answer = firstFinding(db, whole ? check : "quick_check('meta')");
    if (answer !== null) return answer;
    const facts = db.prepare(
      "SELECT count(*) FROM meta WHERE key IN ('databaseId', 'deviceId', 'lastStamp')",
    );
    if (facts.pluck().get() !== 3) return 'its own facts are missing';
    askForEveryColumn(db);
    return null;
  } catch (thrown) {
    // Whatever a damaged file makes SQLite throw is the finding.
    if (isDamage(thrown)) return thrown.message;
    throw thrown;
  }
}

/**
 * Throws where a table or column of this version is not there: a bit that flipped in the words of the schema is no damage to
 * SQLite's own checks. A database of another version is brought to this one first, and meets its own errors there.
 */
function askForEveryColumn(db: Database.Database): void {
  if (schemaVersion(db) !== bundledMigrations.length) return;
  for (const table of Object.values(schema)) {
    const columns = Object.keys(getTableColumns(table)).map((column) => `"${column}"`);
    db.prepare(`SELECT ${columns.join(', ')} FROM "${getTableName(table)}"`);
  }
}

/** The first thing that a check has to say; not that the search's index is bad, which is made anew without any loss. */
function firstFinding(db: Database.Database, check: string): string | null {
  const said = db.prepare(`PRAGMA ${check}`).pluck().all().map(String);
  const finding = said.find((line) => line !== 'ok' && !isSearchDamage(line));
  return finding === undefined ? null : finding.split('\n').slice(0, 2).join(' ');
}

/** Whether an error means that the file's content is bad or unreadable, and not permissions or another program. */
export function isDamage(thrown: unknown): thrown is Error & { readonly code: string } {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return false;
  const { code } = thrown;
  return (
    code.startsWith('SQLITE_CORRUPT') ||
    code === 'SQLITE_NOTADB' ||
    code === 'SQLITE_FORMAT' ||
    // A table or column that should be there is not.
    code === 'SQLITE_ERROR' ||
    code === 'SQLITE_IOERR_SHORT_READ' ||
    code === 'SQLITE_IOERR_READ' ||
    code === 'SQLITE_IOERR_CORRUPTFS' ||
    // Sizes that no healthy file asks for.
    code === 'SQLITE_TOOBIG' ||
    code === 'SQLITE_NOMEM'
  );
}
