import { getTableColumns } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { entitySchemas } from '../../../domain/entities.ts';
import { entityNames } from '../../../domain/kernel/patch.ts';
import { entityTables } from './entity-tables.ts';

/** What the table of a field should look like: kind of column, and whether it may be null. */
interface Expected {
  readonly columnType: string;
  readonly notNull: boolean;
}

function expectedColumn(given: z.core.$ZodType): Expected {
  const field = given instanceof z.ZodDefault ? given.unwrap() : given;
  const nullable = field instanceof z.ZodNullable;
  return { columnType: columnTypeOf(nullable ? field.unwrap() : field), notNull: !nullable };
}

function columnTypeOf(field: z.core.$ZodType): string {
  if (field instanceof z.ZodString || field instanceof z.ZodEnum) return 'SQLiteText';
  if (field instanceof z.ZodLiteral)
    return typeof [...field.values][0] === 'string' ? 'SQLiteText' : 'SQLiteInteger';
  if (field instanceof z.ZodBoolean) return 'SQLiteBoolean';
  if (field instanceof z.ZodNumber) return field.format === null ? 'SQLiteReal' : 'SQLiteInteger';
  return 'SQLiteTextJson';
}

function expectedTable(schema: z.core.$ZodType): Record<string, Expected> {
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<z.core.$ZodType>(schema.shape);
    return Object.fromEntries(fields.map(([name, field]) => [name, expectedColumn(field)]));
  }
  if (!(schema instanceof z.ZodUnion)) throw new TypeError('a record is an object or a union of objects');
  // One table for all: a field that some of them lack must be nullable.
  const tables = schema.options.map(expectedTable);
  const names = new Set(tables.flatMap((table) => Object.keys(table)));
  const merged = [...names].map((name): [string, Expected] => {
    const found = tables.map((table) => table[name]).filter((column) => column !== undefined);
    expect(new Set(found.map((column) => column.columnType)).size, `one type for "${name}"`).toBe(1);
    const notNull = found.length === tables.length && found.every((column) => column.notNull);
    return [name, { columnType: found[0]?.columnType ?? '', notNull }];
  });
  return Object.fromEntries(merged);
}

describe('the tables follow the schemas of the domain', () => {
  test.each(entityNames)('%s', (entity) => {
    const columns = Object.entries(getTableColumns(entityTables[entity]));
    const actual = columns.map(([name, { columnType, notNull }]) => [name, { columnType, notNull }]);
    expect(Object.fromEntries(actual)).toEqual(expectedTable(entitySchemas[entity]));
    for (const [name, column] of columns) expect(column.name, 'a column has its field’s name').toBe(name);
  });
});
