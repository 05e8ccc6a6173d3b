import { compareByOrder } from '../kernel/order.ts';
import { OrderedChunks } from './ordered-chunks.ts';
import type { Item } from './records.ts';

/** Items at absolute times on all tracks, by start; each chunk knows when its last item ends. */
export type AbsoluteItems = OrderedChunks<Item, { readonly firstStart: number; readonly lastEnd: number }>;

export function absoluteItems(): AbsoluteItems {
  return new OrderedChunks<Item, { readonly firstStart: number; readonly lastEnd: number }>(
    (a, b) => startOfAbsolute(a) - startOfAbsolute(b) || compareByOrder(a, b),
    (items) => {
      let firstStart = Number.POSITIVE_INFINITY;
      let lastEnd = 0;
      for (const item of items) {
        const start = startOfAbsolute(item);
        if (start < firstStart) firstStart = start;
        if (start + item.durationFlicks > lastEnd) lastEnd = start + item.durationFlicks;
      }
      return { firstStart, lastEnd };
    },
  );
}

export function startOfAbsolute(item: Item): number {
  return item.anchor?.to === 'time' ? item.anchor.atFlicks : 0;
}
