import { z } from 'zod';
import { entitySchemas } from './entities.ts';
import type { EntityName, JsonValue } from './kernel/patch.ts';

type FieldSchemas = Readonly<Record<string, z.core.$ZodType>>;

/** The schema of each field; undefined where only the whole row can be judged. */
function fieldsIn(schema: z.core.$ZodType): FieldSchemas | undefined {
  const isPlain = schema instanceof z.ZodObject && (schema.def.checks ?? []).length === 0;
  return isPlain ? (schema.shape as FieldSchemas) : undefined;
}

const fieldsOfKind = Object.fromEntries(
  Object.entries(entitySchemas).map(([entity, schema]) => [entity, fieldsIn(schema)]),
) as Record<EntityName, FieldSchemas | undefined>;

const fieldsOfItem = new Map<unknown, FieldSchemas | undefined>(
  entitySchemas.item.options.map((option) => [option.shape.kind.value, fieldsIn(option)]),
);

/**
 * The schema of each field of a kind of record, each of which can be judged by itself. Of an item `kindOfItem` says which fields it
 * has. Undefined where nothing can be said field by field.
 */
export function fieldSchemasOf(entity: EntityName, kindOfItem: unknown): FieldSchemas | undefined {
  return entity === 'item' ? fieldsOfItem.get(kindOfItem) : fieldsOfKind[entity];
}

/** Why a value cannot be in this field, as a place in it and a reason; null where it can. */
export function refusalOf(
  schema: z.core.$ZodType,
  value: JsonValue | undefined,
): { readonly path: readonly PropertyKey[]; readonly reason: string } | null {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return null;
  const issue = parsed.error.issues[0];
  return { path: issue?.path ?? [], reason: issue?.message ?? 'it does not fit' };
}
