import { rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { addChange, type EntityName, entityNames, type Row } from '../../../domain/kernel/patch.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { homeLayout, sidecars } from '../home-layout.ts';
import { openForReading } from '../open-database.ts';
import { entityCodecs } from '../schema/entity-codec.ts';
import { listSnapshots } from '../snapshots.ts';
import type { Store, StoreNotice } from '../store.ts';
import { isDamage } from './find-damage.ts';
import { readableRows } from './readable-rows.ts';

/** A row that is there and cannot be used. */
export interface BadRow {
  readonly entity: EntityName;
  readonly id: string;
}

/**
 * For a database whose pages are sound but some of whose rows are not: takes each such row out and puts back the one
 * of the newest safety copy that has it. Everything else stays as it is. `keptIn` names the copy made before.
 */
export function repairRows(store: Store, db: Database.Database, keptIn: string): StoreNotice | null {
  const bad = badRows(db);
  if (bad.length === 0) return null;
  for (const { entity, rowid } of bad) {
    db.prepare(`DELETE FROM ${entityCodecs[entity].table} WHERE rowid = ?`).run(rowid);
  }
  const found = rowsFromSnapshots(store.home, bad);
  const changes = [...found].map(([{ entity }, row]) => addChange(entity, row));
  unwrap(store.commit({ changes }, { projectId: null, label: 'Repair', undoable: false }));
  const lost = bad.filter((row) => !found.has(row));
  const names = lost.slice(0, 5).map(({ entity, id }) => `${entity} "${id}"`);
  const said =
    lost.length === 0
      ? 'All of them were taken from safety copies, as they were then.'
      : `${found.size} were taken from safety copies, as they were then; ${lost.length} are lost (${names.join(', ')}${lost.length > 5 ? ' …' : ''}).`;
  return {
    code: 'store.salvaged',
    message: `${bad.length === 1 ? 'One record' : `${bad.length} records`} of the database in ${store.home} could not be read. ${said} Everything else is kept. A copy of the files as they were found is in ${keptIn}.`,
  };
}

function badRows(db: Database.Database): (BadRow & { readonly rowid: number })[] {
  return entityNames.flatMap((entity) => {
    const { rows, bad } = readableRows(db, entity);
    if (bad.length === 0) return [];
    const good = new Set(rows.map((row) => row.id));
    const all = db.prepare(`SELECT rowid, id FROM ${entityCodecs[entity].table}`).raw().all();
    return (all as [number, unknown][])
      .map(([rowid, id]) => ({ entity, rowid, id: String(id) }))
      .filter(({ id }) => !good.has(id));
  });
}

/** The wanted rows, each from the newest snapshot that still has it. */
export function rowsFromSnapshots(home: string, wanted: readonly BadRow[]): Map<BadRow, Row> {
  const found = new Map<BadRow, Row>();
  for (const { path } of listSnapshots(homeLayout(home).snapshots)) {
    const missing = wanted.filter((row) => !found.has(row));
    if (missing.length === 0) break;
    for (const entity of new Set(missing.map((row) => row.entity))) {
      const rows = new Map(snapshotRows(path, entity).map((row) => [row.id, row]));
      for (const bad of missing.filter((row) => row.entity === entity)) {
        const row = rows.get(bad.id);
        if (row !== undefined) found.set(bad, row);
      }
    }
  }
  return found;
}

function snapshotRows(path: string, entity: EntityName): readonly Row[] {
  try {
    const db = openForReading(path);
    try {
      return readableRows(db, entity).rows;
    } finally {
      db.close();
    }
  } catch (thrown) {
    if (isDamage(thrown)) return [];
    throw thrown;
  } finally {
    for (const suffix of sidecars) rmSync(`${path}${suffix}`, { force: true });
  }
}
