import { itemsIn, type Placed } from '../../../../domain/timeline/queries.ts';
import type { ClipItem, Track, Transition } from '../../../../domain/timeline/records.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import { type TransitionSpan, transitionAfter } from '../../../../domain/timeline/transition-span.ts';
import { gainLinePx, hasGainLine, soundSpan } from './gain-line.ts';
import { flicksOfPx, pxOf, type TimeScale } from './time-scale.ts';
import { labelHeightPx, rowAt, rulerHeightPx, type TrackRow } from './track-layout.ts';

/** What lies under the pointer. */
export type Hit =
  | { readonly on: 'ruler' }
  | { readonly on: 'nothing'; readonly track: Track | null }
  | { readonly on: 'body'; readonly track: Track; readonly placed: Placed }
  | {
      readonly on: 'edge';
      readonly track: Track;
      readonly placed: Placed;
      readonly edge: 'start' | 'end';
    }
  | { readonly on: 'fade'; readonly track: Track; readonly placed: Placed; readonly edge: 'in' | 'out' }
  | { readonly on: 'gain'; readonly track: Track; readonly placed: Placed; readonly clip: ClipItem }
  | {
      readonly on: 'transition';
      readonly track: Track;
      readonly span: TransitionSpan;
      readonly transition: Transition;
      /** The end that would be dragged; null in the middle. */
      readonly edge: 'start' | 'end' | null;
    };

/** How far down a title its handles are. */
export const titleHandlePx = 6;
const edgePx = 6;
const fadeReachPx = 6;
const gainReachPx = 3;
/** A clip thinner than that has no line of gain. */
export const leastLinedPx = 24;
/** A handle keeps clear of the edge, which is dragged too. */
export const fadeInsetPx = 13;

/** Where on a clip the handle of a fade is, from its left edge. */
export function fadeHandlePx(placed: Placed, edge: 'in' | 'out', widthPx: number, scale: TimeScale): number {
  const { item } = placed;
  if (item.kind !== 'clip' && item.kind !== 'title') return -1;
  const length = ((edge === 'in' ? item.fadeInFlicks : item.fadeOutFlicks) * widthPx) / item.durationFlicks;
  const offset = Math.max(fadeInsetPx, Math.min(length, widthPx));
  return edge === 'in' ? offset : Math.max(0, scale.pxPerSecond === 0 ? 0 : widthPx - offset);
}

/**
 * @param yPx from the top of the ruler
 * @param scrollTopPx how far the tracks are scrolled up under it
 * @param sounds whether a clip's medium has sound besides a picture
 */
export function hitTest(
  index: TimelineIndex,
  rows: readonly TrackRow[],
  scale: TimeScale,
  xPx: number,
  yPx: number,
  scrollTopPx: number,
  sounds: (clip: ClipItem) => boolean = () => false,
): Hit {
  if (yPx < rulerHeightPx) return { on: 'ruler' };
  const inStack = yPx - rulerHeightPx + scrollTopPx;
  const row = rowAt(rows, inStack);
  if (row === null) return { on: 'nothing', track: null };
  const { track } = row;
  const at = scale.leftFlicks + flicksOfPx(scale, xPx);
  const reach = flicksOfPx(scale, edgePx);
  const near = itemsIn(index, track.id, Math.max(0, at - reach), at + reach);
  const inBar = inStack - row.topPx < labelHeightPx;
  if (track.id === index.mainTrackId && !inBar) {
    const transition = transitionHit(index, track, near, scale, xPx);
    if (transition !== null) return transition;
  }
  // The last one is drawn on top.
  const under = [...near].reverse().find((placed) => covers(placed, at));
  const bySide = edgeHit(near, under, scale, xPx);
  if (under !== undefined) {
    const fade = fadeHit(under, scale, xPx, inStack - row.topPx);
    if (fade !== null) return { on: 'fade', track, placed: under, edge: fade };
  }
  if (bySide !== null && bySide.placed.item.kind !== 'gap') return { on: 'edge', track, ...bySide };
  if (under === undefined) return { on: 'nothing', track };
  const clip = gainHit(row, under, scale, inStack, sounds);
  return clip === null ? { on: 'body', track, placed: under } : { on: 'gain', track, placed: under, clip };
}

