/** Values a row may hold: what JSON can carry, so that rows travel through history, outbox and wire unchanged. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** The synced record kinds. One SQLite table, one zod schema and one clock map each. */
export const entityNames = [
  'project',
  'block',
  'scene',
  'shot',
  'cast',
  'place',
  'job',
  'asset',
  'take',
  'track',
  'item',
  'transition',
  'export',
  'conflict',
  'allowance',
] as const;
export type EntityName = (typeof entityNames)[number];

/** A record as stored: `id` plus named fields; a field that holds nothing is `null`, never absent. */
export type Row = { readonly id: string; readonly [field: string]: JsonValue };

export type FieldChange = { readonly from: JsonValue; readonly to: JsonValue };

export type RecordChange =
  | { readonly kind: 'add'; readonly entity: EntityName; readonly row: Row }
  | {
      readonly kind: 'update';
      readonly entity: EntityName;
      readonly id: string;
      readonly fields: Readonly<Record<string, FieldChange>>;
    }
  | { readonly kind: 'remove'; readonly entity: EntityName; readonly row: Row };

/**
 * What an edit did: a list in which every record appears at most once. The only currency of the write path:
 * commands return it, the store commits it, mirrors apply it, undo reverses it.
 */
export interface RecordsPatch {
  readonly changes: readonly RecordChange[];
}

export const emptyPatch: RecordsPatch = { changes: [] };

export function addChange<R extends { readonly id: string }>(entity: EntityName, row: R): RecordChange {
  return { kind: 'add', entity, row: row as unknown as Row };
}

export function removeChange<R extends { readonly id: string }>(entity: EntityName, row: R): RecordChange {
  return { kind: 'remove', entity, row: row as unknown as Row };
}

/** The change from `before` to `before` with `next`, or null where no field differs. Values are compared as JSON. */
export function updateChange<R extends { readonly id: string }>(
  entity: EntityName,
  before: R,
  next: Partial<R>,
): RecordChange | null {
  const fields: Record<string, FieldChange> = {};
  const row = before as unknown as Record<string, JsonValue>;
  for (const [field, to] of Object.entries(next) as [string, JsonValue][]) {
    const from = row[field] ?? null;
    if (!sameValue(from, to)) fields[field] = { from, to };
  }
  return Object.keys(fields).length === 0 ? null : { kind: 'update', entity, id: before.id, fields };
}

export function patchOf(changes: Iterable<RecordChange | null>): RecordsPatch {
  return { changes: [...changes].filter((change) => change !== null) };
}

/** The patch that takes back `patch`, last change first. */
export function reversePatch(patch: RecordsPatch): RecordsPatch {
  return { changes: patch.changes.map(reverseChange).reverse() };
}

function reverseChange(change: RecordChange): RecordChange {
  switch (change.kind) {
    case 'add':
      return { kind: 'remove', entity: change.entity, row: change.row };
    case 'remove':
      return { kind: 'add', entity: change.entity, row: change.row };
    case 'update': {
      const fields: Record<string, FieldChange> = {};
      for (const [name, { from, to }] of Object.entries(change.fields)) fields[name] = { from: to, to: from };
      return { ...change, fields };
    }
  }
}

export function sameValue(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  return canonicalJson(a) === canonicalJson(b);
}

/** JSON with sorted keys and no white space: equal values give equal text. The form that request hashes are taken of. */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const record = value as { readonly [key: string]: JsonValue };
  const parts = Object.keys(record)
    .sort()
    .filter((key) => record[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key] as JsonValue)}`);
  return `{${parts.join(',')}}`;
}
