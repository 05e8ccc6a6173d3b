import type { ItemId, ShotId } from '../../kernel/ids.ts';
import type { PatchDraft } from '../patch-draft.ts';
import { isOnMain, startOf } from '../queries.ts';
import type { Item } from '../records.ts';
import { type NewHold, releaseAnchored, removeTransitionsAfter } from '../release-anchored.ts';
import type { TimelineIndex } from '../timeline-index.ts';

/** Removes clips and captions whose shot is not in the story any more; returns the ids of those on the main track. */
export function removeGoneShots(
  draft: PatchDraft,
  index: TimelineIndex,
  shots: ReadonlySet<ShotId>,
): ReadonlySet<ItemId> {
  const gone = new Set<ItemId>();
  const onMain: Item[] = [];
  for (const [shotId, ids] of index.byShot) {
    if (shots.has(shotId)) continue;
    for (const id of ids) {
      const item = index.items.get(id);
      if (item === undefined) continue;
      draft.remove('item', item);
      if (isOnMain(index, item)) {
        gone.add(id);
        onMain.push(item);
      }
    }
  }
  const holds = onMain.length === 0 ? new Map<ItemId, NewHold>() : holdsAfter(index, gone);
  for (const item of onMain) {
    removeTransitionsAfter(draft, index, item.id);
    const absolute = { itemId: null, shiftFlicks: startOf(index, item.id) ?? 0 };
    releaseAnchored(draft, index, item, holds.get(item.id) ?? absolute);
  }
  return gone;
}

/** For each item that goes, the next one that stays takes its start; behind the last that stays, its end does. */
function holdsAfter(index: TimelineIndex, gone: ReadonlySet<ItemId>): Map<ItemId, NewHold> {
  const holds = new Map<ItemId, NewHold>();
  let waiting: ItemId[] = [];
  let last: Item | null = null;
  for (const item of index.main) {
    if (gone.has(item.id)) {
      waiting.push(item.id);
      continue;
    }
    for (const id of waiting) holds.set(id, { itemId: item.id, shiftFlicks: 0 });
    waiting = [];
    last = item;
  }
  if (last === null) return holds;
  for (const id of waiting) holds.set(id, { itemId: last.id, shiftFlicks: last.durationFlicks });
  return holds;
}
