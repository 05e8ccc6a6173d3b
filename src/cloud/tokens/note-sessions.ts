import type { SessionSeen } from '../../adapters/neon/account.ts';
import type { Claims } from '../../adapters/neon/claims.ts';
import type { SyncDatabase } from '../../adapters/neon/sync-database.ts';

/** Longer no name of a device is. */
const mostLetters = 200;

/**
 * Notes in the audit list that a session has shown its first token. This process asks the database once for each session
 * that it remembers; where the database does not take it now, the next call of the session tries again: nobody is kept from
 * working by a note.
 */
export function createSessionNotes(database: Pick<SyncDatabase, 'noteSession'>, most = 20_000) {
  const noted = new Set<string>();
  return async (claims: Claims, { device, address }: SessionSeen): Promise<void> => {
    const { sessionId } = claims;
    if (sessionId === null || noted.has(sessionId)) return;
    noted.add(sessionId);
    const seen = { device: device?.slice(0, mostLetters) ?? null, address };
    const done = await database.noteSession(claims, seen);
    if (!done.ok) noted.delete(sessionId);
    if (noted.size <= most) return;
    const [oldest] = noted;
    if (oldest !== undefined) noted.delete(oldest);
  };
}
