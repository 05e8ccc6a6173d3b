import { z } from 'zod';
import { entityNames, type JsonValue } from '../kernel/patch.ts';

/** A stamp of {@link file://../kernel/hlc.ts} as text. */
export const Stamp = z.string().regex(/^[0-9a-f]{12}-[0-9a-f]{4}-.{1,64}$/);

/**
 * One row as registers, as it travels and as the service keeps it. Format: docs/sync.md, "What travels".
 * `b` base stamp, `d` deletion, `v` values, `s` the stamps of values that are newer than `b`.
 */
export const RowRegisters = z.object({
  e: z.enum(entityNames),
  id: z.string().min(1).max(200),
  b: Stamp,
  d: Stamp.optional(),
  v: z.record(z.string().max(64), z.json()),
  s: z.record(z.string().max(64), Stamp).optional(),
});
export type RowRegisters = Readonly<z.infer<typeof RowRegisters>>;

/** The stamp of a value of `row`. */
export function stampOf(row: RowRegisters, field: string): string {
  return row.s?.[field] ?? row.b;
}

/** Whether the row is deleted. Its values stay. */
export function isGone(row: Pick<RowRegisters, 'b' | 'd'>): boolean {
  return row.d !== undefined && row.d > row.b;
}

/** Two writes of one field (or of a row's deletion: `field` null) that did not know of each other. */
export const Met = z.object({
  e: z.enum(entityNames),
  id: z.string(),
  field: z.string().nullable(),
  loser: z.json(),
  loserStamp: Stamp,
  winner: z.json(),
  winnerStamp: Stamp,
});
export type Met = Readonly<z.infer<typeof Met>>;

export type RegisterValue = JsonValue;
