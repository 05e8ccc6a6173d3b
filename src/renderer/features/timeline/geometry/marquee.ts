import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { itemsIn } from '../../../../domain/timeline/queries.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import type { TrackRow } from './track-layout.ts';

/** A stretch of time over a stretch of the stack of tracks. */
export interface Marquee {
  readonly fromFlicks: number;
  readonly toFlicks: number;
  readonly topPx: number;
  readonly bottomPx: number;
}

export function marqueeBetween(
  a: { readonly flicks: number; readonly yPx: number },
  b: { readonly flicks: number; readonly yPx: number },
): Marquee {
  return {
    fromFlicks: Math.min(a.flicks, b.flicks),
    toFlicks: Math.max(a.flicks, b.flicks),
    topPx: Math.min(a.yPx, b.yPx),
    bottomPx: Math.max(a.yPx, b.yPx),
  };
}

/** Items that a marquee touches; gaps are not caught by it. */
export function itemsTouched(
  index: TimelineIndex,
  rows: readonly TrackRow[],
  { fromFlicks, toFlicks, topPx, bottomPx }: Marquee,
): Set<ItemId> {
  const ids = new Set<ItemId>();
  for (const { track, topPx: top, heightPx } of rows) {
    if (top >= bottomPx || top + heightPx <= topPx) continue;
    for (const { item } of itemsIn(index, track.id, fromFlicks, Math.max(toFlicks, fromFlicks + 1))) {
      if (item.kind !== 'gap') ids.add(item.id);
    }
  }
  return ids;
}
