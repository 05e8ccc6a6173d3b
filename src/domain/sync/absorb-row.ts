import { type JsonValue, sameValue } from '../kernel/patch.ts';
import { makesConflicts } from './apply-push.ts';
import { beats } from './merge-rows.ts';
import { deviceOf, type Met, type RowRegisters, stampOf } from './row-registers.ts';
import { fieldWay } from './synced-fields.ts';

/** The clock of a row: `base` stamps every field that `fields` does not name. */
export interface RowClock {
  readonly base: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly deleted: string | null;
}

/** A row as a device has it; `values` of a deleted one are what is left of it. */
export interface LocalRow extends RowClock {
  readonly values: Readonly<Record<string, JsonValue>>;
}

export interface Absorbed {
  readonly clock: RowClock;
  readonly gone: boolean;
  /** Fields that have another value than before; all that came, where there was no row. */
  readonly written: Readonly<Record<string, JsonValue>>;
  readonly met: readonly Met[];
}

/**
 * What a row of the service makes of this device's row: the same join as `mergeRows`, over a clock of its own and the fields
 * that this version knows and that travel. `waits` says whether this device wrote that stamp into the row and has not sent it.
 * Null where nothing is new.
 */
export function absorbRow(
  mine: LocalRow | null,
  theirs: RowRegisters,
  waits: (stamp: string) => boolean,
): Absorbed | null {
  return mine === null ? absorbNew(theirs) : absorbInto(mine, theirs, waits);
}

function absorbNew(theirs: RowRegisters): Absorbed {
  const written: Record<string, JsonValue> = {};
  const fields: Record<string, string> = {};
  for (const [field, value] of Object.entries(theirs.v)) {
    if (fieldWay(theirs.e, field) === 'stays') continue;
    written[field] = value;
    const stamp = theirs.s?.[field];
    if (stamp !== undefined && stamp !== theirs.b) fields[field] = stamp;
  }
  const deleted = theirs.d ?? null;
  return {
    clock: { base: theirs.b, fields, deleted },
    gone: deleted !== null && deleted > theirs.b,
    written,
    met: [],
  };
}

function absorbInto(
  mine: LocalRow,
  theirs: RowRegisters,
  waits: (stamp: string) => boolean,
): Absorbed | null {
  const { e, id } = theirs;
  const base = newer(mine.base, theirs.b);
  const deleted = newer(mine.deleted, theirs.d ?? null);
  const gained: Record<string, string> = {};
  const written: Record<string, JsonValue> = {};
  const met: Met[] = [];
  let newestGained = '';
  for (const [field, value] of Object.entries(theirs.v)) {
    const way = fieldWay(e, field);
    if (way === 'stays') continue;
    const stamp = stampOf(theirs, field);
    const known = mine.values[field];
    const knownStamp = known === undefined ? '' : (mine.fields[field] ?? mine.base);
    if (stamp === knownStamp && sameValue(value, known as JsonValue)) continue;
    const same = known !== undefined && sameValue(value, known);
    const wins = known === undefined || beats(stamp, value, knownStamp, known);
    const unknownToEachOther = deviceOf(stamp) !== deviceOf(knownStamp) && waits(knownStamp);
    if (known !== undefined && !same && way !== 'noted' && unknownToEachOther) {
      met.push(
        wins
          ? { e, id, field, loser: known, loserStamp: knownStamp, winner: value, winnerStamp: stamp }
          : { e, id, field, loser: value, loserStamp: stamp, winner: known, winnerStamp: knownStamp },
      );
    }
    if (!wins) continue;
    gained[field] = stamp;
    if (stamp > newestGained) newestGained = stamp;
    if (!same) written[field] = value;
  }
  const gone = deleted !== null && deleted > base;
  const nothing = base === mine.base && deleted === mine.deleted && Object.keys(gained).length === 0;
  if (nothing) return met.length === 0 ? null : { clock: mine, gone, written, met };
  const deletion = gone && makesConflicts(e) ? metDeletion(mine, theirs, deleted, newestGained, waits) : null;
  if (deletion !== null) {
    met.push({ e, id, field: null, ...deletion, loser: { ...mine.values, ...written }, winner: null });
  }
  return { clock: { base, fields: laterStamps(mine, gained, base), deleted }, gone, written, met };
}

/** The stamps of an edit and the deletion that did not know of each other; null where there are none. */
function metDeletion(
  mine: LocalRow,
  theirs: RowRegisters,
  deleted: string,
  newestGained: string,
  waits: (stamp: string) => boolean,
): { readonly loserStamp: string; readonly winnerStamp: string } | null {
  const wasGone = mine.deleted !== null && mine.deleted > mine.base;
  if (wasGone) {
    // Deleted here and not sent: whatever arrives had not seen it.
    if (mine.deleted === null || !waits(mine.deleted)) return null;
    if (newestGained === '' || deviceOf(newestGained) === deviceOf(mine.deleted)) return null;
    return { loserStamp: newestGained, winnerStamp: deleted };
  }
  if (theirs.d !== deleted) return null;
  let newestUnsent = waits(mine.base) ? mine.base : '';
  for (const [field, stamp] of Object.entries(mine.fields)) {
    if (stamp > newestUnsent && waits(stamp) && fieldWay(theirs.e, field) !== 'stays') newestUnsent = stamp;
  }
  return newestUnsent === '' ? null : { loserStamp: newestUnsent, winnerStamp: deleted };
}

/** The stamps that are not the base's. */
function laterStamps(
  mine: LocalRow,
  gained: Readonly<Record<string, string>>,
  base: string,
): Readonly<Record<string, string>> {
  if (base === mine.base && Object.values(gained).every((stamp) => stamp !== base)) {
    return { ...mine.fields, ...gained };
  }
  const stamps: Record<string, string> = {};
  for (const field of Object.keys(mine.values)) stamps[field] = mine.fields[field] ?? mine.base;
  Object.assign(stamps, gained);
  return Object.fromEntries(Object.entries(stamps).filter(([, stamp]) => stamp !== base));
}

function newer<S extends string | null>(a: S, b: S): S {
  if (a === null || b === null) return a ?? b;
  return b > a ? b : a;
}
