import type Database from 'better-sqlite3';
import { applicationId } from './migrate.ts';

/** Beyond this a full check would be felt at start: about half a second of reading. */
export const checkedBytes = 256 * 1024 * 1024;

/**
 * What is wrong with an open database, in a few words, or null. Up to `fullCheckBytes` every page is read; a larger
 * one gets its own facts and the newest history checked, and shows the rest when it is read.
 */
export function findDamage(db: Database.Database, fullCheckBytes: number = checkedBytes): string | null {
  try {
    if (db.pragma('application_id', { simple: true }) !== applicationId)
      return 'it is not a Reelwright database';
    const pages = db.pragma('page_count', { simple: true }) as number;
    const pageBytes = db.pragma('page_size', { simple: true }) as number;
    const check = pages * pageBytes <= fullCheckBytes ? 'quick_check(1)' : "quick_check('meta')";
    const answer = db.pragma(check, { simple: true });
    if (answer !== 'ok') return String(answer);
    const facts = db.prepare(
      "SELECT count(*) FROM meta WHERE key IN ('databaseId', 'deviceId', 'lastStamp')",
    );
    if (facts.pluck().get() !== 3) return 'its own facts are missing';
    return null;
  } catch (thrown) {
    // Whatever a damaged file makes SQLite throw is the finding; what is no damage is for the caller.
    if (isDamage(thrown)) return thrown.message;
    throw thrown;
  }
}

/** Whether an error means that the file's content is bad, and not the disk, the permissions or another program. */
export function isDamage(thrown: unknown): thrown is Error & { readonly code: string } {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return false;
  return (
    thrown.code.startsWith('SQLITE_CORRUPT') ||
    thrown.code === 'SQLITE_NOTADB' ||
    // A table or column that should be there is not.
    thrown.code === 'SQLITE_ERROR' ||
    thrown.code === 'SQLITE_IOERR_SHORT_READ' ||
    thrown.code === 'SQLITE_FORMAT'
  );
}