/** The clip whose line of gain is there. */
function gainHit(
  row: TrackRow,
  { item }: Placed,
  scale: TimeScale,
  inStackPx: number,
  sounds: (clip: ClipItem) => boolean,
): ClipItem | null {
  if (item.kind !== 'clip' || item.durationFlicks < flicksOfPx(scale, leastLinedPx)) return null;
  const span = soundSpan(row, sounds(item));
  if (span === null || !hasGainLine(span)) return null;
  return Math.abs(inStackPx - gainLinePx(span, item.gainDb)) <= gainReachPx ? item : null;
}

function covers({ item, startFlicks }: Placed, at: number): boolean {
  return startFlicks <= at && at < startFlicks + item.durationFlicks;
}

/** An edge within reach: of the item under the pointer first, so that both sides of a cut can be had. */
function edgeHit(
  near: readonly Placed[],
  under: Placed | undefined,
  scale: TimeScale,
  xPx: number,
): { readonly placed: Placed; readonly edge: 'start' | 'end' } | null {
  const candidates = under === undefined ? near : [under, ...near.filter((placed) => placed !== under)];
  for (const placed of candidates) {
    const start = pxOf(scale, placed.startFlicks);
    const end = pxOf(scale, placed.startFlicks + placed.item.durationFlicks);
    // A thin clip keeps a middle to be taken by.
    const reach = Math.min(edgePx, (end - start) / 4);
    if (placed !== under && under !== undefined && under.item.kind !== 'gap') continue;
    const outside = placed === under ? 0 : 2;
    if (xPx >= start - outside && xPx <= start + reach) return { placed, edge: 'start' };
    if (xPx <= end + outside && xPx >= end - reach) return { placed, edge: 'end' };
  }
  return null;
}

function fadeHit(placed: Placed, scale: TimeScale, xPx: number, yInRowPx: number): 'in' | 'out' | null {
  const { item, startFlicks } = placed;
  if (item.kind !== 'clip' && item.kind !== 'title') return null;
  const start = pxOf(scale, startFlicks);
  const width = pxOf(scale, startFlicks + item.durationFlicks) - start;
  const handleY = item.kind === 'clip' ? labelHeightPx : titleHandlePx;
  if (width < 48 || Math.abs(yInRowPx - handleY) > fadeReachPx) return null;
  for (const edge of ['in', 'out'] as const) {
    if (Math.abs(xPx - start - fadeHandlePx(placed, edge, width, scale)) <= fadeReachPx) return edge;
  }
  return null;
}

function transitionHit(
  index: TimelineIndex,
  track: Track,
  near: readonly Placed[],
  scale: TimeScale,
  xPx: number,
): Hit | null {
  const first = near[0];
  const before = first === undefined ? null : index.main.before(first.item);
  const beforeFirst =
    before === null || first === undefined
      ? []
      : [{ item: before, startFlicks: first.startFlicks - before.durationFlicks }];
  for (const { item, startFlicks } of [...beforeFirst, ...near]) {
    const span = transitionAfter(index, item, startFlicks);
    if (span === null) continue;
    const from = pxOf(scale, span.fromFlicks);
    const to = pxOf(scale, span.toFlicks);
    if (xPx < from - 3 || xPx > to + 3 || to - from < 6) continue;
    const reach = Math.min(edgePx, (to - from) / 3);
    const edge = xPx <= from + reach ? 'start' : xPx >= to - reach ? 'end' : null;
    return { on: 'transition', track, span, transition: span.transition, edge };
  }
  return null;
}
