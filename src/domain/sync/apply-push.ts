import { type EntityName, type JsonValue, sameValue } from '../kernel/patch.ts';
import { beats, mergeRows } from './merge-rows.ts';
import { deviceOf, isGone, type Met, type RowRegisters, rowKey, stampOf } from './row-registers.ts';
import type { PushRequest } from './sync-messages.ts';
import { fieldWay } from './synced-fields.ts';

/** A row as the service keeps it: its registers, and for each the project's number (`seq`) of the change that put it there. */
export interface KeptRow {
  readonly registers: RowRegisters;
  /** The newest number in the row: what a pull sorts by. */
  readonly seq: number;
  /** Of base and deletion. */
  readonly rowSeq: number;
  /** Of every field of `registers.v`. */
  readonly fieldSeqs: Readonly<Record<string, number>>;
}

export interface AppliedPush {
  /** Rows that are other than before, to be written; each has a number of its own, in the order of the push. */
  readonly changed: readonly KeptRow[];
  /** The project's newest number afterwards. */
  readonly head: number;
  /** The pusher's values that met a newer one it had not seen. */
  readonly beaten: readonly Met[];
  /** Values that the pusher had not seen and replaced. */
  readonly overwrote: readonly Met[];
}

/**
 * What a push does to a project, as docs/sync.md says: `kept` holds, by `rowKey`, those of the pushed rows that the service has;
 * `head` is the project's newest number. Pure: idempotence by batch, roles, clock and schema are the caller's to check before.
 */
export function applyPush(
  kept: ReadonlyMap<string, KeptRow>,
  push: Pick<PushRequest, 'device' | 'cursor' | 'rows'>,
  head: number,
): AppliedPush {
  const changed = new Map<string, KeptRow>();
  const beaten: Met[] = [];
  const overwrote: Met[] = [];
  let seq = head;
  for (const row of push.rows) {
    const key = rowKey(row);
    const before = changed.get(key) ?? kept.get(key) ?? null;
    if (before !== null) findMet(before, row, push, beaten, overwrote);
    const after = takeIn(before, row, seq + 1);
    if (after === null) continue;
    seq += 1;
    changed.delete(key);
    changed.set(key, after);
  }
  return { changed: [...changed.values()], head: seq, beaten, overwrote };
}

/** The row with what is new in `pushed`, under the number `seq`; null where nothing is. */
function takeIn(before: KeptRow | null, pushed: RowRegisters, seq: number): KeptRow | null {
  if (before === null) {
    return { registers: mergeRows(pushed, pushed), seq, rowSeq: seq, fieldSeqs: allAt(pushed.v, seq) };
  }
  const { registers: old } = before;
  const registers = mergeRows(old, pushed);
  // Who has let go of a deleted row gets it whole when it is brought back.
  if (registers.b !== old.b) return { registers, seq, rowSeq: seq, fieldSeqs: allAt(registers.v, seq) };
  const fields = Object.keys(pushed.v).filter(
    (field) =>
      !(field in old.v) ||
      stampOf(old, field) !== stampOf(registers, field) ||
      !sameValue(old.v[field] as JsonValue, registers.v[field] as JsonValue),
  );
  const deleted = registers.d !== old.d;
  if (fields.length === 0 && !deleted) return null;
  const fieldSeqs = { ...before.fieldSeqs };
  for (const field of fields) fieldSeqs[field] = seq;
  return { registers, seq, rowSeq: deleted ? seq : before.rowSeq, fieldSeqs };
}

function allAt(values: RowRegisters['v'], seq: number): Record<string, number> {
  return Object.fromEntries(Object.keys(values).map((field) => [field, seq]));
}

/** The registers of a row that came after the number `after`, for a pull; null where none did. Base and deletion are always told. */
export function registersAfter({ registers, seq, fieldSeqs }: KeptRow, after: number): RowRegisters | null {
  if (seq <= after) return null;
  if (after === 0) return registers;
  const { v: all, s: stamps, ...row } = registers;
  const v: Record<string, JsonValue> = {};
  const s: Record<string, string> = {};
  for (const [field, value] of Object.entries(all)) {
    if ((fieldSeqs[field] ?? 0) <= after) continue;
    v[field] = value;
    const stamp = stamps?.[field];
    if (stamp !== undefined) s[field] = stamp;
  }
  return Object.keys(s).length === 0 ? { ...row, v } : { ...row, v, s };
}

function findMet(
  { registers: old, rowSeq, fieldSeqs }: KeptRow,
  pushed: RowRegisters,
  { device, cursor }: Pick<PushRequest, 'device' | 'cursor'>,
  beaten: Met[],
  overwrote: Met[],
): void {
  const unseen = (stamp: string, seq: number): boolean => seq > cursor && deviceOf(stamp) !== device;
  const { e, id } = old;
  let newestUnseen = '';
  let newestPushed = '';
  for (const [field, value] of Object.entries(pushed.v)) {
    const known = old.v[field];
    const stamp = stampOf(pushed, field);
    if (stamp > newestPushed && deviceOf(stamp) === device) newestPushed = stamp;
    if (known === undefined || fieldWay(e, field) === 'noted' || sameValue(known, value)) continue;
    const knownStamp = stampOf(old, field);
    if (!unseen(knownStamp, fieldSeqs[field] ?? 0)) continue;
    if (beats(stamp, value, knownStamp, known)) {
      overwrote.push(met(e, id, field, known, knownStamp, value, stamp));
    } else {
      beaten.push(met(e, id, field, value, stamp, known, knownStamp));
    }
  }
  if (!makesConflicts(e)) return;
  const merged = mergeRows(old, pushed);
  if (!isGone(merged) || merged.d === undefined) return;
  if (isGone(old) && old.d !== undefined) {
    if (newestPushed > old.b && newestPushed !== '' && unseen(old.d, rowSeq)) {
      beaten.push(met(e, id, null, merged.v, newestPushed, null, merged.d));
    }
    return;
  }
  for (const field of Object.keys(old.v)) {
    const stamp = stampOf(old, field);
    if (unseen(stamp, fieldSeqs[field] ?? 0) && stamp > newestUnseen) newestUnseen = stamp;
  }
  if (newestUnseen !== '') overwrote.push(met(e, id, null, merged.v, newestUnseen, null, merged.d));
}

/** Whether a deletion of such a row, with edits that it had not seen, is told: not for facts of machines. */
export function makesConflicts(entity: EntityName): boolean {
  return !factKinds.includes(entity);
}
const factKinds: readonly EntityName[] = ['job', 'take', 'asset', 'export', 'conflict', 'allowance'];

function met(
  e: Met['e'],
  id: string,
  field: string | null,
  loser: JsonValue,
  loserStamp: string,
  winner: JsonValue,
  winnerStamp: string,
): Met {
  return { e, id, field, loser, loserStamp, winner, winnerStamp };
}
