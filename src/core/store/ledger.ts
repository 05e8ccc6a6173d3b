import type Database from 'better-sqlite3';
import type { Hlc } from '../../domain/kernel/hlc.ts';
import type { EntityName, JsonValue, Row } from '../../domain/kernel/patch.ts';
import type { RowClock } from '../../domain/sync/absorb-row.ts';
import { fieldGroups, fieldWay } from '../../domain/sync/synced-fields.ts';
import type { Outbox } from './sync/outbox.ts';

/** Field clocks and the outbox: what every write leaves behind beside the row itself. */
export interface Ledger {
  rowAdded(entity: EntityName, row: Row, stamp: Hlc): void;
  fieldsWritten(
    entity: EntityName,
    before: Row,
    values: Readonly<Record<string, JsonValue>>,
    stamp: Hlc,
  ): void;
  rowRemoved(entity: EntityName, row: Row, stamp: Hlc): void;
  clockOf(entity: EntityName, id: string): StoredClock | null;
  /** The clocks of these rows that have one, by id: one question for all. */
  clocksOf(entity: EntityName, ids: readonly string[]): ReadonlyMap<string, StoredClock>;
  /** What a merge made of a row's clock; `remains` of a row that is gone. */
  setClock(entity: EntityName, id: string, clock: RowClock, remains: Row | null): void;
  /** The removed rows of a mirrored project of which something is left. Reads every clock. */
  removedOf(projectId: string): readonly { readonly entity: EntityName; readonly id: string }[];
  /** Lets go of what is left of a project's removed rows: its text. */
  forgetRemains(projectId: string): void;
}

export interface StoredClock extends RowClock {
  /** What is left of a removed row of a mirrored project. */
  readonly remains: Row | null;
}

interface ClockColumns {
  readonly base: string;
  readonly fields: string | null;
  readonly deleted: string | null;
  readonly remains: string | null;
}

export function createLedger(db: Database.Database, outbox: Outbox): Ledger {
  const added = db.prepare(
    `INSERT INTO row_clocks (entity, rowId, base) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET base = excluded.base, fields = NULL, deleted = NULL, remains = NULL`,
  );
  const written = db.prepare(
    "UPDATE row_clocks SET fields = json_patch(coalesce(fields, '{}'), ?) WHERE entity = ? AND rowId = ?",
  );
  const removed = db.prepare('UPDATE row_clocks SET deleted = ?, remains = ? WHERE entity = ? AND rowId = ?');
  const forgotten = db.prepare('DELETE FROM row_clocks WHERE entity = ? AND rowId = ?');
  const find = db.prepare(
    'SELECT base, fields, deleted, remains FROM row_clocks WHERE entity = ? AND rowId = ?',
  );
  const findAll = db.prepare(
    `SELECT rowId, base, fields, deleted, remains FROM row_clocks
     WHERE entity = ? AND rowId IN (SELECT value FROM json_each(?))`,
  );
  const put = db.prepare(
    `INSERT INTO row_clocks (entity, rowId, base, fields, deleted, remains) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET base = excluded.base, fields = excluded.fields, deleted = excluded.deleted, remains = excluded.remains`,
  );

  const letGo = db.prepare(
    `UPDATE row_clocks SET remains = NULL WHERE remains IS NOT NULL
       AND (json_extract(remains, '$.projectId') = @projectId OR (entity = 'project' AND rowId = @projectId))`,
  );

  const removedIn = db.prepare(
    `SELECT entity, rowId AS id FROM row_clocks WHERE deleted IS NOT NULL AND remains IS NOT NULL
       AND (json_extract(remains, '$.projectId') = @projectId OR (entity = 'project' AND rowId = @projectId))`,
  );

  return {
    rowAdded(entity, row, stamp) {
      added.run(entity, row.id, stamp);
      outbox.rowWritten(entity, row, row, stamp);
    },
    fieldsWritten(entity, before, values, stamp) {
      const names = withGroups(entity, before, Object.keys(values));
      const stamps = names.map((field) => [field, stamp]);
      written.run(JSON.stringify(Object.fromEntries(stamps)), entity, before.id);
      if (names.some((field) => fieldWay(entity, field) !== 'stays')) {
        outbox.rowWritten(entity, before, values, stamp);
      }
    },
    rowRemoved(entity, row, stamp) {
      // That this computer has no use for a file any more is no news for others.
      if (entity === 'asset') {
        forgotten.run(entity, row.id);
        return outbox.assetRemoved(row.id);
      }
      // Where nobody is told of it, its deletion means nothing: opened here again, what is elsewhere comes back.
      if (!outbox.follows(entity, row)) return void forgotten.run(entity, row.id);
      removed.run(stamp, JSON.stringify(row), entity, row.id);
      outbox.rowWritten(entity, row, {}, stamp);
    },
    clockOf(entity, id) {
      const found = find.get(entity, id) as ClockColumns | undefined;
      return found === undefined ? null : clockIn(found);
    },
    clocksOf(entity, ids) {
      const found = findAll.all(entity, JSON.stringify(ids)) as (ClockColumns & { readonly rowId: string })[];
      return new Map(found.map((clock) => [clock.rowId, clockIn(clock)]));
    },
    removedOf: (projectId) =>
      removedIn.all({ projectId }) as readonly { readonly entity: EntityName; readonly id: string }[],
    forgetRemains: (projectId) => void letGo.run({ projectId }),
    setClock(entity, id, { base, fields, deleted }, remains) {
      const named = Object.keys(fields).length === 0 ? null : JSON.stringify(fields);
      put.run(entity, id, base, named, deleted, remains === null ? null : JSON.stringify(remains));
    },
  };
}

function clockIn({ base, fields, deleted, remains }: ClockColumns): StoredClock {
  return {
    base,
    fields: fields === null ? {} : (JSON.parse(fields) as Record<string, string>),
    deleted,
    remains: remains === null ? null : (JSON.parse(remains) as Row),
  };
}

/** The fields that are stamped when `names` are written: those that belong together are one write. */
function withGroups(entity: EntityName, row: Row, names: readonly string[]): readonly string[] {
  const groups = fieldGroups[entity];
  if (groups === undefined) return names;
  const all = new Set(names);
  for (const group of groups) {
    if (!names.some((field) => group.includes(field))) continue;
    for (const field of group) if (field in row) all.add(field);
  }
  return [...all];
}
