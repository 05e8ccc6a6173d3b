import { type EntityName, entityNames } from '../../../domain/kernel/patch.ts';
import type { Ledger } from '../ledger.ts';
import type { RowStatements } from '../row-statements.ts';
import type { NotShown } from '../synced-rows.ts';
import type { SetAsideRow } from './set-aside.ts';

/** What of the things that were set aside is still to be told: not what was written here over them, or deleted here, since then. */
export function notShown(
  asides: readonly SetAsideRow[],
  rows: RowStatements,
  ledger: Ledger,
): readonly NotShown[] {
  return asides.flatMap(({ entity, id, fields, row }) => {
    const kind = (entityNames as readonly string[]).includes(entity) ? (entity as EntityName) : null;
    const isHere = kind !== null && rows.select(kind, id) !== null;
    if (row !== null) return isHere && !('projectId' in fields) ? [] : firstOf(entity, id, fields);
    if (kind === null || !isHere) return [];
    const clock = ledger.clockOf(kind, id);
    const writtenOver = (field: string, stamp: string): boolean =>
      clock !== null && (clock.fields[field] ?? clock.base) > stamp;
    return Object.entries(fields)
      .filter(([field, stamp]) => !writtenOver(field, stamp))
      .map(([field]) => ({ entity, id, field }));
  });
}

function firstOf(entity: string, id: string, fields: SetAsideRow['fields']): readonly NotShown[] {
  return Object.keys(fields).map((field) => ({ entity, id, field }));
}
