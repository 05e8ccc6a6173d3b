import type { ItemId, TrackId } from '../../kernel/ids.ts';
import { itemsIn, mainItemAt } from '../queries.ts';
import type { Anchor, Item, Track } from '../records.ts';
import type { TimelineIndex } from '../timeline-index.ts';

/**
 * No item of the track but `except` overlaps [from, to). Tracks other than main may come to overlap by a ripple below
 * them (the later item is then drawn on top), but no command places an item onto another.
 */
export function isPlaceFree(
  index: TimelineIndex,
  trackId: TrackId,
  fromFlicks: number,
  toFlicks: number,
  except: ItemId | null,
): boolean {
  return itemsIn(index, trackId, fromFlicks, toFlicks).every(({ item }) => item.id === except);
}

/** Holds on to the main-track item that is on screen at a time; to the time itself where there is none. */
export function anchorAt(index: TimelineIndex, atFlicks: number): Anchor {
  const under = mainItemAt(index, atFlicks);
  return under === null
    ? { to: 'time', atFlicks: Math.max(0, atFlicks) }
    : { to: 'item', itemId: under.item.id, offsetFlicks: atFlicks - under.startFlicks };
}

/** Kinds of item that a track other than main takes. */
export function takes(track: Track, kind: Item['kind']): boolean {
  switch (track.kind) {
    case 'main':
      return false;
    case 'video':
      return kind === 'clip' || kind === 'title';
    case 'audio':
      return kind === 'clip';
    case 'title':
      return kind === 'title';
    case 'caption':
      return kind === 'caption';
  }
}
