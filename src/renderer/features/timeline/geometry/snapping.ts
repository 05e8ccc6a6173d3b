import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { itemsIn, tracksInOrder } from '../../../../domain/timeline/queries.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import { flicksOfPx, type TimeScale } from './time-scale.ts';

/** How near a time must come to be drawn to another one. */
export const snapPx = 8;

export interface Snap {
  /** What to add to the moved thing so that one of its times meets a target. */
  readonly byFlicks: number;
  /** Where it meets. */
  readonly atFlicks: number;
}

/** The smallest pull that brings one of `moving` onto one of `targets`, within `reachFlicks`; null for none. Targets ascend. */
export function findSnap(
  moving: readonly number[],
  targets: readonly number[],
  reachFlicks: number,
): Snap | null {
  let best: Snap | null = null;
  for (const at of moving) {
    for (const target of nearest(targets, at)) {
      const byFlicks = target - at;
      const distance = Math.abs(byFlicks);
      if (distance > reachFlicks || (best !== null && distance >= Math.abs(best.byFlicks))) continue;
      best = { byFlicks, atFlicks: target };
    }
  }
  return best;
}

/** Where edges want to stick: cuts and edges in view, but of what moves; the start; `extra` (playhead and marks). Ascending. */
export function snapTargets(
  index: TimelineIndex,
  scale: TimeScale,
  widthPx: number,
  except: ReadonlySet<ItemId>,
  extra: readonly number[],
): number[] {
  const from = scale.leftFlicks;
  const to = from + flicksOfPx(scale, widthPx);
  const targets = new Set<number>([0, ...extra]);
  // Where clips are thinner than the reach of a snap, everything would stick everywhere.
  const tooMany = 400;
  for (const track of tracksInOrder(index)) {
    let count = 0;
    for (const { item, startFlicks } of itemsIn(index, track.id, from, to)) {
      if (count++ > tooMany) break;
      if (except.has(item.id)) continue;
      targets.add(startFlicks);
      targets.add(startFlicks + item.durationFlicks);
    }
  }
  return [...targets].sort((a, b) => a - b);
}

/** The neighbours of a value in an ascending list. */
function nearest(ascending: readonly number[], value: number): number[] {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return [ascending[low - 1], ascending[low]].filter((found) => found !== undefined);
}
