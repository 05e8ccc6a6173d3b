import type Database from 'better-sqlite3';
import { applicationId } from '../migrate.ts';

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
    const check = depth.indexes ? 'integrity_check(1)' : 'quick_check(1)';
    const answer = db.pragma(whole ? check : "quick_check('meta')", { simple: true });
    if (answer !== 'ok') return String(answer).split('\n').slice(0, 2).join(' ');
    const facts = db.prepare(
      "SELECT count(*) FROM meta WHERE key IN ('databaseId', 'deviceId', 'lastStamp')",
    );
    return facts.pluck().get() === 3 ? null : 'its own facts are missing';
  } catch (thrown) {
    // Whatever a damaged file makes SQLite throw is the finding.
    if (isDamage(thrown)) return thrown.message;
    throw thrown;
  }
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
