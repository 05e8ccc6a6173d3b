import type { ItemId } from '../kernel/ids.ts';
import { frameFlicks } from '../kernel/time.ts';
import type { Item, Transition } from './records.ts';
import type { TimelineIndex } from './timeline-index.ts';

/** A transition where it really plays. `fromFlicks` ≤ `cutFlicks` ≤ `toFlicks`; the ends are exclusive. */
export interface TransitionSpan {
  readonly transition: Transition;
  readonly left: Item;
  readonly right: Item;
  readonly fromFlicks: number;
  readonly cutFlicks: number;
  readonly toFlicks: number;
}

/**
 * The transition after a main-track item, or null when there is none or it is the last. It is centred on the cut, an
 * odd frame going behind it, and takes at most half of either neighbour, so that two transitions never meet, whatever
 * a later trim or merge did to the clips. Of several (two devices may each have added one), the smallest id counts.
 */
export function transitionAfter(
  index: TimelineIndex,
  left: Item,
  leftStartFlicks: number,
): TransitionSpan | null {
  const transition = transitionOf(index, left.id);
  const right = transition === null ? null : index.main.after(left);
  if (transition === null || right === null) return null;
  const cutFlicks = leftStartFlicks + left.durationFlicks;
  const frame = frameFlicks(index.rate);
  const wantedBefore = Math.floor(transition.durationFlicks / 2 / frame) * frame;
  const wantedAfter = transition.durationFlicks - wantedBefore;
  const before = Math.min(wantedBefore, halfOf(left, frame));
  const after = Math.min(wantedAfter, halfOf(right, frame));
  if (before + after <= 0) return null;
  return { transition, left, right, fromFlicks: cutFlicks - before, cutFlicks, toFlicks: cutFlicks + after };
}

/** The row of the transition after an item: the one with the smallest id. */
export function transitionOf(index: TimelineIndex, leftItemId: ItemId): Transition | null {
  let found: Transition | null = null;
  for (const id of index.byLeft.get(leftItemId) ?? []) {
    if (found === null || id < found.id) found = index.transitions.get(id) ?? found;
  }
  return found;
}

/** Most that a transition may take of an item: half of it in whole frames. */
export function halfOf(item: Item, frame: number): number {
  return Math.floor(item.durationFlicks / 2 / frame) * frame;
}
