/** A job or a take: of a shot, or of a scene, a person or a place. */
interface RowOfShot {
  readonly id: string;
  readonly shotId: string | null;
}

/** By shot, then by id. */
export type RowsByShot<R> = Map<string, Map<string, R>>;

/** Rows by the shot that they belong to, then by id. */
export function groupByShot<R extends RowOfShot>(rows: readonly R[]): RowsByShot<R> {
  const groups: RowsByShot<R> = new Map();
  for (const row of rows) put(groups, row);
  return groups;
}

function put<R extends RowOfShot>(groups: RowsByShot<R>, row: R): void {
  // A result of a scene, a person or a place belongs to no shot.
  if (row.shotId === null) return;
  const group = groups.get(row.shotId);
  if (group === undefined) groups.set(row.shotId, new Map([[row.id, row]]));
  else group.set(row.id, row);
}

/** Brings one row of a grouping up to date and marks its shot. Nothing is to do before the grouping is first made. */
export function followRow<R extends RowOfShot>(
  groups: RowsByShot<R> | null,
  row: R | null,
  id: string,
  dirty: Set<string>,
): void {
  if (groups === null) return;
  if (row !== null) {
    put(groups, row);
    if (row.shotId !== null) dirty.add(row.shotId);
    return;
  }
  for (const [shotId, group] of groups) if (group.delete(id)) dirty.add(shotId);
}
