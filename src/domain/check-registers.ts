import { z } from 'zod';
import { fieldSchemasOf, refusalOf } from './entity-fields.ts';
import type { EntityName, JsonValue } from './kernel/patch.ts';
import { isGone, type RowRegisters } from './sync/row-registers.ts';
import { fieldWay, travels } from './sync/synced-fields.ts';

type Values = Readonly<Record<string, JsonValue>>;

/**
 * The fields of `row` whose values this version cannot hold in a row of `projectId`; `id` stands for the row's id too. Fields that this
 * version does not know, or that stay on their computer, are nobody's concern. `known` are the values of the row before it came: what
 * kind of item something is does not change.
 */
export function badFields(projectId: string, row: RowRegisters, known: Values | null): readonly string[] {
  const { e, id, v } = row;
  // Of an item of which nothing says what it is, what all items have can be judged.
  const schemas =
    fieldSchemasOf(e, known?.['kind']) ?? fieldSchemasOf(e, v['kind']) ?? fieldSchemasOf(e, 'gap');
  if (!travels(e) || schemas === undefined) return ['id'];
  const bad: string[] = [];
  const idSchema = schemas['id'];
  if (idSchema === undefined || refusalOf(idSchema, id) !== null || (e === 'project' && id !== projectId)) {
    bad.push('id');
  }
  for (const [field, value] of Object.entries(v)) {
    if (fieldWay(e, field) === 'stays') continue;
    if (!isOfRow(field, value, projectId, row) || !fits(schemas[field], value)) bad.push(field);
  }
  return [...new Set(bad)];
}

/** A row says its own id and project, where it says any. */
function isOfRow(field: string, value: JsonValue, projectId: string, { id }: RowRegisters): boolean {
  if (field === 'id') return value === id;
  return field !== 'projectId' || value === projectId;
}

function fits(schema: z.core.$ZodType | undefined, value: JsonValue): boolean {
  return schema !== undefined && refusalOf(schema, value) === null;
}

/** A field without which `values` are no row of this kind; null where there is none. */
export function missingField(entity: EntityName, values: Values): string | null {
  for (const field of neededFields(entity, values['kind'])) if (!(field in values)) return field;
  return null;
}

/**
 * Why the service does not take `row` into what it has of it (`kept`; null where it has nothing): the field that holds what it may not,
 * or that is missing in a row that comes to be there. Null where it does.
 */
export function refusedField(projectId: string, row: RowRegisters, kept: RowRegisters | null): string | null {
  // Two devices may have made one item as different things: whoever brings all of it is taken.
  const [bad] = badFields(projectId, row, 'kind' in row.v ? null : (kept?.v ?? null));
  if (bad !== undefined) return bad;
  const comesToBe =
    kept === null ? !isGone(row) : isGone(kept) && !isGone({ b: row.b, d: newer(kept.d, row.d) });
  return comesToBe ? missingField(row.e, { ...kept?.v, ...row.v }) : null;
}

function newer(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

/** The row without these fields. */
export function withoutFields(row: RowRegisters, fields: readonly string[]): RowRegisters {
  if (fields.length === 0) return row;
  const kept = <T>(of: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(of).filter(([field]) => !fields.includes(field)));
  return { ...row, v: kept(row.v), ...(row.s === undefined ? {} : { s: kept(row.s) }) };
}

const needed = new Map<string, readonly string[]>();

/** The fields of a kind that travel and that no default stands in for. The id is the row's own. */
function neededFields(entity: EntityName, kindOfItem: unknown): readonly string[] {
  const schemas = fieldSchemasOf(entity, kindOfItem) ?? fieldSchemasOf(entity, 'gap') ?? {};
  const key = entity === 'item' ? `item ${String(kindOfItem)}` : entity;
  let fields = needed.get(key);
  if (fields === undefined) {
    fields = Object.entries(schemas)
      .filter(
        ([field, schema]) => field !== 'id' && fieldWay(entity, field) !== 'stays' && !hasDefault(schema),
      )
      .map(([field]) => field);
    needed.set(key, fields);
  }
  return fields;
}

const hasDefault = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodDefault || schema instanceof z.ZodOptional;
