import { expect } from 'vitest';
import { compareByOrder } from '../domain/kernel/order.ts';
import {
  attachedItemsIn,
  itemsOfTrack,
  mainItemAt,
  startOf,
  timelineDurationFlicks,
} from '../domain/timeline/queries.ts';
import type { Item } from '../domain/timeline/records.ts';
import { soundKey } from '../domain/timeline/sound-key.ts';
import type { TimelineIndex, TimelineRows } from '../domain/timeline/timeline-index.ts';

/** The rows of an index, sorted by id, as a snapshot to compare with. */
export function rowsOf(index: TimelineIndex): TimelineRows {
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    tracks: [...index.tracks.values()].sort(byId),
    items: [...index.items.values()].sort(byId),
    transitions: [...index.transitions.values()].sort(byId),
  };
}

/** Start times by plain counting: what an index must agree with. Items without a place are left out. */
export function countStarts(items: readonly Item[], mainTrackId: string): Map<string, number> {
  const starts = new Map<string, number>();
  const main = items.filter((item) => item.trackId === mainTrackId).sort(compareByOrder);
  let at = 0;
  for (const item of main) {
    starts.set(item.id, at);
    at += item.durationFlicks;
  }
  const onMain = new Set(starts.keys());
  for (const { id, trackId, anchor } of items) {
    if (trackId === mainTrackId || anchor === null) continue;
    if (anchor.to === 'time') starts.set(id, anchor.atFlicks);
    else if (onMain.has(anchor.itemId))
      starts.set(id, (starts.get(anchor.itemId) ?? 0) + anchor.offsetFlicks);
  }
  return starts;
}

/** Everything an index answers is what plain counting over its rows gives. */
export function expectIndexTrue(index: TimelineIndex): void {
  const main = index.mainTrackId ?? '';
  const items = [...index.items.values()];
  const starts = countStarts(items, main);
  for (const item of items) expect(startOf(index, item.id)).toBe(starts.get(item.id) ?? null);
  const sequence = items.filter((item) => item.trackId === main).sort(compareByOrder);
  expect([...index.main].map((item) => item.id)).toEqual(sequence.map((item) => item.id));
  if (index.mainTrackId !== null) {
    expect(itemsOfTrack(index, index.mainTrackId).map((placed) => placed.startFlicks)).toEqual(
      sequence.map((item) => starts.get(item.id)),
    );
  }
  const total = sequence.reduce((sum, item) => sum + item.durationFlicks, 0);
  expect(index.main.durationFlicks).toBe(total);
  expect(timelineDurationFlicks(index)).toBeGreaterThanOrEqual(total);

  const linked = items.flatMap((item) =>
    item.kind === 'clip' && item.soundOf !== null ? [`${soundKey(item.soundOf)} ${item.id}`] : [],
  );
  const grouped = [...index.bySound].flatMap(([key, ids]) => [...ids].map((id) => `${key} ${id}`));
  expect(grouped.sort()).toEqual(linked.sort());

  const everything = attachedItemsIn(index, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const others = items.filter((item) => item.trackId !== main && starts.has(item.id));
  expect(new Map(everything.map((placed) => [placed.item.id, placed.startFlicks]))).toEqual(
    new Map(others.map((item) => [item.id, starts.get(item.id)])),
  );
  for (const at of [-1, 0, 1, Math.floor(total / 3), Math.floor(total / 2), total - 1, total]) {
    const covers = (item: Item): boolean => {
      const start = starts.get(item.id);
      return start !== undefined && start <= at && start + item.durationFlicks > at;
    };
    expect(mainItemAt(index, at)?.item).toBe(sequence.find(covers));
    expect(
      attachedItemsIn(index, at, at + 1)
        .map((placed) => placed.item.id)
        .sort(),
    ).toEqual(
      others
        .filter(covers)
        .map((item) => item.id)
        .sort(),
    );
  }
}
