import {
  addChange,
  patchOf,
  type RecordChange,
  type RecordsPatch,
  removeChange,
} from '../domain/kernel/patch.ts';
import type { Item, Track, Transition } from '../domain/timeline/records.ts';
import type { TimelineIndex } from '../domain/timeline/timeline-index.ts';

type AnyRow = Track | Item | Transition;
type Entity = 'track' | 'item' | 'transition';

/** Remembers which rows of a timeline were sent, and finds what has to follow. */
export interface SentRows {
  /**
   * Rows that differ from what was sent: whole rows, to be put in place of the ones before. Rows are replaced and never
   * changed, so one that is the same object is the same; with a patch only the rows that it names are looked at.
   */
  changes(index: TimelineIndex, patch: RecordsPatch | null): RecordsPatch;
}

export function createSentRows(): SentRows {
  const sent: Readonly<Record<Entity, Map<string, AnyRow>>> = {
    track: new Map(),
    item: new Map(),
    transition: new Map(),
  };
  const compare = (entity: Entity, id: string, row: AnyRow | undefined): RecordChange[] => {
    const before = sent[entity].get(id);
    if (row === before) return [];
    if (row !== undefined) {
      sent[entity].set(id, row);
      return [addChange(entity, row)];
    }
    sent[entity].delete(id);
    return before === undefined ? [] : [removeChange(entity, before)];
  };
  return {
    changes({ tracks, items, transitions }, patch) {
      const rows: Readonly<Record<Entity, ReadonlyMap<string, AnyRow>>> = {
        track: tracks,
        item: items,
        transition: transitions,
      };
      const found: RecordChange[] = [];
      if (patch !== null) {
        for (const change of patch.changes) {
          const { entity } = change;
          if (entity !== 'track' && entity !== 'item' && entity !== 'transition') continue;
          const id = change.kind === 'update' ? change.id : change.row.id;
          found.push(...compare(entity, id, rows[entity].get(id)));
        }
        return patchOf(found);
      }
      for (const entity of ['track', 'item', 'transition'] as const) {
        for (const id of [...sent[entity].keys()])
          if (!rows[entity].has(id)) found.push(...compare(entity, id, undefined));
        for (const [id, row] of rows[entity]) found.push(...compare(entity, id, row));
      }
      return patchOf(found);
    },
  };
}
