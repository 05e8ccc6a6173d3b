import type { GainDip } from '../../../../domain/timeline/gain-curve.ts';
import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { gainLinePx, type SoundSpan } from '../geometry/gain-line.ts';
import { pxOf } from '../geometry/time-scale.ts';
import type { Box } from './box.ts';
import type { Picture } from './picture.ts';

/** The line of a clip's gain where it goes down for others: down and up again as it is heard. In the colour that is set. */
export function drawDippedLine(
  context: CanvasRenderingContext2D,
  { scale }: Picture,
  sound: SoundSpan,
  { gainDb }: ClipItem,
  box: Box,
  dips: readonly GainDip[],
): void {
  const level = Math.round(gainLinePx(sound, gainDb)) + 0.5;
  const end = box.toPx - 1;
  context.save();
  context.beginPath();
  context.rect(box.fromPx, sound.topPx, end - box.fromPx, sound.bottomPx - sound.topPx);
  context.clip();
  context.strokeStyle = context.fillStyle;
  context.beginPath();
  context.moveTo(box.fromPx, level);
  for (const dip of dips) {
    const low = Math.round(gainLinePx(sound, Math.max(-60, gainDb + 20 * Math.log10(dip.gain)))) + 0.5;
    context.lineTo(pxOf(scale, dip.fromFlicks), level);
    context.lineTo(pxOf(scale, dip.downFlicks), low);
    context.lineTo(pxOf(scale, dip.upFlicks), low);
    context.lineTo(pxOf(scale, dip.toFlicks), level);
  }
  context.lineTo(Math.max(end, box.fromPx), level);
  context.stroke();
  context.restore();
}
