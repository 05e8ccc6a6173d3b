import { ItemId } from '../../kernel/ids.ts';
import { keysBetween, type OrderKey } from '../../kernel/order.ts';
import { orderKeysFor } from '../../kernel/order-room.ts';
import { isOwnCaption } from '../own-caption.ts';
import type { PatchDraft } from '../patch-draft.ts';
import { itemsAnchoredTo } from '../queries.ts';
import type { GapItem, Item } from '../records.ts';
import {
  isGap,
  type NewHold,
  releaseAnchored,
  removeTransitionsAfter,
  shiftAnchored,
} from '../release-anchored.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { transitionOf } from '../transition-span.ts';
import { leftPart, rightPart } from './cut-item.ts';

/** Gives a fresh row id at each call. */
export type NewId = () => string;

/**
 * `count` order keys right behind an item of the main track (null: at its head). Where two devices gave neighbours the
 * same key, those behind it are given new ones.
 */
export function keysBehind(
  draft: PatchDraft,
  index: TimelineIndex,
  behind: Item | null,
  count: number,
): OrderKey[] {
  const crowded: Item[] = [];
  let after = behind === null ? index.main.first() : index.main.after(behind);
  while (behind !== null && after !== null && after.order <= behind.order) {
    crowded.push(after);
    after = index.main.after(after);
  }
  if (crowded.length === 0) return keysBetween(behind?.order ?? null, after?.order ?? null, count);
  const keys = orderKeysFor([
    ...(behind === null ? [] : [behind]),
    ...Array.from({ length: count + crowded.length }, () => ({ order: null })),
    ...(after === null ? [] : [after]),
  ]).slice(1);
  crowded.forEach((item, i) => void draft.update('item', item, { order: keys[count + i] ?? item.order }));
  return keys.slice(0, count);
}

export function newGap(like: Item, id: string, order: string, durationFlicks: number): GapItem {
  return {
    id: ItemId.parse(id),
    projectId: like.projectId,
    trackId: like.trackId,
    order,
    durationFlicks,
    anchor: null,
    kind: 'gap',
  };
}

/**
 * Takes an item off the main track and leaves its time as a gap, joined with gaps beside it, so that nothing else
 * moves; behind the last item no gap is left. What was anchored to it keeps its place in time. At most three items.
 * Returns what now stands at the item's place.
 */
export function replaceByGap(
  draft: PatchDraft,
  index: TimelineIndex,
  item: Item,
  newId: NewId,
  ownCaptions: 'remove' | 'keep',
): NewHold {
  const before = index.main.before(item);
  const after = index.main.after(item);
  dropTransitionsAround(draft, index, item, before);
  const hold = gapFor(draft, index, item, before, after, newId);
  releaseAnchored(draft, index, item, hold, ownCaptions);
  return hold;
}

function gapFor(
  draft: PatchDraft,
  index: TimelineIndex,
  item: Item,
  before: Item | null,
  after: Item | null,
  newId: NewId,
): NewHold {
  if (after === null) {
    if (before === null) return { itemId: null, shiftFlicks: 0 };
    return { itemId: before.id, shiftFlicks: before.durationFlicks };
  }
  if (isGap(before)) {
    const lengthOfAfter = isGap(after) ? after.durationFlicks : 0;
    const durationFlicks = before.durationFlicks + item.durationFlicks + lengthOfAfter;
    draft.update('item', before, { durationFlicks });
    if (isGap(after)) {
      const shiftFlicks = before.durationFlicks + item.durationFlicks;
      releaseAnchored(draft, index, after, { itemId: before.id, shiftFlicks });
      moveTransition(draft, index, after, before);
      draft.remove('item', after);
    }
    return { itemId: before.id, shiftFlicks: before.durationFlicks };
  }
  if (isGap(after)) {
    draft.update('item', after, { durationFlicks: after.durationFlicks + item.durationFlicks });
    shiftAnchored(draft, index, after, item.durationFlicks);
    return { itemId: after.id, shiftFlicks: 0 };
  }
  const gap = newGap(item, newId(), item.order, item.durationFlicks);
  draft.add('item', gap);
  return { itemId: gap.id, shiftFlicks: 0 };
}

/** Removes the transitions on both sides of an item: the cuts that they were made for are gone. */
export function dropTransitionsAround(
  draft: PatchDraft,
  index: TimelineIndex,
  item: Item,
  before: Item | null,
): void {
  removeTransitionsAfter(draft, index, item.id);
  if (before !== null) removeTransitionsAfter(draft, index, before.id);
}

/**
 * Cuts a main-track item in two at `atFlicks` from its start. The first part keeps the id; the transition at the end and
 * everything that is anchored from the cut on goes with the second, which is returned.
 */
export function splitOnMain(
  draft: PatchDraft,
  index: TimelineIndex,
  item: Item,
  atFlicks: number,
  rightId: string,
  rightOrder: OrderKey,
): Item {
  const right = rightPart(item, atFlicks, rightId, rightOrder);
  draft.update('item', item, leftPart(item, atFlicks));
  draft.add('item', right);
  moveTransition(draft, index, item, right);
  for (const anchored of itemsAnchoredTo(index, item.id)) {
    if (anchored.anchor?.to !== 'item' || anchored.anchor.offsetFlicks < atFlicks) continue;
    const offsetFlicks = anchored.anchor.offsetFlicks - atFlicks;
    draft.update('item', anchored, { anchor: { to: 'item', itemId: right.id, offsetFlicks } });
  }
  return right;
}

/** The cut after `from` is now the cut after `to`. */
export function moveTransition(draft: PatchDraft, index: TimelineIndex, from: Item, to: Item): void {
  const transition = transitionOf(index, from.id);
  if (transition === null) return;
  removeTransitionsAfter(draft, index, from.id, transition.id);
  draft.update('transition', transition, { leftItemId: to.id });
}

/** Moves what is anchored to a clip along with its content, which now begins `byFlicks` later in the medium. */
export function followContent(draft: PatchDraft, index: TimelineIndex, item: Item, byFlicks: number): void {
  for (const anchored of itemsAnchoredTo(index, item.id)) {
    if (anchored.anchor?.to !== 'item') continue;
    const { offsetFlicks: offset } = anchored.anchor;
    // Words go with their sound, even out of sight; anything else whose moment was cut away stands at the new start.
    const offsetFlicks = isOwnCaption(anchored, item)
      ? offset - byFlicks
      : Math.max(Math.min(0, offset), offset - byFlicks);
    draft.update('item', anchored, { anchor: { ...anchored.anchor, offsetFlicks } });
  }
}
