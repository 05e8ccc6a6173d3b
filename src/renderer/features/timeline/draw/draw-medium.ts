import { flicksPerSecond } from '../../../../domain/kernel/time.ts';
import type { ClipItem } from '../../../../domain/timeline/records.ts';
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

/** How loud the clip is along its length, with its gain. */
export function drawWaveform(
  context: CanvasRenderingContext2D,
  { media, scale, colours }: Picture,
  clip: ClipItem,
  box: Box,
  top: number,
  bottom: number,
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
  const from = Math.max(box.leftPx, Math.floor(box.fromPx / columnPx) * columnPx);
  context.beginPath();
  for (let x = from; x < box.toPx - 1; x += columnPx) {
    const bucket = firstBucket + (x - box.leftPx) * perPx;
    const end = Math.max(bucket + 1, bucket + columnPx * perPx);
    let peak = 0;
    // At most eight looks a column: a long clip far away is sampled.
    const step = Math.max(1, Math.floor((end - bucket) / 8));
    for (let i = Math.floor(bucket); i < end && i < bytes.length; i += step) {
      const value = bytes[i] ?? 0;
      if (value > peak) peak = value;
    }
    const tall = Math.max(1, Math.min(1, (peak / 255) * loud) * (bottom - top - 1));
    context.rect(x, bottom - tall, columnPx - 0.5, tall);
  }
  context.fillStyle = clip.muted ? colours.faint : colours.soundInk;
  context.fill();
}
