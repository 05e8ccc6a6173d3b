import { flicksPerSecond } from '../../../../domain/kernel/time.ts';
import { attachedItemsIn, itemsOfTrack, type Placed } from '../../../../domain/timeline/queries.ts';
import type { Track } from '../../../../domain/timeline/records.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import { flicksAt, flicksOfPx, pxOf, type TimeScale } from './time-scale.ts';

/** Above this many items in view they are looked at pixel by pixel instead of one by one. */
const mostInDetail = 1_200;

/**
 * What is to be drawn of each track: with many items in view no more than about one for each pixel, so that the cost of
 * a picture depends on the screen and not on the film. Keeps sorted lists of the other tracks for that, made anew
 * after an edit (`revision`).
 */
export interface VisibleItems {
  of(
    index: TimelineIndex,
    revision: number,
    track: Track,
    scale: TimeScale,
    widthPx: number,
  ): readonly Placed[];
}

export function createVisibleItems(): VisibleItems {
  let known = -1;
  let knownIndex: TimelineIndex | null = null;
  const lists = new Map<string, readonly Placed[]>();
  let inView: { readonly key: string; readonly byTrack: ReadonlyMap<string, Placed[]> } | null = null;

  const sorted = (index: TimelineIndex, track: Track): readonly Placed[] => {
    const list = lists.get(track.id) ?? itemsOfTrack(index, track.id);
    lists.set(track.id, list);
    return list;
  };

  return {
    of(index, revision, track, scale, widthPx) {
      if (revision !== known || index !== knownIndex) {
        known = revision;
        knownIndex = index;
        lists.clear();
        inView = null;
      }
      const from = scale.leftFlicks;
      const to = flicksAt(scale, widthPx);
      const dense = isDense(index, from, to);
      if (track.id === index.mainTrackId) {
        return dense ? mainByPixel(index, scale, widthPx) : mainFrom(index, from, to);
      }
      if (dense) return byPixel(sorted(index, track), scale, widthPx);
      const key = `${from} ${to}`;
      if (inView?.key !== key) {
        const byTrack = new Map<string, Placed[]>();
        for (const placed of attachedItemsIn(index, from, to)) {
          const list = byTrack.get(placed.item.trackId);
          if (list === undefined) byTrack.set(placed.item.trackId, [placed]);
          else list.push(placed);
        }
        inView = { key, byTrack };
      }
      return inView.byTrack.get(track.id) ?? [];
    },
  };
}

/** By the film's average: near enough to choose a way of looking. */
function isDense(index: TimelineIndex, from: number, to: number): boolean {
  const { size, durationFlicks } = index.main;
  const count = Math.max(size, index.items.size - size);
  const length = Math.max(durationFlicks, flicksPerSecond);
  return (count * Math.min(to - from, length)) / length > mostInDetail;
}

function mainFrom(index: TimelineIndex, from: number, to: number): Placed[] {
  const found: Placed[] = [];
  for (const placed of index.main.from(from)) {
    if (placed.startFlicks >= to) break;
    found.push(placed);
  }
  return found;
}

function mainByPixel(index: TimelineIndex, scale: TimeScale, widthPx: number): Placed[] {
  const found: Placed[] = [];
  let x = 0;
  while (x < widthPx) {
    const placed = index.main.at(Math.max(0, flicksAt(scale, x)));
    if (placed === null) break;
    found.push(placed);
    x = Math.max(x + 1, pxOf(scale, placed.startFlicks + placed.item.durationFlicks));
  }
  return found;
}

/** From a list in time order whose items rarely overlap: the first that reaches into each pixel. */
export function byPixel(list: readonly Placed[], scale: TimeScale, widthPx: number): Placed[] {
  const found: Placed[] = [];
  let at = scale.leftFlicks;
  const to = flicksAt(scale, widthPx);
  const step = flicksOfPx(scale, 1);
  let i = firstEndingAfter(list, at);
  while (i < list.length) {
    const placed = list[i];
    if (placed === undefined || placed.startFlicks >= to) break;
    const end = placed.startFlicks + placed.item.durationFlicks;
    found.push(placed);
    at = Math.max(at + step, end, placed.startFlicks + step);
    i = Math.max(i + 1, firstEndingAfter(list, at, i));
  }
  return found;
}

/** Binary search by start, one item back: items overlap rarely, and then by one. */
function firstEndingAfter(list: readonly Placed[], at: number, low = 0): number {
  let first = low;
  let last = list.length;
  while (first < last) {
    const middle = (first + last) >>> 1;
    const placed = list[middle];
    if (placed !== undefined && placed.startFlicks + placed.item.durationFlicks <= at) first = middle + 1;
    else last = middle;
  }
  return first;
}
