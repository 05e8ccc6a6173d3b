import type { ItemId } from '../../kernel/ids.ts';
import { emptyPatch, type RecordsPatch } from '../../kernel/patch.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { PatchDraft } from '../patch-draft.ts';
import type { Item, Transition } from '../records.ts';
import { runTogether, type Step } from '../run-together.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { transitionOf } from '../transition-span.ts';
import { findOnMain } from './find-item.ts';
import { moveItem } from './move-item.ts';

export interface MoveItems {
  /** Of the main track, in any order; they keep theirs. */
  readonly itemIds: readonly ItemId[];
  /** The main-track item that they are to stand before; null for the end. One of themselves means the next that is not. */
  readonly beforeItemId: ItemId | null;
}

/**
 * Moves items of the main track together to another place in the sequence; the places they leave close. A transition
 * between two of them that stay neighbours is kept, others at their edges are removed.
 */
export function moveItems(index: TimelineIndex, { itemIds, beforeItemId }: MoveItems): Result<RecordsPatch> {
  const moving = new Map<ItemId, { readonly item: Item; readonly startFlicks: number }>();
  for (const itemId of itemIds) {
    const found = findOnMain(index, itemId);
    if (!found.ok) return found;
    moving.set(itemId, found.value);
  }
  let target: Item | null = null;
  if (beforeItemId !== null) {
    const found = findOnMain(index, beforeItemId);
    if (!found.ok) return found;
    target = found.value.item;
    while (target !== null && moving.has(target.id)) target = index.main.after(target);
  }
  const run = [...moving.values()].sort((a, b) => a.startFlicks - b.startFlicks).map(({ item }) => item);
  const neighbours = run.every((item, i) => i === 0 || index.main.before(item)?.id === run[i - 1]?.id);
  const last = run.at(-1);
  if (last === undefined) return ok(emptyPatch);
  if (neighbours && index.main.after(last)?.id === target?.id) return ok(emptyPatch);

  const inside = run.flatMap((item, i) => {
    const transition = transitionOf(index, item.id);
    return transition !== null && index.main.after(item)?.id === run[i + 1]?.id ? [transition] : [];
  });
  const before = target?.id ?? null;
  return runTogether(index, [
    ...run.map(
      ({ id: itemId }): Step =>
        (now) =>
          moveItem(now, { itemId, beforeItemId: before }),
    ),
    (now) => keep(now, inside),
  ]);
}

/** Puts back transitions that the single moves took for those of a cut that is gone. */
function keep(index: TimelineIndex, transitions: readonly Transition[]): Result<RecordsPatch> {
  const draft = new PatchDraft();
  for (const transition of transitions) {
    if (!index.transitions.has(transition.id)) draft.add('transition', transition);
  }
  return ok(draft.toPatch());
}
