import { pxOf } from '../geometry/time-scale.ts';
import type { TrackRow } from '../geometry/track-layout.ts';
import type { Picture } from './picture.ts';

/** Where a thing is drawn: its edges, and the part of it that is in view. */
export interface Box {
  readonly leftPx: number;
  readonly rightPx: number;
  readonly fromPx: number;
  readonly toPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
}

export function boxOf(
  { scale, widthPx }: Picture,
  row: TrackRow,
  startFlicks: number,
  durationFlicks: number,
): Box {
  // Whole pixels: edges stay sharp, and what meets at a cut meets on the screen.
  const leftPx = Math.round(pxOf(scale, startFlicks));
  const rightPx = Math.round(pxOf(scale, startFlicks + durationFlicks));
  return {
    leftPx,
    rightPx,
    fromPx: Math.max(-4, leftPx),
    toPx: Math.min(widthPx + 4, rightPx),
    topPx: row.topPx + 1,
    bottomPx: row.topPx + row.heightPx - 2,
  };
}

/** The line around what is selected. */
export function outline(context: CanvasRenderingContext2D, box: Box, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.strokeRect(
    box.leftPx + 1,
    box.topPx + 1,
    box.rightPx - box.leftPx - 3,
    box.bottomPx - box.topPx - 2,
  );
  context.lineWidth = 1;
}
