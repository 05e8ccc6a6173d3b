import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { EntityName, JsonValue, Row } from '../../../domain/kernel/patch.ts';
import { FaultError, fail } from '../../../domain/kernel/result.ts';
import { type Absorbed, absorbRow } from '../../../domain/sync/absorb-row.ts';
import { newestStamp } from '../../../domain/sync/merge-rows.ts';
import type { Met, RowRegisters } from '../../../domain/sync/row-registers.ts';
import { travels } from '../../../domain/sync/synced-fields.ts';
import type { MergedChange } from '../commit.ts';
import type { Ledger, StoredClock } from '../ledger.ts';
import type { RowStatements } from '../row-statements.ts';
import { projectOf } from './outbox.ts';

export interface MergedPage {
  /** What changes in rows; their clocks are set. */
  readonly changes: readonly MergedChange[];
  readonly met: readonly Met[];
  /** The newest stamp that came. */
  readonly newest: string;
}

export interface MergePageParts {
  readonly rows: RowStatements;
  readonly ledger: Ledger;
  /** Whether a register of this stamp in this row was written here and is not sent. */
  readonly waitsIn: (entity: EntityName, id: string) => (stamp: string) => boolean;
}

/** Joins a page of the service with what is here. Inside a transaction; throws FaultError `sync.bad-row`. */
export function mergePage(
  { rows, ledger, waitsIn }: MergePageParts,
  projectId: ProjectId,
  page: readonly RowRegisters[],
): MergedPage {
  const changes: MergedChange[] = [];
  const met: Met[] = [];
  let newest = '';

  // One question a kind and not two a row: most of a page is known rows.
  const clocks = new Map<EntityName, ReadonlyMap<string, StoredClock>>();
  const stored = new Map<EntityName, ReadonlyMap<string, Row>>();
  for (const [entity, ids] of idsByKind(page)) {
    clocks.set(entity, ledger.clocksOf(entity, ids));
    stored.set(entity, rows.selectAll(entity, ids));
  }

  const absorb = (theirs: RowRegisters): void => {
    const { e: entity, id } = theirs;
    const clock = clocks.get(entity)?.get(id) ?? null;
    const row = clock === null ? null : (stored.get(entity)?.get(id) ?? null);
    const known = row ?? clock?.remains ?? null;
    if (known !== null) refuseForeign(projectId, entity, known);
    const mine = clock === null ? null : { ...clock, values: known ?? { id } };
    const absorbed = absorbRow(mine, theirs, waitsIn(entity, id));
    if (absorbed === null) return;
    met.push(...absorbed.met);
    const stamp = newestStamp(theirs);
    if (stamp > newest) newest = stamp;
    write(theirs, row, known, absorbed);
  };

  const write = (
    { e: entity, id }: RowRegisters,
    row: Row | null,
    known: Row | null,
    { clock, gone, written }: Absorbed,
  ): void => {
    if (row !== null && !gone) {
      ledger.setClock(entity, id, clock, null);
      const fields = Object.entries(written).map(([field, to]) => [field, { from: row[field] ?? null, to }]);
      if (fields.length === 0) return;
      const change = { kind: 'update' as const, entity, id, fields: Object.fromEntries(fields) };
      changes.push({ change, before: row });
      return;
    }
    const whole = ofElsewhere(entity, { ...absentFields[entity], ...known, ...written, id });
    refuseForeign(projectId, entity, whole);
    ledger.setClock(entity, id, clock, gone ? whole : null);
    if (gone && row !== null) changes.push({ change: { kind: 'remove', entity, row }, before: row });
    else if (!gone) changes.push({ change: { kind: 'add', entity, row: whole }, before: null });
  };

  for (const row of page) if (travels(row.e)) absorb(row);
  return { changes, met, newest };
}

function idsByKind(page: readonly RowRegisters[]): ReadonlyMap<EntityName, readonly string[]> {
  const ids = new Map<EntityName, string[]>();
  for (const { e, id } of page) {
    const own = ids.get(e);
    if (own === undefined) ids.set(e, [id]);
    else own.push(id);
  }
  return ids;
}

/** What fields of this computer hold in a row that came from elsewhere. */
const absentFields: Partial<Record<EntityName, Readonly<Record<string, JsonValue>>>> = {
  project: { sourcePath: null },
  job: { tries: 0, notBeforeMs: 0 },
};

/** A job that came from elsewhere without the name of its device is not this one's to send. */
function ofElsewhere(entity: EntityName, row: Row): Row {
  return entity === 'job' && typeof row['deviceId'] !== 'string' ? { ...row, deviceId: '' } : row;
}

/** A page of one project writes no row of another. Files belong to none. */
function refuseForeign(projectId: ProjectId, entity: EntityName, row: Row): void {
  const owner = entity === 'asset' ? projectId : (projectOf(entity, row) ?? projectId);
  if (owner === projectId) return;
  throw new FaultError(
    fail(
      'sync.bad-row',
      `What came from the other devices was not merged: the ${entity} "${row.id}" belongs to another project. Everything here is as it was.`,
      { entity, id: row.id },
    ).fault,
  );
}
