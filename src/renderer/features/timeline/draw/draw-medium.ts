import { flicksPerSecond } from '../../../../domain/kernel/time.ts';
import { dipGainAt, type GainDip } from '../../../../domain/timeline/gain-curve.ts';
import { loopPeriod } from '../../../../domain/timeline/looped-passes.ts';
import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { flicksAt } from '../geometry/time-scale.ts';
import type { Box } from './box.ts';
import type { Picture } from './picture.ts';

/** The clip's pictures side by side in their own shape, each the one of its time. */
export function drawPictures(
  context: CanvasRenderingContext2D,
  { media, scale }: Picture,
  clip: ClipItem,
  box: Box,
  top: number,
  bottom: number,
): void {
  const height = bottom - top;
  if (clip.assetId === null || height < 12) return;
  const sprite = media.sprite(clip.assetId, clip.sourceLengthFlicks);
  if (sprite === null) return;
  const tile = (sprite.widthPx / sprite.heightPx) * height;
  const first = Math.max(0, Math.floor((box.fromPx - box.leftPx) / tile));
  for (let i = first; ; i++) {
    const x = box.leftPx + i * tile;
    if (x >= box.toPx - 1) break;
    const into = ((i + 0.5) * tile * flicksPerSecond) / scale.pxPerSecond;
    const at = clip.sourceInFlicks + Math.min(into, clip.durationFlicks);
    const share = clip.sourceLengthFlicks === 0 ? 0 : at / clip.sourceLengthFlicks;
    const column = Math.min(sprite.columns - 1, Math.floor(share * sprite.columns));
    const shown = Math.min(tile, box.toPx - 1 - x);
    const part = (shown / tile) * sprite.widthPx;
    context.drawImage(
      sprite.bitmap,
      column * sprite.widthPx,
      0,
      part,
      sprite.heightPx,
      x,
      top,
      shown,
      height,
    );
  }
}

const columnPx = 2;

/** How loud the clip is along its length, with its gain and where it goes down for others; what loops begins again. */
export function drawWaveform(
  context: CanvasRenderingContext2D,
  { media, scale, colours }: Picture,
  clip: ClipItem,
  box: Box,
  top: number,
  bottom: number,
  dips: readonly GainDip[],
): void {
  if (clip.assetId === null || clip.sourceLengthFlicks === 0) return;
  const peaks = media.peaks(clip.assetId);
  context.fillStyle = colours.ground;
  context.globalAlpha *= 0.35;
  context.fillRect(box.fromPx, top, box.toPx - box.fromPx - 1, bottom - top);
  context.globalAlpha /= 0.35;
  if (peaks === null) return;
  const { bytes, perSecond } = peaks;
  const loud = clip.muted ? 0 : 10 ** (clip.gainDb / 20);
  const perPx = perSecond / scale.pxPerSecond;
  const firstBucket = (clip.sourceInFlicks / flicksPerSecond) * perSecond;
  const period = clip.loops ? (loopPeriod(clip.sourceLengthFlicks) / flicksPerSecond) * perSecond : 0;
  let dip = 0;
  const from = Math.max(box.leftPx, Math.floor(box.fromPx / columnPx) * columnPx);
  context.beginPath();
  for (let x = from; x < box.toPx - 1; x += columnPx) {
    const along = firstBucket + (x - box.leftPx) * perPx;
    const bucket = period > 0 ? along % period : along;
    const end = Math.max(bucket + 1, bucket + columnPx * perPx);
    let peak = 0;
    // At most eight looks a column: a long clip far away is sampled.
    const step = Math.max(1, Math.floor((end - bucket) / 8));
    for (let i = Math.floor(bucket); i < end && i < bytes.length; i += step) {
      const value = bytes[i] ?? 0;
      if (value > peak) peak = value;
    }
    const at = dips.length === 0 ? 0 : flicksAt(scale, x);
    while ((dips[dip]?.toFlicks ?? Number.POSITIVE_INFINITY) < at) dip++;
    const now = dips[dip];
    const down = now === undefined ? 1 : dipGainAt(now, at);
    // Loudness is drawn as its root, so the gain of a dip is too.
    const tall = Math.max(1, Math.min(1, (peak / 255) * loud * Math.sqrt(down)) * (bottom - top - 1));
    context.rect(x, bottom - tall, columnPx - 0.5, tall);
  }
  context.fillStyle = clip.muted ? colours.faint : colours.soundInk;
  context.fill();
}
