import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { fadeInsetPx } from '../geometry/hit-test.ts';
import type { Box } from './box.ts';
import type { Picture } from './picture.ts';

/** What a fade takes away, as a dark wedge. */
export function drawFades(
  context: CanvasRenderingContext2D,
  { colours }: Picture,
  clip: ClipItem,
  box: Box,
  top: number,
  width: number,
): void {
  const per = width / clip.durationFlicks;
  context.fillStyle = colours.scrim;
  context.beginPath();
  if (clip.fadeInFlicks > 0) {
    context.moveTo(box.leftPx, top);
    context.lineTo(box.leftPx + clip.fadeInFlicks * per, top);
    context.lineTo(box.leftPx, box.bottomPx);
  }
  if (clip.fadeOutFlicks > 0) {
    context.moveTo(box.rightPx - 1, top);
    context.lineTo(box.rightPx - 1 - clip.fadeOutFlicks * per, top);
    context.lineTo(box.rightPx - 1, box.bottomPx);
  }
  context.fill();
}

/** The two points that are dragged to fade an item. */
export function drawFadeHandles(
  context: CanvasRenderingContext2D,
  { colours }: Picture,
  item: { readonly fadeInFlicks: number; readonly fadeOutFlicks: number; readonly durationFlicks: number },
  box: Box,
  width: number,
  barHeight: number,
): void {
  const per = width / item.durationFlicks;
  const y = box.topPx + barHeight;
  for (const x of [
    box.leftPx + Math.max(fadeInsetPx, item.fadeInFlicks * per),
    box.rightPx - Math.max(fadeInsetPx, item.fadeOutFlicks * per),
  ]) {
    context.fillStyle = colours.ink;
    context.strokeStyle = colours.ground;
    context.beginPath();
    context.arc(x, y, 3.5, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}
