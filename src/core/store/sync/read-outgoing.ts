import type Database from 'better-sqlite3';
import { badFields, withoutFields } from '../../../domain/check-registers.ts';
import type { EntityName, JsonValue, Row } from '../../../domain/kernel/patch.ts';
import { registersOf } from '../../../domain/sync/merge-rows.ts';
import { isGone, type RowRegisters } from '../../../domain/sync/row-registers.ts';
import { fieldWay } from '../../../domain/sync/synced-fields.ts';
import type { DeviceIdentity } from '../device-identity.ts';
import type { Ledger, StoredClock } from '../ledger.ts';
import type { RowStatements } from '../row-statements.ts';
import type { Outgoing } from '../synced-rows.ts';
import { waitsSince } from './waiting.ts';

interface Waiting {
  readonly entity: EntityName;
  readonly rowId: string;
  readonly since: string;
  readonly latest: string;
}

/** Reads what waits to be sent, oldest first. */
export function createOutgoing(
  db: Database.Database,
  rows: RowStatements,
  ledger: Ledger,
  identity: DeviceIdentity,
): (projectId: string, limit: number) => Outgoing | null {
  const line = db.prepare(
    'SELECT entity, rowId, since, latest FROM outbox WHERE projectId = ? ORDER BY latest LIMIT ?',
  );
  return (projectId, limit) => {
    const found = line.all(projectId, limit + 1) as Waiting[];
    const batch = found.slice(0, limit);
    const upTo = batch.at(-1)?.latest;
    if (upTo === undefined) return null;
    const sent = batch.map(({ entity, rowId, since }) => {
      const clock = ledger.clockOf(entity, rowId);
      if (clock === null) return null;
      const row = rows.select(entity, rowId) ?? clock.remains ?? { id: rowId };
      const waits = waitingRegisters(entity, row, clock, waitsSince(since, identity.deviceId));
      return waits === null ? null : fitToSend(projectId, waits, row);
    });
    return { rows: sent.filter((row) => row !== null), upTo, more: found.length > limit };
  };
}

/**
 * What of these registers others can read. A value that no schema allows any more (written by a version long ago) stays here by itself,
 * or with its row where all of that would be new to others: one of them would hold up everything else.
 */
function fitToSend(projectId: string, waits: RowRegisters, row: Row): RowRegisters | null {
  const bad = badFields(projectId, waits, row);
  if (bad.length === 0) return waits;
  const isNew = !isGone(waits) && Object.keys(waits.s ?? {}).length < Object.keys(waits.v).length;
  return isNew ? null : withoutFields(waits, bad);
}

/** The registers of a row that wait; null where none do any more (another device's came over them). */
function waitingRegisters(
  entity: EntityName,
  row: Row,
  clock: StoredClock,
  waits: (stamp: string) => boolean,
): RowRegisters | null {
  const { base, fields, deleted } = clock;
  const v: Record<string, JsonValue> = {};
  const stamps: Record<string, string> = {};
  const baseWaits = waits(base);
  let some = baseWaits || (deleted !== null && waits(deleted));
  for (const [field, value] of Object.entries(row)) {
    const stamp = fields[field] ?? base;
    if (!waits(stamp) || fieldWay(entity, field) === 'stays') continue;
    v[field] = value;
    stamps[field] = stamp;
    some = true;
  }
  if (!some) return null;
  return registersOf({ e: entity, id: row.id, b: base, d: deleted ?? undefined, v, stamps });
}
