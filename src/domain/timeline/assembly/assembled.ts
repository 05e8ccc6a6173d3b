import { type JsonValue, sameValue } from '../../kernel/patch.ts';

type Assembled = Readonly<Record<string, JsonValue>>;

interface AssembledRow {
  readonly id: string;
  readonly assembled: Assembled | null;
}

/**
 * What assembly may set of `wanted` in a row: the fields that still hold what it wrote last. A field that a person
 * changed is theirs until they change it back; a row that a person made (`assembled` null) is theirs altogether.
 * The result also records `wanted` as last written.
 */
export function followStory<R extends AssembledRow>(row: R, wanted: Assembled): Partial<R> {
  if (row.assembled === null) return {};
  const next: Record<string, JsonValue> = {};
  for (const [field, value] of Object.entries(wanted)) {
    if (isUntouched(row, field)) next[field] = value;
  }
  return { ...next, assembled: { ...row.assembled, ...wanted } } as Partial<R>;
}

/** The field holds what assembly wrote into it last. */
export function isUntouched(row: AssembledRow, field: string): boolean {
  const written = row.assembled?.[field];
  const value = (row as unknown as Record<string, JsonValue>)[field];
  return written !== undefined && value !== undefined && sameValue(written, value);
}

/** No field that assembly wrote was changed. */
export function isAllUntouched(row: AssembledRow): boolean {
  return row.assembled !== null && Object.keys(row.assembled).every((field) => isUntouched(row, field));
}
