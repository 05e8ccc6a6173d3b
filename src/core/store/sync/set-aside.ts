import type Database from 'better-sqlite3';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { PulledRow } from '../../../domain/sync/row-registers.ts';

/** What came of a row and is not in the project's rows, because this version cannot hold it. */
export interface SetAsideRow {
  readonly entity: string;
  readonly id: string;
  /** The fields that cannot be held, each with the stamp that it came with; of a row that is not here at all, the first of them. */
  readonly fields: Readonly<Record<string, string>>;
  /** All that has come of a row that is not here; null where the row is, with values of its own in those fields. */
  readonly row: PulledRow | null;
}

/** Kept beside the rows, as machine state. Writes only inside a transaction. */
export interface SetAside {
  find(projectId: ProjectId, entity: string, id: string): SetAsideRow | null;
  of(projectId: ProjectId): readonly SetAsideRow[];
  put(projectId: ProjectId, aside: SetAsideRow): void;
  drop(projectId: ProjectId, entity: string, id: string): void;
  /** The project is read anew from its beginning, or let go of. */
  forget(projectId: ProjectId): void;
}

export function createSetAside(db: Database.Database): SetAside {
  const keyOf = (projectId: string, entity: string, id: string): string =>
    `aside:${JSON.stringify([projectId, entity, id])}`;
  // Keys of one project begin alike, and nothing sorts behind its last one but what sorts behind this.
  const rangeOf = (projectId: string): readonly [string, string] => {
    const beginning = `aside:${JSON.stringify([projectId]).slice(0, -1)},`;
    return [beginning, `${beginning.slice(0, -1)}-`];
  };
  const get = db.prepare('SELECT value FROM meta WHERE key = ?').pluck();
  const all = db.prepare('SELECT value FROM meta WHERE key >= ? AND key < ? ORDER BY key').pluck();
  const put = db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  const drop = db.prepare('DELETE FROM meta WHERE key = ?');
  const forget = db.prepare('DELETE FROM meta WHERE key >= ? AND key < ?');
  const read = (text: unknown): SetAsideRow => JSON.parse(text as string) as SetAsideRow;
  return {
    find(projectId, entity, id) {
      const found = get.get(keyOf(projectId, entity, id));
      return found === undefined ? null : read(found);
    },
    of: (projectId) => all.all(...rangeOf(projectId)).map(read),
    put(projectId, aside) {
      put.run(keyOf(projectId, aside.entity, aside.id), JSON.stringify(aside));
    },
    drop: (projectId, entity, id) => void drop.run(keyOf(projectId, entity, id)),
    forget: (projectId) => void forget.run(...rangeOf(projectId)),
  };
}
