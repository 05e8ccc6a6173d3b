import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { fadeInsetPx } from '../geometry/hit-test.ts';
import type { Box } from './box.ts';
import type { Picture } from './picture.ts';

/** What a fade takes away: a picture gets darker, a sound loses its corner; the ramp itself is a line. */
export function drawFades(
  context: CanvasRenderingContext2D,
  { colours }: Picture,
  clip: ClipItem,
  box: Box,
  top: number,
  width: number,
  isSound: boolean,
): void {
  const per = width / clip.durationFlicks;
  const right = box.rightPx - 1;
  const ramps: (readonly [from: number, to: number])[] = [];
  if (clip.fadeInFlicks > 0) ramps.push([box.leftPx, box.leftPx + clip.fadeInFlicks * per]);
  if (clip.fadeOutFlicks > 0) ramps.push([right, right - clip.fadeOutFlicks * per]);
  context.fillStyle = isSound ? colours.lane : colours.scrim;
  context.beginPath();
  for (const [edge, full] of ramps) {
    context.moveTo(edge, top);
    context.lineTo(full, top);
    context.lineTo(edge, box.bottomPx);
  }
  context.fill();
  context.strokeStyle = isSound ? colours.faint : colours.onPicture;
  context.beginPath();
  for (const [edge, full] of ramps) {
    context.moveTo(edge, box.bottomPx);
    context.lineTo(full, top);
  }
  context.stroke();
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
