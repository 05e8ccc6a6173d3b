import { emptyPatch, type RecordsPatch, reversePatch } from '../kernel/patch.ts';
import { ok, type Result } from '../kernel/result.ts';
import { changedId } from './changed-row.ts';
import { PatchDraft } from './patch-draft.ts';
import type { Item, Track, Transition } from './records.ts';
import { applyPatch, type TimelineIndex } from './timeline-index.ts';

/** One command of several: it sees the timeline as those before it left it. */
export type Step = (index: TimelineIndex) => Result<RecordsPatch>;

type Entity = 'track' | 'item' | 'transition';
type AnyRecord = Track | Item | Transition;

/**
 * Runs commands one after the other as one edit: a single patch from what was to what is, in which a record appears
 * once. The first refusal refuses all. The index is changed while it runs and put back before it returns.
 */
export function runTogether(index: TimelineIndex, steps: Iterable<Step>): Result<RecordsPatch> {
  const done: RecordsPatch[] = [];
  const before = new Map<string, { readonly entity: Entity; readonly row: AnyRecord | null }>();
  const takeBack = (): void => {
    for (const patch of done.reverse()) applyPatch(index, reversePatch(patch));
  };
  for (const step of steps) {
    const result = step(index);
    if (!result.ok) {
      takeBack();
      return result;
    }
    if (result.value.changes.length === 0) continue;
    for (const change of result.value.changes) {
      const id = changedId(change);
      const key = `${change.entity} ${id}`;
      const entity = change.entity as Entity;
      if (!before.has(key)) before.set(key, { entity, row: rowOf(index, entity, id) });
    }
    applyPatch(index, result.value);
    done.push(result.value);
  }
  const [only] = done;
  if (only === undefined) return ok(emptyPatch);
  const draft = new PatchDraft();
  for (const [key, { entity, row }] of before) {
    const after = rowOf(index, entity, key.slice(entity.length + 1));
    if (row === null) {
      if (after !== null) draft.add(entity, after as never);
    } else if (after === null) draft.remove(entity, row as never);
    else draft.update(entity, row as never, after as never);
  }
  const patch = done.length === 1 ? only : draft.toPatch();
  takeBack();
  return ok(patch);
}

function rowOf(index: TimelineIndex, entity: Entity, id: string): AnyRecord | null {
  switch (entity) {
    case 'track':
      return index.tracks.get(id as Track['id']) ?? null;
    case 'item':
      return index.items.get(id as Item['id']) ?? null;
    case 'transition':
      return index.transitions.get(id as Transition['id']) ?? null;
  }
}
