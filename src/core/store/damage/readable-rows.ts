import type Database from 'better-sqlite3';
import type { EntityName, Row } from '../../../domain/kernel/patch.ts';
import { checkRow } from '../check-row.ts';
import { selectFrom } from '../row-statements.ts';
import { entityCodecs } from '../schema/entity-codec.ts';

export interface ReadableRows {
  readonly rows: readonly Row[];
  /** Rows that are there and hold what their schema refuses, by id. */
  readonly bad: readonly string[];
  /** False when part of the table could not be reached, so that there may be more rows than these. */
  readonly complete: boolean;
}

/**
 * Every row of a kind that can still be read from a damaged database: from the front up to the damage, from the back
 * up to it, and what lies between by way of the index.
 */
export function readableRows(db: Database.Database, entity: EntityName): ReadableRows {
  const codec = entityCodecs[entity];
  const found = new Map<string, Row>();
  const bad = new Set<string>();
  const keep = (stored: unknown): void => {
    if (!reached(() => keepGood(stored))) bad.add(String((stored as { id: unknown }).id));
  };
  const keepGood = (stored: unknown): void => {
    const row = codec.decode(stored);
    if (checkRow(entity, row) === null) found.set(row.id, row);
    else bad.add(String(row.id));
  };
  const scan = (direction: string): boolean =>
    reached(() => {
      for (const stored of db.prepare(`${selectFrom(codec)} ORDER BY rowid ${direction}`).iterate())
        keep(stored);
    });

  const complete = scan('ASC') && nothingMissing(db, codec.table, found.size + bad.size);
  if (!complete) {
    scan('DESC');
    reached(() => {
      const ids = db.prepare(`SELECT id FROM ${codec.table} INDEXED BY sqlite_autoindex_${codec.table}_1`);
      const one = db.prepare(`${selectFrom(codec)} WHERE id = ?`);
      for (const id of ids.pluck().all()) {
        if (found.has(String(id))) continue;
        reached(() => {
          const stored = one.get(id);
          if (stored !== undefined) keep(stored);
        });
      }
    });
  }
  return { rows: [...found.values()], bad: [...bad].filter((id) => !found.has(id)), complete };
}

/** A tree can lose a branch without a page being bad: its own check, or the index beside it, knows. */
function nothingMissing(db: Database.Database, table: string, found: number): boolean {
  let missing = true;
  reached(() => {
    const sound = db.pragma(`quick_check('${table}')`, { simple: true }) === 'ok';
    const index = `sqlite_autoindex_${table}_1`;
    missing =
      !sound && db.prepare(`SELECT count(*) FROM ${table} INDEXED BY ${index}`).pluck().get() !== found;
  });
  return !missing;
}

/** Whether `step` came to its end. A page that cannot be read or a row that is no JSON any more is what is looked for here. */
function reached(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}
