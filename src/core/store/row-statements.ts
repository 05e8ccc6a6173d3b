import Database from 'better-sqlite3';
import type { EntityName, JsonValue, Row } from '../../domain/kernel/patch.ts';
import { type EntityCodec, entityCodecs, type SqlValue } from './schema/entity-codec.ts';

/**
 * Reading and writing rows of every kind by prepared statements, built once from the table descriptions. Only the
 * write path may call the writing ones.
 */
export interface RowStatements {
  select(entity: EntityName, id: string): Row | null;
  /** The rows of these ids that are there, by id: one question for all. */
  selectAll(entity: EntityName, ids: readonly string[]): ReadonlyMap<string, Row>;
  /** False, and nothing done, when a row of that id is there. */
  insert(entity: EntityName, row: Row): boolean;
  update(entity: EntityName, id: string, values: Readonly<Record<string, JsonValue>>): void;
  remove(entity: EntityName, id: string): void;
}

export function createRowStatements(db: Database.Database): RowStatements {
  const prepared = new Map<string, Database.Statement>();
  const statement = (key: string, sql: () => string): Database.Statement => {
    let found = prepared.get(key);
    if (found === undefined) {
      found = db.prepare(sql());
      prepared.set(key, found);
    }
    return found;
  };

  return {
    select(entity, id) {
      const codec = entityCodecs[entity];
      const found = statement(`get ${entity}`, () => `${selectFrom(codec)} WHERE id = ?`).get(id);
      return found === undefined ? null : codec.decode(found);
    },
    selectAll(entity, ids) {
      const codec = entityCodecs[entity];
      const found = statement(
        `all ${entity}`,
        () => `${selectFrom(codec)} WHERE id IN (SELECT value FROM json_each(?))`,
      ).all(JSON.stringify(ids));
      const rows = new Map<string, Row>();
      for (const stored of found) {
        const row = codec.decode(stored);
        rows.set(row.id, row);
      }
      return rows;
    },
    insert(entity, row) {
      const codec = entityCodecs[entity];
      const holes = codec.columns.map(() => '?').join(', ');
      const add = statement(
        `add ${entity}`,
        () => `INSERT INTO ${codec.table} (${names(codec.columns)}) VALUES (${holes})`,
      );
      try {
        add.run(codec.columns.map((column) => codec.encode(column, row[column])));
        return true;
      } catch (thrown) {
        const code = thrown instanceof Database.SqliteError ? thrown.code : '';
        if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return false;
        throw thrown;
      }
    },
    update(entity, id, values) {
      const codec = entityCodecs[entity];
      const fields = Object.keys(values);
      const sets = (): string => fields.map((field) => `"${field}" = ?`).join(', ');
      const bound: SqlValue[] = fields.map((field) => codec.encode(field, values[field]));
      statement(
        `set ${entity} ${fields.join()}`,
        () => `UPDATE ${codec.table} SET ${sets()} WHERE id = ?`,
      ).run([...bound, id]);
    },
    remove(entity, id) {
      const codec = entityCodecs[entity];
      statement(`del ${entity}`, () => `DELETE FROM ${codec.table} WHERE id = ?`).run(id);
    },
  };
}

/** `SELECT` with every column of a kind, ready for its codec. */
export function selectFrom(codec: EntityCodec): string {
  return `SELECT ${names(codec.columns)} FROM ${codec.table}`;
}

function names(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
