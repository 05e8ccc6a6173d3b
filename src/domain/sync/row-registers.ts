import { z } from 'zod';
import { type EntityName, entityNames, type JsonValue } from '../kernel/patch.ts';

/** A stamp of {@link file://../kernel/hlc.ts} as text. */
export const Stamp = z.string().regex(/^[0-9a-f]{12}-[0-9a-f]{4}-.{1,64}$/);

/**
 * One row as registers, as it travels and as the service keeps it. Format: docs/sync.md, "What travels".
 * `b` base stamp, `d` deletion, `v` values, `s` the stamps of values that are not of `b` (nearly always newer ones).
 */
export interface RowRegisters {
  readonly e: EntityName;
  readonly id: string;
  readonly b: string;
  readonly d?: string | undefined;
  readonly v: Readonly<Record<string, JsonValue>>;
  readonly s?: Readonly<Record<string, string>> | undefined;
}
const registers = z.object({
  e: z.enum(entityNames),
  id: z.string().min(1).max(200),
  b: Stamp,
  d: Stamp.optional(),
  v: z.record(z.string().max(64), z.json()),
  s: z.record(z.string().max(64), Stamp).optional(),
});
export const RowRegisters: z.ZodType<RowRegisters> = registers;

/** A row as another device may have sent it: of a newer version, it may be of a kind that this one does not know. */
export interface PulledRow extends Omit<RowRegisters, 'e'> {
  readonly e: string;
}
export const PulledRow: z.ZodType<PulledRow> = registers.extend({ e: z.string().min(1).max(64) });

/** Whether a row that came is of a kind that this version knows. */
export function isOfKnownKind(row: PulledRow): row is RowRegisters {
  return (entityNames as readonly string[]).includes(row.e);
}

/** The stamp of a value of `row`. */
export function stampOf(row: RowRegisters, field: string): string {
  return row.s?.[field] ?? row.b;
}

/** Whether the row is deleted. Its values stay. */
export function isGone(row: Pick<RowRegisters, 'b' | 'd'>): boolean {
  return row.d !== undefined && row.d > row.b;
}

/**
 * Two writes of one field that did not know of each other; `field` null: a row was deleted by one and edited by another, `loser`
 * holds the values of the whole row, `winner` is null and `winnerStamp` the deletion's.
 */
export interface Met {
  readonly e: EntityName;
  readonly id: string;
  readonly field: string | null;
  readonly loser: JsonValue;
  readonly loserStamp: string;
  readonly winner: JsonValue;
  readonly winnerStamp: string;
}
export const Met: z.ZodType<Met> = z.object({
  e: z.enum(entityNames),
  id: z.string(),
  field: z.string().nullable(),
  loser: z.json(),
  loserStamp: Stamp,
  winner: z.json(),
  winnerStamp: Stamp,
});

/** The device that made a stamp: what comes after time and counter, see {@link file://../kernel/hlc.ts}. */
export function deviceOf(stamp: string): string {
  return stamp.slice(18);
}

/** One text for one row of a project, for maps. */
export function rowKey({ e, id }: Pick<RowRegisters, 'e' | 'id'>): string {
  return `${e} ${id}`;
}
