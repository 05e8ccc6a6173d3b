import { badFields, missingField, withoutFields } from '../../../domain/check-registers.ts';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { EntityName, JsonValue, Row } from '../../../domain/kernel/patch.ts';
import { type Absorbed, absorbRow } from '../../../domain/sync/absorb-row.ts';
import { mergeRows, newestStamp } from '../../../domain/sync/merge-rows.ts';
import {
  isGone,
  isOfKnownKind,
  type Met,
  type PulledRow,
  type RowRegisters,
  stampOf,
} from '../../../domain/sync/row-registers.ts';
import { travels } from '../../../domain/sync/synced-fields.ts';
import type { MergedChange } from '../commit.ts';
import type { Ledger, StoredClock } from '../ledger.ts';
import type { RowStatements } from '../row-statements.ts';
import { projectOf } from './outbox.ts';
import type { SetAside, SetAsideRow } from './set-aside.ts';

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
  readonly setAside: SetAside;
  /** Whether a register of this stamp in this row was written here and is not sent. */
  readonly waitsIn: (entity: EntityName, id: string) => (stamp: string) => boolean;
}

/**
 * Joins a page of the service with what is here. What this version cannot hold stops nothing: a row that is here keeps its own values
 * of such fields, one that is not is set aside until what comes of it makes it whole. Inside a transaction.
 */
export function mergePage(
  { rows, ledger, setAside, waitsIn }: MergePageParts,
  projectId: ProjectId,
  page: readonly PulledRow[],
): MergedPage {
  const changes: MergedChange[] = [];
  const met: Met[] = [];
  let newest = '';

  // One question a kind and not two a row: most of a page is known rows.
  const readable = page.filter(isOfKnownKind);
  const clocks = new Map<EntityName, ReadonlyMap<string, StoredClock>>();
  const stored = new Map<EntityName, ReadonlyMap<string, Row>>();
  for (const [entity, ids] of idsByKind(readable)) {
    clocks.set(entity, ledger.clocksOf(entity, ids));
    stored.set(entity, rows.selectAll(entity, ids));
  }
  const aside = new Map(setAside.of(projectId).map((one) => [`${one.entity} ${one.id}`, one]));

  const putAside = (row: PulledRow, field: string): void => {
    const { e: entity, id } = row;
    setAside.put(projectId, { entity, id, fields: { [field]: newestStamp(row) }, row });
  };

  const absorb = (came: RowRegisters): void => {
    const { e: entity, id } = came;
    const kept = aside.get(`${entity} ${id}`) ?? null;
    const clock = clocks.get(entity)?.get(id) ?? null;
    const row = clock === null ? null : (stored.get(entity)?.get(id) ?? null);
    const known = row ?? clock?.remains ?? null;
    // All that came of it before: the service tells only what is newer.
    const theirs =
      row === null && kept !== null && kept.row !== null && isOfKnownKind(kept.row)
        ? mergeRows(kept.row, came)
        : came;
    if (known !== null && isForeign(projectId, entity, known)) {
      putAside(theirs, 'projectId');
      return;
    }
    const bad = badFields(projectId, theirs, known);
    const [field = isGone(theirs) ? null : missingField(entity, theirs.v)] = bad;
    if (known === null && field !== null && !isGone(theirs)) {
      putAside(theirs, field);
      return;
    }

    const mine = clock === null ? null : { ...clock, values: known ?? { id } };
    const absorbed = absorbRow(mine, withoutFields(theirs, bad), waitsIn(entity, id));
    if (row === null && known !== null && absorbed !== null && !absorbed.gone) {
      // Brought back: what is left of it here and what came must be a row together.
      const whole = { ...known, ...absorbed.written, id };
      const unfit =
        bad[0] ?? missingField(entity, whole) ?? badFields(projectId, { ...theirs, v: whole }, null)[0];
      if (unfit !== undefined) {
        putAside(theirs, unfit);
        return;
      }
    }
    noteFields(kept, theirs, row === null ? [] : bad);
    if (absorbed === null) return;
    met.push(...absorbed.met);
    write(theirs, row, known, absorbed);
  };

  /** Which fields of a row that is here hold something else elsewhere. */
  const noteFields = (kept: SetAsideRow | null, came: RowRegisters, bad: readonly string[]): void => {
    if (kept === null && bad.length === 0) return;
    const { e: entity, id } = came;
    const fields = new Map(Object.entries(kept?.row === null ? kept.fields : {}));
    for (const field of Object.keys(came.v)) fields.delete(field);
    for (const field of bad) fields.set(field, stampOf(came, field));
    if (fields.size === 0) setAside.drop(projectId, entity, id);
    else setAside.put(projectId, { entity, id, fields: Object.fromEntries(fields), row: null });
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
    ledger.setClock(entity, id, clock, gone ? whole : null);
    if (gone && row !== null) changes.push({ change: { kind: 'remove', entity, row }, before: row });
    else if (!gone) changes.push({ change: { kind: 'add', entity, row: whole }, before: null });
  };

  for (const row of page) {
    // Also of what is not taken: what is written here afterwards comes after it everywhere.
    const stamp = newestStamp(row);
    if (stamp > newest) newest = stamp;
    if (!isOfKnownKind(row)) putAside(row, 'kind');
    else if (travels(row.e)) absorb(row);
  }
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
function isForeign(projectId: ProjectId, entity: EntityName, row: Row): boolean {
  const owner = entity === 'asset' ? projectId : (projectOf(entity, row) ?? projectId);
  return owner !== projectId;
}
