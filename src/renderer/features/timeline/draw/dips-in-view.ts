import { type DipsOf, dipsBetween } from '../../../../domain/timeline/dips-between.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import { flicksAt, type TimeScale } from '../geometry/time-scale.ts';

/** Below this a line is some pixels long, and thousands of them are in view. */
const leastPxPerSecond = 4;

/** How clips go down for others in the part of the film that is in view. */
export function dipsInView(index: TimelineIndex, scale: TimeScale, widthPx: number): DipsOf {
  if (scale.pxPerSecond < leastPxPerSecond) return () => [];
  return dipsBetween(index, flicksAt(scale, 0), flicksAt(scale, widthPx));
}
