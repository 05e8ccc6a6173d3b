import type { ItemId, TransitionId } from '../kernel/ids.ts';
import { captionSpan } from './caption-span.ts';
import { isOwnCaption, isOwnSpeech, isOwnTitle } from './own-caption.ts';
import type { PatchDraft } from './patch-draft.ts';
import { itemsAnchoredTo, startOf } from './queries.ts';
import type { Anchor, GapItem, Item } from './records.ts';
import type { TimelineIndex } from './timeline-index.ts';

/** Where things are after an edit that takes a main-track item away. */
export interface NewHold {
  /** The main-track item to hold on to instead; null when the sequence is left empty. */
  readonly itemId: ItemId | null;
  /** Start of the removed item minus the start of that item, after the edit; with no item, the absolute start. */
  readonly shiftFlicks: number;
}

/**
 * Lets go of a main-track item that is about to be removed. What is anchored to it keeps its place in time: it holds on
 * to the item that comes to stand there. Only the clip's own live-linked captions and speech go with it:
 * they are its words. With `keep` those stay as well, but for what a trim had already put out of sight.
 */
export function releaseAnchored(
  draft: PatchDraft,
  index: TimelineIndex,
  removed: Item,
  hold: NewHold,
  ownCaptions: 'remove' | 'keep' = 'remove',
): void {
  for (const item of itemsAnchoredTo(index, removed.id)) {
    const current = draft.now('item', item);
    if (current === null) continue;
    const goesAlong = isOwnCaption(item, removed) && (ownCaptions === 'remove' || isCutAway(index, item));
    const isOwn = isOwnTitle(item, removed) || isOwnSpeech(item, removed);
    if (goesAlong || (isOwn && ownCaptions === 'remove')) {
      draft.remove('item', item);
      continue;
    }
    const offsetFlicks = (item.anchor?.to === 'item' ? item.anchor.offsetFlicks : 0) + hold.shiftFlicks;
    const anchor: Anchor =
      hold.itemId === null
        ? { to: 'time', atFlicks: Math.max(0, offsetFlicks) }
        : { to: 'item', itemId: hold.itemId, offsetFlicks };
    draft.update('item', item, { anchor });
  }
}

/**
 * Moves what is anchored to a main-track item against the item's start, after an edit that moved that start by
 * −`byFlicks` and is to leave the rest in its place.
 */
export function shiftAnchored(draft: PatchDraft, index: TimelineIndex, anchor: Item, byFlicks: number): void {
  for (const item of itemsAnchoredTo(index, anchor.id)) {
    if (item.anchor?.to !== 'item') continue;
    draft.update('item', item, {
      anchor: { ...item.anchor, offsetFlicks: item.anchor.offsetFlicks + byFlicks },
    });
  }
}

/** Removes transitions whose left side is `leftItemId`, but for `except`. */
export function removeTransitionsAfter(
  draft: PatchDraft,
  index: TimelineIndex,
  leftItemId: ItemId,
  except: TransitionId | null = null,
): void {
  for (const id of index.byLeft.get(leftItemId) ?? []) {
    const transition = index.transitions.get(id);
    if (transition !== undefined && id !== except) draft.remove('transition', transition);
  }
}

export function isGap(item: Item | null): item is GapItem {
  return item?.kind === 'gap';
}

function isCutAway(index: TimelineIndex, caption: Item): boolean {
  const startFlicks = startOf(index, caption.id);
  return (
    caption.kind === 'caption' && startFlicks !== null && captionSpan(index, caption, startFlicks) === null
  );
}
