import { canonicalJson, type JsonValue, sameValue } from '../kernel/patch.ts';
import { type RowRegisters, stampOf } from './row-registers.ts';

/**
 * Whether a register of `stamp` and `value` takes the place of another. Stamps of two devices never tie; where the same stamp
 * came with two values all the same (a restored data folder), the greater text wins, so that everybody agrees.
 */
export function beats(stamp: string, value: JsonValue, other: string, otherValue: JsonValue): boolean {
  if (stamp !== other) return stamp > other;
  return !sameValue(value, otherValue) && canonicalJson(value) > canonicalJson(otherValue);
}

/**
 * The join of two states of one row: register by register the newer one. Commutative, associative, idempotent; either may hold
 * a part of the fields only.
 */
export function mergeRows(mine: RowRegisters, theirs: RowRegisters): RowRegisters {
  const v: Record<string, JsonValue> = { ...mine.v };
  const stamps: Record<string, string> = {};
  for (const field of Object.keys(v)) stamps[field] = stampOf(mine, field);
  for (const [field, value] of Object.entries(theirs.v)) {
    const stamp = stampOf(theirs, field);
    const known = stamps[field];
    if (known !== undefined && !beats(stamp, value, known, v[field] ?? null)) continue;
    v[field] = value;
    stamps[field] = stamp;
  }
  return registersOf({
    e: mine.e,
    id: mine.id,
    b: greater(mine.b, theirs.b),
    d: mine.d === undefined ? theirs.d : greater(mine.d, theirs.d ?? ''),
    v,
    stamps,
  });
}

/** A row in its one form: `s` names only the stamps that are not `b`, in the order of the fields' names. */
export function registersOf(parts: {
  readonly e: RowRegisters['e'];
  readonly id: string;
  readonly b: string;
  readonly d: string | undefined;
  readonly v: Readonly<Record<string, JsonValue>>;
  /** The stamp of every field of `v`. */
  readonly stamps: Readonly<Record<string, string>>;
}): RowRegisters {
  const { e, id, b, d, v } = parts;
  const s: Record<string, string> = {};
  let named = false;
  for (const [field, stamp] of Object.entries(parts.stamps)) {
    if (stamp === b) continue;
    s[field] = stamp;
    named = true;
  }
  return { e, id, b, ...(d === undefined ? {} : { d }), v, ...(named ? { s } : {}) };
}

/** The newest stamp in a row. */
export function newestStamp(row: Pick<RowRegisters, 'b' | 'd' | 's'>): string {
  let newest = row.d === undefined ? row.b : greater(row.b, row.d);
  for (const stamp of Object.values(row.s ?? {})) newest = greater(newest, stamp);
  return newest;
}

const greater = (a: string, b: string): string => (a > b ? a : b);
