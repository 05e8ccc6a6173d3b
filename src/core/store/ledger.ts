import type Database from 'better-sqlite3';
import type { Hlc } from '../../domain/kernel/hlc.ts';
import type { EntityName } from '../../domain/kernel/patch.ts';

/** Field clocks, outbox and the newest stamp: what every write leaves behind beside the row itself. */
export interface Ledger {
  rowAdded(entity: EntityName, id: string, stamp: Hlc): void;
  fieldsWritten(entity: EntityName, id: string, fields: readonly string[], stamp: Hlc): void;
  rowRemoved(entity: EntityName, id: string, stamp: Hlc): void;
  saveLastStamp(stamp: Hlc): void;
}

export function createLedger(db: Database.Database): Ledger {
  const added = db.prepare(
    `INSERT INTO row_clocks (entity, rowId, base) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET base = excluded.base, fields = NULL, deleted = NULL`,
  );
  const written = db.prepare(
    "UPDATE row_clocks SET fields = json_patch(coalesce(fields, '{}'), ?) WHERE entity = ? AND rowId = ?",
  );
  const removed = db.prepare('UPDATE row_clocks SET deleted = ? WHERE entity = ? AND rowId = ?');
  const queued = db.prepare(
    `INSERT INTO outbox (entity, rowId, since, latest) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET latest = excluded.latest`,
  );
  const lastStamp = db.prepare("UPDATE meta SET value = ? WHERE key = 'lastStamp'");

  return {
    rowAdded(entity, id, stamp) {
      added.run(entity, id, stamp);
      queued.run(entity, id, stamp, stamp);
    },
    fieldsWritten(entity, id, fields, stamp) {
      const stamps = fields.map((field) => [field, stamp]);
      written.run(JSON.stringify(Object.fromEntries(stamps)), entity, id);
      queued.run(entity, id, stamp, stamp);
    },
    rowRemoved(entity, id, stamp) {
      removed.run(stamp, entity, id);
      queued.run(entity, id, stamp, stamp);
    },
    saveLastStamp(stamp) {
      lastStamp.run(stamp);
    },
  };
}
