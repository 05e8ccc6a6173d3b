import {
  addChange,
  patchOf,
  type RecordChange,
  type RecordsPatch,
  removeChange,
  updateChange,
} from '../kernel/patch.ts';
import type { Item, Track, Transition } from './records.ts';

interface TimelineRecords {
  readonly track: Track;
  readonly item: Item;
  readonly transition: Transition;
}
type TimelineEntity = keyof TimelineRecords;
type AnyRecord = Track | Item | Transition;

interface Touched {
  readonly entity: TimelineEntity;
  readonly before: AnyRecord | null;
  after: AnyRecord | null;
}

/** The fields that all kinds of `R` may be given, each by itself. */
export type Fields<R> = R extends unknown ? Partial<Omit<R, 'id'>> : never;

/**
 * Collects what an edit does, so that a record that is touched several times still appears once in the patch, and not
 * at all when it ends as it began.
 */
export class PatchDraft {
  readonly #touched = new Map<string, Touched>();

  add<E extends TimelineEntity>(entity: E, row: TimelineRecords[E]): void {
    this.#put(entity, row.id, null, row);
  }

  /**
   * `row` is the record as it was before the whole edit; what was set earlier in this draft is kept, and what was
   * removed in it stays removed.
   */
  update<E extends TimelineEntity>(
    entity: E,
    row: TimelineRecords[E],
    fields: Fields<TimelineRecords[E]>,
  ): void {
    const now = this.now(entity, row);
    if (now === null) return;
    this.#put(entity, row.id, row, { ...now, ...fields } as AnyRecord);
  }

  remove<E extends TimelineEntity>(entity: E, row: TimelineRecords[E]): void {
    this.#put(entity, row.id, row, null);
  }

  /** The record with this id as this draft leaves it; null when the draft removes it or has not touched it. */
  get<E extends TimelineEntity>(entity: E, id: string): TimelineRecords[E] | null {
    return (this.#touched.get(`${entity} ${id}`)?.after ?? null) as TimelineRecords[E] | null;
  }

  /** The record as this draft leaves it; `row` when it was not touched; null when it is removed. */
  now<E extends TimelineEntity>(entity: E, row: TimelineRecords[E]): TimelineRecords[E] | null {
    const touched = this.#touched.get(`${entity} ${row.id}`);
    return touched === undefined ? row : (touched.after as TimelineRecords[E] | null);
  }

  /** The records of a kind that this draft adds. */
  added<E extends TimelineEntity>(entity: E): TimelineRecords[E][] {
    return [...this.#touched.values()].flatMap((one) =>
      one.entity === entity && one.before === null && one.after !== null
        ? [one.after as TimelineRecords[E]]
        : [],
    );
  }

  toPatch(): RecordsPatch {
    return patchOf([...this.#touched.values()].map(toChange));
  }

  #put(entity: TimelineEntity, id: string, before: AnyRecord | null, after: AnyRecord | null): void {
    const key = `${entity} ${id}`;
    const touched = this.#touched.get(key);
    if (touched === undefined) this.#touched.set(key, { entity, before, after });
    else touched.after = after;
  }
}

function toChange({ entity, before, after }: Touched): RecordChange | null {
  if (before === null) return after === null ? null : addChange(entity, after);
  return after === null ? removeChange(entity, before) : updateChange<AnyRecord>(entity, before, after);
}
