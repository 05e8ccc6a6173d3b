import type { Item } from '../records.ts';

/**
 * How far the edges of an item may be pulled out over its medium, in flicks. Unlimited for stills, looping clips, clips without a
 * medium yet, titles, captions and gaps; 0 where a shorter take has left the clip longer than its medium.
 */
export function sourceRoom(item: Item, frame: number): { readonly before: number; readonly after: number } {
  if (item.kind !== 'clip' || item.sourceLengthFlicks === 0 || item.loops) {
    return { before: Number.POSITIVE_INFINITY, after: Number.POSITIVE_INFINITY };
  }
  const after = item.sourceLengthFlicks - item.sourceInFlicks - item.durationFlicks;
  return { before: wholeFrames(item.sourceInFlicks, frame), after: wholeFrames(after, frame) };
}

function wholeFrames(flicks: number, frame: number): number {
  return Math.max(0, Math.floor(flicks / frame) * frame);
}
