import type { TrackId } from '../../../../domain/kernel/ids.ts';
import { takes } from '../../../../domain/timeline/commands/place-free.ts';
import type { TrackChange } from '../../../../domain/timeline/commands/shift-items.ts';
import type { Item, Track } from '../../../../domain/timeline/records.ts';
import type { TrackRow } from '../geometry/track-layout.ts';

/**
 * Where items go when one of them is dragged onto another track: those of the other tracks go as many rows up or down,
 * where a track there takes them, and else stay on theirs. None when the track takes not what is dragged. `items` are
 * those of the film as it was before the drag.
 */
export function trackChanges(
  rows: readonly TrackRow[],
  items: readonly Item[],
  dragged: Item,
  over: Track | null,
): TrackChange[] {
  if (over === null || over.id === dragged.trackId) return [];
  const takesAll = (track: Track, from: TrackId): boolean =>
    items.every((item) => item.trackId !== from || takes(track, item.kind));
  if (!takesAll(over, dragged.trackId)) return [];
  const rowNumber = (id: TrackId): number => rows.findIndex(({ track }) => track.id === id);
  const by = rowNumber(over.id) - rowNumber(dragged.trackId);
  return [...new Set(items.map(({ trackId }) => trackId))].flatMap((from) => {
    const to = rows[rowNumber(from) + by]?.track;
    return to === undefined || !takesAll(to, from) ? [] : [{ from, to: to.id }];
  });
}
