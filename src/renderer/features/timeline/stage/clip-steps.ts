import {
  attachedItemsIn,
  itemsIn,
  itemsOfTrack,
  mainItemAt,
  type Placed,
} from '../../../../domain/timeline/queries.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import type { TrackRow } from '../geometry/track-layout.ts';

/** The next or the previous item of the same track; null at its ends. */
export function neighbourOf(
  index: TimelineIndex,
  { item, startFlicks }: Placed,
  step: 1 | -1,
): Placed | null {
  if (item.trackId === index.mainTrackId) {
    const next = step === 1 ? index.main.after(item) : index.main.before(item);
    if (next === null) return null;
    return {
      item: next,
      startFlicks: step === 1 ? startFlicks + item.durationFlicks : startFlicks - next.durationFlicks,
    };
  }
  const [from, to] =
    step === 1 ? [startFlicks, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, startFlicks + 1];
  const items = attachedItemsIn(index, from, to).filter((placed) => placed.item.trackId === item.trackId);
  return items[items.findIndex((placed) => placed.item.id === item.id) + step] ?? null;
}

/** The item of the track above or below that is nearest in time; tracks without items are passed over. */
export function stepTrack(
  index: TimelineIndex,
  rows: readonly TrackRow[],
  { item, startFlicks }: Placed,
  step: 1 | -1,
): Placed | null {
  const at = Math.max(0, startFlicks);
  for (
    let i = rows.findIndex((row) => row.track.id === item.trackId) + step;
    i >= 0 && i < rows.length;
    i += step
  ) {
    const track = rows[i]?.track;
    if (track === undefined) return null;
    const here =
      track.id === index.mainTrackId
        ? mainItemAt(index, at)
        : (itemsIn(index, track.id, at, at + 1)[0] ?? null);
    const found = here ?? nearest(itemsOfTrack(index, track.id), at);
    if (found !== null) return found;
  }
  return null;
}

function nearest(placed: readonly Placed[], at: number): Placed | null {
  let best: Placed | null = null;
  for (const one of placed) {
    if (best === null || Math.abs(one.startFlicks - at) < Math.abs(best.startFlicks - at)) best = one;
  }
  return best;
}
