import { getTableColumns } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { entitySchemas } from '../../../domain/entities.ts';
import type { EntityName, JsonValue, Row } from '../../../domain/kernel/patch.ts';
import { entityTables } from './entity-tables.ts';

export type SqlValue = string | number | null;
type StoredRow = Record<string, JsonValue>;

/** How the rows of one kind travel between the domain and their table. */
export interface EntityCodec {
  readonly table: string;
  /** Every column, `id` first. */
  readonly columns: readonly string[];
  /** What tells the order of a project's rows, before the id. */
  readonly orderBy: readonly string[];
  isJson(column: string): boolean;
  encode(column: string, value: JsonValue | undefined): SqlValue;
  /** Turns a row as SQLite gives it into a domain row, in place. */
  decode(stored: unknown): Row;
}

function createCodec(entity: EntityName): EntityCodec {
  const table = entityTables[entity];
  const columns = Object.entries(getTableColumns(table));
  const jsonColumns = columns.filter(([, c]) => c.columnType === 'SQLiteTextJson').map(([name]) => name);
  const flagColumns = columns.filter(([, c]) => c.columnType === 'SQLiteBoolean').map(([name]) => name);
  const json = new Set(jsonColumns);
  const names = columns.map(([name]) => name);
  const orderColumn = ['order', 'createdAtMs', 'startedAtMs', 'metAtMs'].find((name) => names.includes(name));
  return {
    table: getTableConfig(table).name,
    columns: names,
    orderBy: orderColumn === undefined ? ['id'] : [orderColumn, 'id'],
    isJson: (column) => json.has(column),
    encode(column, value) {
      if (value === null || value === undefined) return null;
      if (json.has(column)) return JSON.stringify(value);
      if (typeof value === 'boolean') return value ? 1 : 0;
      return value as SqlValue;
    },
    decode(stored) {
      const row = stored as StoredRow;
      for (const column of jsonColumns) {
        const text = row[column];
        if (typeof text === 'string') row[column] = JSON.parse(text) as JsonValue;
      }
      for (const column of flagColumns) if (row[column] !== null) row[column] = row[column] === 1;
      return entity === 'item' ? ownItemFields(row) : (row as Row);
    },
  };
}

const itemFields = new Map<JsonValue | undefined, readonly string[]>(
  entitySchemas.item.options.map((option) => [option.shape.kind.value, Object.keys(option.shape)]),
);

/** One table holds all kinds of item; a row of one kind has no fields of the others. */
function ownItemFields(stored: StoredRow): Row {
  const fields = itemFields.get(stored['kind']);
  if (fields === undefined) return stored as Row;
  const row: StoredRow = {};
  for (const field of fields) row[field] = stored[field] ?? null;
  return row as Row;
}

export const entityCodecs = Object.fromEntries(
  (Object.keys(entityTables) as EntityName[]).map((entity) => [entity, createCodec(entity)]),
) as Readonly<Record<EntityName, EntityCodec>>;
