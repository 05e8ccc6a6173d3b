import { z } from 'zod';
import { entitySchemas } from '../../domain/entities.ts';
import { fieldSchemasOf, refusalOf } from '../../domain/entity-fields.ts';
import type { EntityName, JsonValue, Row } from '../../domain/kernel/patch.ts';
import type { Fault } from '../../domain/kernel/result.ts';

/** What keeps a row from being stored: a field that its schema refuses or does not know; null when it is fine. */
export function checkRow(entity: EntityName, row: Row): Fault | null {
  const parsed = entitySchemas[entity].safeParse(row);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join('.') ?? '';
    return badRow(entity, row.id, field, issue?.message ?? 'it does not fit');
  }
  const known = parsed.data as Record<string, unknown>;
  for (const field of Object.keys(row)) {
    if (!(field in known)) return badRow(entity, row.id, field, 'no such field');
  }
  return null;
}

/**
 * The same of a row that is stored, with other values in some fields: those alone are looked at, since no schema says anything of two
 * fields together (one that did would be asked whole). The kind of an item says what its fields are.
 */
export function checkValues(
  entity: EntityName,
  before: Row,
  values: Readonly<Record<string, JsonValue>>,
): Fault | null {
  const fields = fieldSchemasOf(entity, before['kind']);
  if (fields === undefined || (entity === 'item' && 'kind' in values)) {
    return checkRow(entity, { ...before, ...values });
  }
  for (const [field, value] of Object.entries(values)) {
    const schema = fields[field];
    if (schema === undefined) return badRow(entity, before.id, field, 'no such field');
    const refusal = refusalOf(schema, value);
    if (refusal === null) continue;
    return badRow(entity, before.id, [field, ...refusal.path].join('.'), refusal.reason);
  }
  return null;
}

type Defaults = readonly (readonly [string, z.ZodDefault])[];

function defaultsIn(schema: z.core.$ZodType): Defaults {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, field]) =>
    field instanceof z.ZodDefault ? [[name, field] as const] : [],
  );
}

/** What a field holds that older rows (of history, or of a device that is behind) do not have yet. */
const defaults = Object.fromEntries(
  Object.entries(entitySchemas).map(([entity, schema]) => [entity, defaultsIn(schema)]),
) as Record<EntityName, Defaults>;

/** Items of one kind have fields that the others lack. */
const defaultsOfItem = new Map<unknown, Defaults>(
  entitySchemas.item.options.map((option) => [option.shape.kind.value, defaultsIn(option)]),
);

/** The row with every field that came with a later version: what it would have had then. */
export function completeRow(entity: EntityName, row: Row): Row {
  const fields = entity === 'item' ? (defaultsOfItem.get(row['kind']) ?? []) : defaults[entity];
  const missing = fields.filter(([field]) => !(field in row));
  if (missing.length === 0) return row;
  return {
    ...row,
    ...Object.fromEntries(missing.map(([field, schema]) => [field, schema.parse(undefined)])),
  } as Row;
}

function badRow(entity: EntityName, id: string, field: string, reason: string): Fault {
  return {
    code: 'store.bad-row',
    message: `The ${entity} "${id}" was not saved, and nothing else of this change: its field "${field}" is not valid (${reason}).`,
    detail: { entity, id, field, reason },
  };
}

/**
 * The row with every text made well-formed UTF-16: SQLite keeps UTF-8, where half a surrogate pair has no place, and
 * what is read back must equal what history says was written.
 */
export function wellFormedRow(row: Row): Row {
  let fixed: Record<string, JsonValue> | null = null;
  for (const [field, value] of Object.entries(row)) {
    const next = wellFormedValue(value);
    if (next === value) continue;
    fixed ??= { ...row };
    fixed[field] = next;
  }
  return fixed === null ? row : (fixed as Row);
}

/** Text alone: inside JSON a lone surrogate is kept as an escape. */
export function wellFormedValue(value: JsonValue): JsonValue {
  return typeof value === 'string' && loneSurrogate.test(value)
    ? value.replaceAll(loneSurrogates, '\ufffd')
    : value;
}

const loneSurrogate = /\p{Surrogate}/u;
const loneSurrogates = /\p{Surrogate}/gu;
