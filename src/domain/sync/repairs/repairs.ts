import type { EntityName, RecordChange, RecordsPatch, Row } from '../../kernel/patch.ts';

/** What reading makes of the rows of one kind where merged rows do not fit together. Ids of rows that are not named are as stored. */
export interface RowRepairs {
  /** The fields that have another value than the stored one. */
  readonly fields: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Rows that are not shown, and the row that stands in their place. */
  readonly behind: ReadonlyMap<string, string>;
}

/** By kind; empty where nothing is to be mended. */
export type Repairs = ReadonlyMap<EntityName, RowRepairs>;

/** Puts repairs together. */
export class RepairsDraft {
  readonly #kinds = new Map<
    EntityName,
    { fields: Map<string, Record<string, unknown>>; behind: Map<string, string> }
  >();

  set(entity: EntityName, id: string, fields: Readonly<Record<string, unknown>>): void {
    const known = this.#of(entity).fields;
    known.set(id, { ...known.get(id), ...fields });
  }

  hide(entity: EntityName, id: string, behind: string): void {
    this.#of(entity).behind.set(id, behind);
  }

  done(): Repairs {
    return this.#kinds;
  }

  #of(entity: EntityName) {
    const known = this.#kinds.get(entity) ?? { fields: new Map(), behind: new Map() };
    this.#kinds.set(entity, known);
    return known;
  }
}

/** The fields of each kind that repairs look at. */
export type SeenFields = Readonly<Partial<Record<EntityName, readonly string[]>>>;

/** Whether a patch may change what is to be mended. */
export function concerns(fields: SeenFields, { changes }: RecordsPatch): boolean {
  return changes.some((change) => {
    const seen = fields[change.entity];
    if (seen === undefined) return false;
    return change.kind !== 'update' || seen.some((field) => field in change.fields);
  });
}

/** The rows as they are read; the list that was given where none of them is mended. */
export function repairRows<R extends { readonly id: string }>(
  repairs: Repairs,
  entity: EntityName,
  rows: readonly R[],
): readonly R[] {
  const own = repairs.get(entity);
  if (own === undefined) return rows;
  return rows
    .filter(({ id }) => !own.behind.has(id))
    .map((row) => {
      const fields = own.fields.get(row.id);
      return fields === undefined ? row : { ...row, ...fields };
    });
}

/** Whether two sets of repairs make the same of any rows. */
export function sameRepairs(a: Repairs, b: Repairs): boolean {
  if (a.size === 0 && b.size === 0) return true;
  const text = (repairs: Repairs): string =>
    JSON.stringify([...repairs].map(([entity, { fields, behind }]) => [entity, [...fields], [...behind]]));
  return text(a) === text(b);
}

/** One row as it is read; null for one that is not shown. */
export function repairRow<R extends { readonly id: string }>(
  repairs: Repairs,
  entity: EntityName,
  row: R,
): R | null {
  const own = repairs.get(entity);
  if (own === undefined) return row;
  if (own.behind.has(row.id)) return null;
  const fields = own.fields.get(row.id);
  return fields === undefined ? row : { ...row, ...fields };
}

/**
 * An edit of what is read, as an edit of what is stored. Who takes away or moves the row that others stand behind means the place and
 * not the row: those go with it. Who adds a row that is there and not shown gives it other values.
 */
export function throughRepairs(
  repairs: Repairs,
  patch: RecordsPatch,
  stored: (entity: EntityName, id: string) => Row | null,
): RecordsPatch {
  const changes = patch.changes.flatMap((change): RecordChange[] => {
    const behind = repairs.get(change.entity)?.behind;
    if (behind === undefined) return [change];
    if (change.kind === 'add') {
      const known = behind.has(change.row.id) ? stored(change.entity, change.row.id) : null;
      return known === null ? [change] : [overwriting(change.entity, known, change.row)];
    }
    const id = change.kind === 'update' ? change.id : change.row.id;
    if (change.kind === 'update' && !('leftItemId' in change.fields)) return [change];
    const hidden = [...behind].filter(([, front]) => front === id).map(([own]) => stored(change.entity, own));
    return [
      change,
      ...hidden.flatMap((row): RecordChange[] =>
        row === null ? [] : [{ kind: 'remove', entity: change.entity, row }],
      ),
    ];
  });
  return { changes };
}

function overwriting(entity: EntityName, known: Row, row: Row): RecordChange {
  const fields = Object.entries(row)
    .filter(([field]) => field !== 'id')
    .map(([field, to]) => [field, { from: known[field] ?? null, to }]);
  return { kind: 'update', entity, id: row.id, fields: Object.fromEntries(fields) };
}
