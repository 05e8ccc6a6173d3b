import type { ItemId } from '../kernel/ids.ts';
import type { Item } from './records.ts';

/** An item of another track, relative to the start of the chunk that its anchor is in. */
interface Attached {
  readonly item: Item;
  readonly startFlicks: number;
}

/** What is derived from a run of neighbouring main-track items. */
export interface ChunkFacts {
  /** Start of each entry, relative to the chunk's. */
  readonly starts: readonly number[];
  readonly durationFlicks: number;
  readonly attached: readonly Attached[];
  /** From the earliest start to the latest end of what is attached, relative to the chunk's start. */
  readonly reachFrom: number;
  readonly reachTo: number;
}

export const noFacts: ChunkFacts = {
  starts: [],
  durationFlicks: 0,
  attached: [],
  reachFrom: Number.POSITIVE_INFINITY,
  reachTo: Number.NEGATIVE_INFINITY,
};

export function summariseChunk(
  entries: readonly Item[],
  items: ReadonlyMap<ItemId, Item>,
  anchoredTo: ReadonlyMap<ItemId, ReadonlySet<ItemId>>,
): ChunkFacts {
  const starts: number[] = [];
  const attached: Attached[] = [];
  let start = 0;
  let reachFrom = Number.POSITIVE_INFINITY;
  let reachTo = Number.NEGATIVE_INFINITY;
  for (const entry of entries) {
    starts.push(start);
    for (const id of anchoredTo.get(entry.id) ?? []) {
      const item = items.get(id);
      if (item?.anchor?.to !== 'item' || item.trackId === entry.trackId) continue;
      const startFlicks = start + item.anchor.offsetFlicks;
      attached.push({ item, startFlicks });
      reachFrom = Math.min(reachFrom, startFlicks);
      reachTo = Math.max(reachTo, startFlicks + item.durationFlicks);
    }
    start += entry.durationFlicks;
  }
  return { starts, durationFlicks: start, attached, reachFrom, reachTo };
}
