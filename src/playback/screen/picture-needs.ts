import { describeFrame, type PictureLayer } from '../../domain/timeline/frame-plan.ts';
import { attachedItemsIn } from '../../domain/timeline/queries.ts';
import type { TimelineIndex } from '../../domain/timeline/timeline-index.ts';
import { transitionAfter } from '../../domain/timeline/transition-span.ts';

/** A picture that will be on screen soon: the layer as its first frame shows it. */
export interface PictureNeed {
  readonly layer: PictureLayer;
  /** When it comes on screen. */
  readonly atFlicks: number;
}

/**
 * The pictures that come on screen within `horizonFlicks` after a time, or before it when `backward`, nearest first and
 * each item once. What is on screen already is left out. Decoding of these begins before the cut.
 */
export function pictureNeeds(
  index: TimelineIndex,
  atFlicks: number,
  horizonFlicks: number,
  backward = false,
): PictureNeed[] {
  const known = new Set<string>();
  for (const layer of describeFrame(index, atFlicks).layers)
    if (layer.kind === 'picture') known.add(layer.itemId);
  const needs: PictureNeed[] = [];
  const [from, to] = backward ? [atFlicks - horizonFlicks, atFlicks] : [atFlicks, atFlicks + horizonFlicks];
  for (const changeFlicks of changesIn(index, from, to, backward)) {
    for (const layer of describeFrame(index, changeFlicks).layers) {
      if (layer.kind !== 'picture' || known.has(layer.itemId)) continue;
      known.add(layer.itemId);
      needs.push({ layer, atFlicks: changeFlicks });
    }
  }
  return needs;
}

/** Frames at which something may come on screen (or, backwards, come on from behind), nearest first. */
function changesIn(index: TimelineIndex, from: number, to: number, backward: boolean): number[] {
  const times = new Set<number>();
  const add = (start: number, end: number): void => {
    const at = backward ? end - 1 : start;
    if (at >= from && at <= to && at >= 0) times.add(at);
  };
  const first = Math.max(0, from);
  for (const { item, startFlicks } of index.main.from(first)) {
    if (startFlicks > to) break;
    const end = startFlicks + item.durationFlicks;
    add(startFlicks, end);
    const span = transitionAfter(index, item, startFlicks);
    if (span !== null) add(span.fromFlicks, span.toFlicks);
  }
  for (const { item, startFlicks } of attachedItemsIn(index, first, to)) {
    if (item.kind === 'clip') add(startFlicks, startFlicks + item.durationFlicks);
  }
  return [...times].sort((a, b) => (backward ? b - a : a - b));
}
