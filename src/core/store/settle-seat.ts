import type Database from 'better-sqlite3';
import { z } from 'zod';
import { isCopied, Seat } from './seat.ts';
import { readMeta } from './store-meta.ts';
import { becomeNewDevice } from './sync/become-new-device.ts';

const key = 'seat';
const Kept = z
  .string()
  .transform((text) => JSON.parse(text) as unknown)
  .pipe(Seat);

/** Notes where the data folder lies; one that is a copy becomes a device of its own before anything is written in it. Returns whether. */
export function settleSeat(db: Database.Database, now: Seat): boolean {
  const kept = db.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(key);
  const known = Kept.safeParse(kept).data ?? null;
  if (known !== null && JSON.stringify(known) === JSON.stringify(now)) return false;
  const copied = known !== null && isCopied(known, now);
  db.transaction(() => {
    if (copied) becomeNewDevice(db, readMeta(db).deviceId);
    db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, JSON.stringify(now));
  }).immediate();
  return copied;
}
