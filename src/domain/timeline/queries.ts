import type { ItemId, TrackId } from '../kernel/ids.ts';
import { compareByOrder } from '../kernel/order.ts';
import { startOfAbsolute } from './absolute-items.ts';
import type { Placed } from './main-sequence.ts';
import type { Item, Track } from './records.ts';
import type { TimelineIndex } from './timeline-index.ts';

export type { Placed } from './main-sequence.ts';

export function isOnMain(index: TimelineIndex, item: Item): boolean {
  return item.trackId === index.mainTrackId;
}

/**
 * Start of an item in flicks of the timeline. Null when it has no place: it is not there, or its anchor is broken.
 * May be negative for an item anchored before the first clip.
 */
export function startOf(index: TimelineIndex, id: ItemId): number | null {
  const item = index.items.get(id);
  if (item === undefined) return null;
  if (isOnMain(index, item)) return index.main.startOf(item);
  if (item.anchor === null) return null;
  if (item.anchor.to === 'time') return startOfAbsolute(item);
  const anchor = index.items.get(item.anchor.itemId);
  if (anchor === undefined || !isOnMain(index, anchor)) return null;
  const start = index.main.startOf(anchor);
  return start === null ? null : start + item.anchor.offsetFlicks;
}

/** End (exclusive) of an item in flicks; null when it has no place. */
export function endOf(index: TimelineIndex, id: ItemId): number | null {
  const start = startOf(index, id);
  const item = index.items.get(id);
  return start === null || item === undefined ? null : start + item.durationFlicks;
}

/** The main-track item on screen at a time; null before 0 and from the end on. */
export function mainItemAt(index: TimelineIndex, atFlicks: number): Placed | null {
  return index.main.at(atFlicks);
}

/** Items of all tracks but main that overlap [from, to), by start, then order, then id. */
export function attachedItemsIn(index: TimelineIndex, fromFlicks: number, toFlicks: number): Placed[] {
  const found = index.main.attachedIn(fromFlicks, toFlicks);
  for (const chunk of index.absolute.chunks) {
    const { firstStart, lastEnd } = index.absolute.summary(chunk);
    if (firstStart >= toFlicks) break;
    if (lastEnd <= fromFlicks) continue;
    for (const item of chunk.entries) {
      const startFlicks = startOfAbsolute(item);
      if (startFlicks >= toFlicks) break;
      if (startFlicks + item.durationFlicks > fromFlicks) found.push({ item, startFlicks });
    }
  }
  return found.length < 2 ? found : found.sort(byStart);
}

/** Items of one track that overlap [from, to), in time order. */
export function itemsIn(
  index: TimelineIndex,
  trackId: TrackId,
  fromFlicks: number,
  toFlicks: number,
): Placed[] {
  if (trackId !== index.mainTrackId) {
    return attachedItemsIn(index, fromFlicks, toFlicks).filter((placed) => placed.item.trackId === trackId);
  }
  const found: Placed[] = [];
  for (const placed of index.main.from(fromFlicks)) {
    if (placed.startFlicks >= toFlicks) break;
    found.push(placed);
  }
  return found;
}

/** Every placed item of a track in time order; O(n) on main, O(n log n) elsewhere. Items with broken anchors are left out. */
export function itemsOfTrack(index: TimelineIndex, trackId: TrackId): Placed[] {
  if (trackId === index.mainTrackId) return [...index.main.from(0)];
  const found: Placed[] = [];
  for (const id of index.byTrack.get(trackId) ?? []) {
    const item = index.items.get(id);
    const startFlicks = startOf(index, id);
    if (item !== undefined && startFlicks !== null) found.push({ item, startFlicks });
  }
  return found.sort(byStart);
}

/** Items that are anchored to `id`, by offset, then order, then id. */
export function itemsAnchoredTo(index: TimelineIndex, id: ItemId): Item[] {
  const found: Item[] = [];
  for (const anchored of index.anchoredTo.get(id) ?? []) {
    const item = index.items.get(anchored);
    if (item !== undefined && !isOnMain(index, item)) found.push(item);
  }
  return found.sort((a, b) => offsetOf(a) - offsetOf(b) || compareByOrder(a, b));
}

/** Tracks from the bottom of the picture to the top. */
export function tracksInOrder(index: TimelineIndex): Track[] {
  return [...index.tracks.values()].sort(compareByOrder);
}

/**
 * End of the film in flicks: the end of the main sequence, or of a picture, sound or title on another track that
 * runs on after it. Captions do not make a film longer. O(√n) unless something does run on.
 */
export function timelineDurationFlicks(index: TimelineIndex): number {
  let end = index.main.durationFlicks;
  for (const { item, startFlicks } of attachedItemsIn(index, end, Number.POSITIVE_INFINITY)) {
    if (item.kind === 'caption' || item.kind === 'gap' || !index.tracks.has(item.trackId)) continue;
    end = Math.max(end, startFlicks + item.durationFlicks);
  }
  return end;
}

function offsetOf(item: Item): number {
  return item.anchor?.to === 'item' ? item.anchor.offsetFlicks : 0;
}

function byStart(a: Placed, b: Placed): number {
  return a.startFlicks - b.startFlicks || compareByOrder(a.item, b.item);
}
