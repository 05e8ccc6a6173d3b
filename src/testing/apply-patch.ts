import type { EntityName, RecordsPatch, Row } from '../domain/kernel/patch.ts';

/** Rows by entity and id, as a store would hold them. */
export type RowTable = ReadonlyMap<string, Row>;

/** The table key of a record. */
export function rowKey(entity: EntityName, id: string): string {
  return `${entity}/${id}`;
}

/** A table of rows of one entity after another. */
export function tableOf(rows: Partial<Record<EntityName, readonly { readonly id: string }[]>>): RowTable {
  const table = new Map<string, Row>();
  for (const [entity, list] of Object.entries(rows)) {
    for (const row of list) table.set(rowKey(entity as EntityName, row.id), row as unknown as Row);
  }
  return table;
}

/** What the store would hold after a commit; throws where the patch does not fit the rows, as the store would refuse. */
export function applyPatch(table: RowTable, patch: RecordsPatch): RowTable {
  const next = new Map(table);
  const touched = new Set<string>();
  for (const change of patch.changes) {
    const id = change.kind === 'update' ? change.id : change.row.id;
    const key = rowKey(change.entity, id);
    if (touched.has(key)) throw new Error(`${key} appears twice in one patch`);
    touched.add(key);
    const row = next.get(key);
    if (change.kind === 'add') {
      if (row !== undefined) throw new Error(`${key} is there already`);
      next.set(key, change.row);
    } else if (row === undefined) throw new Error(`${key} is not there`);
    else if (change.kind === 'remove') {
      if (JSON.stringify(row) !== JSON.stringify(change.row))
        throw new Error(`${key} differs from what is removed`);
      next.delete(key);
    } else {
      const fields = Object.entries(change.fields);
      for (const [name, { from }] of fields) {
        if (JSON.stringify(row[name]) !== JSON.stringify(from))
          throw new Error(`${key}.${name} is not as said`);
      }
      next.set(key, { ...row, ...Object.fromEntries(fields.map(([name, { to }]) => [name, to])) });
    }
  }
  return next;
}

/** The rows of one entity, in table order. */
export function rowsOf<R>(table: RowTable, entity: EntityName): R[] {
  return [...table].filter(([key]) => key.startsWith(`${entity}/`)).map(([, row]) => row as unknown as R);
}
