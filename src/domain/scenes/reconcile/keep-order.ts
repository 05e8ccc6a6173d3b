import { keysBetween, type OrderKey } from '../../kernel/order.ts';

export interface Placed {
  readonly id: string;
  /** The key it has; null for a new row. */
  readonly order: OrderKey | null;
}

/**
 * Order keys for rows in a wanted sequence: as many as possible keep theirs (the longest rising run), the others get
 * keys between their neighbours. O(n log n).
 */
export function keepOrder(sequence: readonly Placed[]): ReadonlyMap<string, OrderKey> {
  const kept = longestRise(sequence);
  const keys = new Map<string, OrderKey>();
  let before: OrderKey | null = null;
  let open: Placed[] = [];
  const fill = (after: OrderKey | null): void => {
    keysBetween(before, after, open.length).forEach((key, i) => {
      const row = open[i];
      if (row !== undefined) keys.set(row.id, key);
    });
    open = [];
  };
  sequence.forEach((row, i) => {
    if (row.order === null || !kept.has(i)) {
      open.push(row);
      return;
    }
    fill(row.order);
    keys.set(row.id, row.order);
    before = row.order;
  });
  fill(null);
  return keys;
}

/** Indexes of a longest strictly rising run of keys (patience sorting). */
function longestRise(sequence: readonly Placed[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  const keyAt = (index: number | undefined): OrderKey =>
    index === undefined ? '' : (sequence[index]?.order ?? '');
  sequence.forEach(({ order }, i) => {
    if (order === null) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (keyAt(tails[middle]) < order) low = middle + 1;
      else high = middle;
    }
    previous[i] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = i;
  });
  const kept = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) kept.add(i);
  return kept;
}
