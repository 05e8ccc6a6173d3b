import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { waitsSince } from './waiting.ts';

interface Line {
  readonly projectId: string;
  readonly entity: string;
  readonly rowId: string;
  readonly since: string;
  readonly latest: string;
}
interface ClockText {
  readonly base: string;
  readonly fields: string | null;
  readonly deleted: string | null;
}

/**
 * Makes a data folder that is a copy of another one a device of its own. What was written here and not sent is stamped as the new
 * device's, at the times at which it was written: the other folder may have stamped something else with the same. Batches are
 * counted anew. Undo stays; jobs that were asked for before are the other folder's, which may be sending them. Inside a transaction.
 */
export function becomeNewDevice(db: Database.Database, before: string): void {
  const next = randomBytes(8).toString('hex');
  restamp(db, before, next);
  db.prepare('UPDATE history SET deviceId = ? WHERE deviceId = ?').run(next, before);
  db.prepare('UPDATE jobs SET deviceId = ? WHERE deviceId IS NULL').run(before);
  db.prepare('UPDATE sync_places SET batch = 0, sentBatch = NULL, sentUpTo = NULL, sentIds = NULL').run();
  db.prepare("DELETE FROM meta WHERE key LIKE 'batches:%'").run();
  db.prepare("UPDATE meta SET value = ? WHERE key = 'deviceId'").run(next);
}

function restamp(db: Database.Database, before: string, next: string): void {
  const renamed = (stamp: string): string =>
    stamp.endsWith(`-${before}`) ? `${stamp.slice(0, -before.length)}${next}` : stamp;
  const clockOf = db.prepare('SELECT base, fields, deleted FROM row_clocks WHERE entity = ? AND rowId = ?');
  const putClock = db.prepare(
    'UPDATE row_clocks SET base = ?, fields = ?, deleted = ? WHERE entity = ? AND rowId = ?',
  );
  const putLine = db.prepare(
    `UPDATE outbox SET since = ?, latest = ?, sentAt = NULL, sentWith = NULL
     WHERE projectId = ? AND entity = ? AND rowId = ?`,
  );
  const place = (text: string): string => text.replace(`-${before}!`, `-${next}!`);
  const lines = db.prepare('SELECT projectId, entity, rowId, since, latest FROM outbox').all() as Line[];
  for (const { projectId, entity, rowId, since, latest } of lines) {
    putLine.run(place(since), place(latest), projectId, entity, rowId);
    const clock = clockOf.get(entity, rowId) as ClockText | undefined;
    if (clock === undefined) continue;
    // Of a row that waits whole, what was written before it came into line is known elsewhere, or is the same in both folders.
    const waits = waitsSince(since.endsWith('*') ? since.slice(0, -1) : since, before);
    const now = (stamp: string): string => (waits(stamp) ? renamed(stamp) : stamp);
    const fields = clock.fields === null ? null : (JSON.parse(clock.fields) as Record<string, string>);
    const renewed =
      fields === null
        ? null
        : JSON.stringify(
            Object.fromEntries(Object.entries(fields).map(([field, stamp]) => [field, now(stamp)])),
          );
    putClock.run(now(clock.base), renewed, clock.deleted === null ? null : now(clock.deleted), entity, rowId);
  }
}
