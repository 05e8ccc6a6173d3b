import type { ProjectId } from '../../../domain/kernel/ids.ts';
import {
  addChange,
  type EntityName,
  type FieldChange,
  type JsonValue,
  type RecordChange,
} from '../../../domain/kernel/patch.ts';
import { conflictOf, stampOfMet } from '../../../domain/sync/conflict.ts';
import type { Met } from '../../../domain/sync/row-registers.ts';
import { fieldWay } from '../../../domain/sync/synced-fields.ts';
import type { Ledger } from '../ledger.ts';
import type { RowStatements } from '../row-statements.ts';

/**
 * The conflicts that are new here, as rows; their clocks are set, whose stamps are those of the two writes, so that the row is
 * the same from whoever finds it. Inside a transaction.
 */
export function newConflicts(
  projectId: ProjectId,
  met: readonly Met[],
  ledger: Ledger,
): readonly RecordChange[] {
  const changes: RecordChange[] = [];
  const found = met.filter((one) => !isOfMarks(one)).map((one) => ({ one, row: conflictOf(projectId, one) }));
  const known = new Set(
    ledger
      .clocksOf(
        'conflict',
        found.map(({ row }) => row.id),
      )
      .keys(),
  );
  for (const { one, row } of found) {
    if (known.has(row.id)) continue;
    known.add(row.id);
    ledger.setClock('conflict', row.id, { base: stampOfMet(one), fields: {}, deleted: null }, null);
    changes.push(addChange('conflict', row));
  }
  return changes;
}

/**
 * Sets of marks that met, joined: an ordinary write of this device. Two devices that find the same write the same set, so that
 * nobody answers it.
 */
export function joinedMarks(met: readonly Met[], rows: RowStatements): readonly RecordChange[] {
  const updates = new Map<string, { entity: EntityName; id: string; fields: Record<string, FieldChange> }>();
  for (const one of met) {
    if (one.field === null || !isOfMarks(one)) continue;
    const from = rows.select(one.e, one.id)?.[one.field];
    if (from === undefined) continue;
    const to = [...new Set([from, one.loser, one.winner].flatMap(marksIn))].sort();
    const key = `${one.e} ${one.id}`;
    const update = updates.get(key) ?? { entity: one.e, id: one.id, fields: {} };
    update.fields[one.field] = { from, to };
    updates.set(key, update);
  }
  return [...updates.values()].map((update) => ({ kind: 'update' as const, ...update }));
}

const isOfMarks = ({ e, field }: Met): boolean => field !== null && fieldWay(e, field) === 'marks';

function marksIn(value: JsonValue): readonly string[] {
  return Array.isArray(value) ? value.filter((mark): mark is string => typeof mark === 'string') : [];
}
