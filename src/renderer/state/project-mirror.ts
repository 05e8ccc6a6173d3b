import type { ProjectEvent } from '../../contract/projects/project-event.ts';
import type { EntityOf } from '../../domain/entities.ts';
import { type EntityName, entityNames, type RecordsPatch } from '../../domain/kernel/patch.ts';
import { findStoryRepairs, type StoryRows, storyFields } from '../../domain/sync/repairs/repair-story.ts';
import { concerns, type Repairs, repairRows, sameRepairs } from '../../domain/sync/repairs/repairs.ts';

export type MirrorStatus = 'loading' | 'ready' | 'gone';

/** What changed with one event: a patch of the studio, or null where all rows came anew. */
export type MirrorListener = (patch: RecordsPatch | null) => void;

/**
 * This window's copy of a project's rows, kept in step by the events of `projects.watch`. Rows are replaced, never
 * changed, so that a row that is the same object is the same row. `revision` counts the changes of a kind. Rows of the story are
 * shown as they are read after a merge (`findStoryRepairs`); those of the timeline are mended where they are indexed.
 */
export interface ProjectMirror {
  status(): MirrorStatus;
  row<E extends EntityName>(entity: E, id: string): EntityOf<E> | null;
  /** All rows of a kind by `order`, then id; the same array until one of them changes. */
  rows<E extends EntityName>(entity: E): readonly EntityOf<E>[];
  revision(entity: EntityName): number;
  /** Called after rows of one of `entities` changed, or the status did. */
  subscribe(entities: readonly EntityName[], listener: MirrorListener): () => void;
  receive(event: ProjectEvent): void;
}

type AnyRow = { readonly id: string; readonly order?: string };

export function createProjectMirror(): ProjectMirror {
  const tables = new Map<EntityName, Map<string, AnyRow>>(entityNames.map((name) => [name, new Map()]));
  const revisions = new Map<EntityName, number>(entityNames.map((name) => [name, 0]));
  const sorted = new Map<EntityName, readonly AnyRow[]>();
  const listeners = new Map<EntityName, Set<MirrorListener>>(entityNames.map((name) => [name, new Set()]));
  let status: MirrorStatus = 'loading';
  /** Rows of a new reading, put in place together when it is complete: a window never sees half a project. */
  let arriving: Map<EntityName, Map<string, AnyRow>> | null = null;

  let repairs: Repairs = new Map();
  /** The rows of the kinds that are mended, as they are shown. */
  const shown = new Map<EntityName, ReadonlyMap<string, AnyRow>>();

  const tableOf = (entity: EntityName): Map<string, AnyRow> => tables.get(entity) ?? new Map();

  const shownOf = (entity: EntityName): ReadonlyMap<string, AnyRow> => {
    if (!repairs.has(entity)) return tableOf(entity);
    let table = shown.get(entity);
    if (table === undefined) {
      table = new Map(repairRows(repairs, entity, [...tableOf(entity).values()]).map((row) => [row.id, row]));
      shown.set(entity, table);
    }
    return table;
  };

  /** Looks again at what a merge left; the kinds that are shown otherwise than before. */
  const mend = (): Iterable<EntityName> => {
    const before = repairs;
    const rows = Object.keys(storyFields).map((kind) => [kind, [...tableOf(kind as EntityName).values()]]);
    repairs = findStoryRepairs(Object.fromEntries(rows) as unknown as StoryRows);
    return sameRepairs(before, repairs) ? [] : new Set([...before.keys(), ...repairs.keys()]);
  };

  const announce = (changed: Iterable<EntityName>, patch: RecordsPatch | null): void => {
    const told = new Set<MirrorListener>();
    for (const entity of changed) {
      revisions.set(entity, (revisions.get(entity) ?? 0) + 1);
      sorted.delete(entity);
      shown.delete(entity);
      for (const listener of listeners.get(entity) ?? []) told.add(listener);
    }
    for (const listener of told) listener(patch);
  };

  const apply = (patch: RecordsPatch): void => {
    const changed = new Set<EntityName>();
    for (const change of patch.changes) {
      const table = tableOf(change.entity);
      if (change.kind === 'add') table.set(change.row.id, change.row as AnyRow);
      else if (change.kind === 'remove') table.delete(change.row.id);
      else {
        const before = table.get(change.id);
        if (before === undefined) continue;
        const next: Record<string, unknown> = { ...before };
        for (const [field, { to }] of Object.entries(change.fields)) next[field] = to;
        table.set(change.id, next as AnyRow);
      }
      changed.add(change.entity);
    }
    const mended = concerns(storyFields, patch) ? [...mend()] : [];
    announce([...changed, ...mended], mended.length === 0 ? patch : null);
  };

  return {
    status: () => status,
    row: <E extends EntityName>(entity: E, id: string) =>
      (shownOf(entity).get(id) as EntityOf<E> | undefined) ?? null,
    rows: <E extends EntityName>(entity: E) => {
      let rows = sorted.get(entity);
      if (rows === undefined) {
        rows = [...shownOf(entity).values()].sort(byOrder);
        sorted.set(entity, rows);
      }
      return rows as unknown as readonly EntityOf<E>[];
    },
    revision: (entity) => revisions.get(entity) ?? 0,
    subscribe(entities, listener) {
      for (const entity of entities) listeners.get(entity)?.add(listener);
      return () => {
        for (const entity of entities) listeners.get(entity)?.delete(listener);
      };
    },
    receive(event) {
      switch (event.kind) {
        case 'rows': {
          arriving ??= new Map(entityNames.map((name) => [name, new Map()]));
          const table = arriving.get(event.entity);
          for (const row of event.rows) table?.set(row.id, row);
          return;
        }
        case 'ready':
          for (const name of entityNames) tables.set(name, arriving?.get(name) ?? new Map());
          arriving = null;
          mend();
          status = 'ready';
          return announce(entityNames, null);
        case 'patch':
          return apply(event.patch);
        case 'gone':
          status = 'gone';
          return announce(entityNames, null);
      }
    },
  };
}

function byOrder(a: AnyRow, b: AnyRow): number {
  const [left, right] = [a.order ?? '', b.order ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
