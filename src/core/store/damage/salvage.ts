import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Charge } from '../../../domain/jobs/charge.ts';
import { type EntityName, entityNames } from '../../../domain/kernel/patch.ts';
import { sidecars } from '../home-layout.ts';
import { openForReading } from '../open-database.ts';
import { readMeta } from '../store-meta.ts';
import { isDamage } from './find-damage.ts';
import { type ReadableRows, readableRows } from './readable-rows.ts';
import type { SetAside } from './repair-database.ts';
import { withSoundHeader } from './sound-header.ts';

export interface Salvaged {
  readonly tables: ReadonlyMap<EntityName, ReadableRows>;
  /** Lines of the ledger, as far as they can be read. */
  readonly charges: readonly Charge[];
  /** Every record of every kind could be read. */
  readonly complete: boolean;
  /** The newest edit that it holds; '' where that cannot be read. */
  readonly lastStamp: string;
}

export const nothingSalvaged: Salvaged = {
  tables: new Map(),
  charges: [],
  complete: false,
  lastStamp: '',
};

/** Everything that can still be read of a database that was set aside, kind by kind. The file itself is not touched. */
export function salvage(aside: SetAside): Salvaged {
  if (!existsSync(aside.database)) return nothingSalvaged;
  const folder = mkdtempSync(join(aside.folder, 'reading-'));
  try {
    const copy = join(folder, basename(aside.database));
    for (const suffix of ['', ...sidecars]) {
      if (existsSync(aside.database + suffix)) copyFileSync(aside.database + suffix, copy + suffix);
    }
    const first = attempt(() => readAll(copy));
    if (first !== null && [...first.tables.values()].some(({ rows }) => rows.length > 0)) return first;
    // Perhaps only the first hundred bytes are bad, without which SQLite reads nothing at all.
    withSoundHeader(copy);
    return attempt(() => readAll(copy)) ?? nothingSalvaged;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readAll(path: string): Salvaged {
  const db = openForReading(path);
  try {
    const tables = new Map(entityNames.map((entity) => [entity, readableRows(db, entity)]));
    const complete = [...tables.values()].every((table) => table.complete);
    const charges = readableCharges(db);
    return { tables, charges, complete, lastStamp: attempt(() => readMeta(db).lastStamp) ?? '' };
  } finally {
    db.close();
  }
}

/** From the front up to the damage, and from the back up to it. Money may be counted that is not due, and none is forgotten. */
function readableCharges(db: Database.Database): Charge[] {
  const found = new Map<string, Charge>();
  for (const direction of ['ASC', 'DESC']) {
    try {
      const all = db.prepare(`SELECT * FROM charges ORDER BY rowid ${direction}`);
      // An older version's lines do not say which device asked.
      for (const line of all.iterate() as IterableIterator<Omit<Charge, 'deviceId'> & Partial<Charge>>) {
        if (Number.isSafeInteger(line.amountUsdMicros))
          found.set(line.jobId, { ...line, deviceId: line.deviceId ?? null });
      }
      return [...found.values()];
    } catch {
      // A page that cannot be read, or a database of before the ledger: the other end is tried, too.
    }
  }
  return [...found.values()];
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (thrown) {
    if (isDamage(thrown)) return null;
    throw thrown;
  }
}
