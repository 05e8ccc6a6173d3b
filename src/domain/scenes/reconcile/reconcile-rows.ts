import { compareByOrder } from '../../kernel/order.ts';
import {
  addChange,
  type EntityName,
  type RecordChange,
  removeChange,
  updateChange,
} from '../../kernel/patch.ts';
import { keepOrder } from './keep-order.ts';
import { placeRows } from './place-rows.ts';
import { takeOver } from './take-over.ts';

interface EditableRow {
  readonly id: string;
  readonly order: string;
  readonly editedFields: string[];
}

export interface RowRules<R> {
  /** Stored rows that have no fresh one and stay all the same, such as what a person added. */
  readonly staysAlone: (stored: R) => boolean;
  /** Fields of a stored row that this fresh row does not change. */
  readonly keeps: (stored: R, fresh: R) => readonly (keyof R)[];
  /** Last word on all rows in their sequence, before they are compared with the stored ones. */
  readonly finish?: (rows: R[]) => R[];
}

export interface ReconciledRows<R> {
  readonly changes: readonly RecordChange[];
  /** The rows once the changes are committed, in their sequence. */
  readonly rows: readonly R[];
}

/**
 * Brings stored rows up to a fresh breakdown: by id; unchanged rows untouched; fields a person edited left alone; a row
 * that was placed by hand (`order` in its edited fields) stays where it stands; order keys kept where they can be.
 */
export function reconcileRows<R extends EditableRow>(
  entity: EntityName,
  stored: readonly R[],
  fresh: readonly R[],
  rules: RowRules<R>,
): ReconciledRows<R> {
  const now = [...stored].sort(compareByOrder);
  const storedById = new Map(now.map((row) => [row.id, row]));
  const freshById = new Map(fresh.map((row) => [row.id, row]));
  const alone = now.filter((row) => !freshById.has(row.id) && rules.staysAlone(row));
  const moved = now.filter((row) => freshById.has(row.id) && row.editedFields.includes('order'));
  const free = new Set([...alone, ...moved].map(({ id }) => id));
  const sequence = placeRows(
    [...freshById.keys()],
    now.map(({ id }) => id),
    free,
  );
  const keys = keepOrder(sequence.map((id) => ({ id, order: storedById.get(id)?.order ?? null })));
  const merged = sequence.flatMap((id): R[] => {
    const before = storedById.get(id);
    const after = freshById.get(id);
    const row = before ?? after;
    if (row === undefined) return [];
    const taken =
      before === undefined || after === undefined ? {} : takeOver(before, after, rules.keeps(before, after));
    return [{ ...row, ...taken, order: keys.get(id) ?? row.order }];
  });
  const rows = rules.finish?.(merged) ?? merged;
  const changes: (RecordChange | null)[] = rows.map((row) => {
    const before = storedById.get(row.id);
    return before === undefined ? addChange(entity, row) : updateChange(entity, before, row);
  });
  const staying = new Set(rows.map(({ id }) => id));
  for (const row of now) if (!staying.has(row.id)) changes.push(removeChange(entity, row));
  return { changes: changes.filter((change) => change !== null), rows };
}
