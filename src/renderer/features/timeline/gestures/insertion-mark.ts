import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { flicksPerSecond } from '../../../../domain/kernel/time.ts';
import { mainItemAt } from '../../../../domain/timeline/queries.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import { pxOf } from '../geometry/time-scale.ts';
import { rowOf, rulerHeightPx } from '../geometry/track-layout.ts';
import type { Desk, Pointer } from './desk.ts';

/** A cut of the film track, and the item behind it. */
interface Cutting {
  readonly beforeItemId: ItemId | null;
  readonly atFlicks: number;
}

/** What is carried to a cut: how it is seen at the pointer. */
interface Carried {
  readonly startFlicks: number;
  readonly totalFlicks: number;
  readonly label: string;
}

/** Shows what is carried as a ghost at the pointer, and a mark at the cut of the film track that it would go into. */
export function markInsertion(
  desk: Desk,
  start: Pointer,
  pointer: Pointer,
  carried: Carried,
): Cutting | null {
  const { live, overlay, cut } = desk;
  const { scale, scrollTopPx } = cut.getState();
  const index = live.index();
  const row = index.mainTrackId === null ? null : rowOf(desk.rows(), index.mainTrackId);
  if (row === null) return null;
  const topPx = rulerHeightPx + row.topPx - scrollTopPx;
  const target = cutNear(index, pointer.flicks);
  const grabbed = pxOf(scale, carried.startFlicks) - pxOf(scale, start.flicks);
  const shown = Math.min(240, Math.max(24, (carried.totalFlicks * scale.pxPerSecond) / flicksPerSecond));
  overlay.ghost({
    leftPx: Math.max(pointer.xPx - shown + 8, Math.min(pointer.xPx - 8, pointer.xPx + grabbed)),
    topPx: topPx + 2,
    widthPx: shown,
    heightPx: row.heightPx - 5,
    label: carried.label,
    refused: false,
  });
  overlay.caret({ xPx: pxOf(scale, target.atFlicks), topPx, heightPx: row.heightPx - 1 });
  return target;
}

/** The cut of the film track that is nearest to a time, and the item behind it. */
export function cutNear(index: TimelineIndex, atFlicks: number): Cutting {
  const under = mainItemAt(index, Math.max(0, atFlicks));
  if (under === null) return { beforeItemId: null, atFlicks: index.main.durationFlicks };
  const into = atFlicks - under.startFlicks;
  if (into < under.item.durationFlicks / 2) {
    return { beforeItemId: under.item.id, atFlicks: under.startFlicks };
  }
  return {
    beforeItemId: index.main.after(under.item)?.id ?? null,
    atFlicks: under.startFlicks + under.item.durationFlicks,
  };
}
