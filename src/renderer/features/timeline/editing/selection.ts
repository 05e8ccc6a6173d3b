import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { isOnMain, type Placed, startOf } from '../../../../domain/timeline/queries.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';

/** What is selected and still there, in time order. */
export interface Selection {
  readonly placed: readonly Placed[];
  readonly onMain: readonly Placed[];
  readonly others: readonly Placed[];
  /** The only one; null for none and for several. */
  readonly only: Placed | null;
}

export function selectionOf(index: TimelineIndex, itemIds: ReadonlySet<ItemId>): Selection {
  const placed: Placed[] = [];
  for (const id of itemIds) {
    const item = index.items.get(id);
    const startFlicks = item === undefined ? null : startOf(index, id);
    if (item !== undefined && startFlicks !== null) placed.push({ item, startFlicks });
  }
  placed.sort((a, b) => a.startFlicks - b.startFlicks);
  const [first] = placed;
  return {
    placed,
    onMain: placed.filter(({ item }) => isOnMain(index, item)),
    others: placed.filter(({ item }) => !isOnMain(index, item)),
    only: placed.length === 1 && first !== undefined ? first : null,
  };
}

export function endOfPlaced({ item, startFlicks }: Placed): number {
  return startFlicks + item.durationFlicks;
}

export function isUnder({ item, startFlicks }: Placed, atFlicks: number): boolean {
  return startFlicks < atFlicks && atFlicks < startFlicks + item.durationFlicks;
}
