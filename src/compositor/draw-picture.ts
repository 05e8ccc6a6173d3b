import type { PictureLayer } from '../domain/timeline/frame-plan.ts';
import type { Canvas2D } from './canvas-2d.ts';
import type { ReadyPicture } from './picture.ts';
import { type PlacedRect, placePicture, type SizePx } from './place-picture.ts';

/**
 * Draws a picture upright at its place. On black, the bars beside it get the layer's opacity too; they are drawn
 * beside the picture and not under it, so that a dissolve mixes exactly `opacity` of the new picture with the rest of the old.
 */
export function drawPicture<Drawable extends object>(
  context: Canvas2D<Drawable>,
  layer: Pick<PictureLayer, 'fit' | 'opacity' | 'onBlack'>,
  picture: ReadyPicture<Drawable>,
  frame: SizePx,
): void {
  const place = placePicture(uprightSize(picture), frame, layer.fit);
  context.globalAlpha = layer.opacity;
  if (layer.onBlack) drawBars(context, place, frame);
  context.imageSmoothingEnabled = true;
  // "high" is mipmaps when a picture shrinks and a cubic filter when it grows, the same in every Skia.
  context.imageSmoothingQuality = 'high';
  drawTurned(context, picture, place);
  context.setTransform(1, 0, 0, 1, 0, 0);
}

function uprightSize({ widthPx, heightPx, rotationDegrees }: ReadyPicture<object>): SizePx {
  return rotationDegrees % 180 === 0 ? { widthPx, heightPx } : { widthPx: heightPx, heightPx: widthPx };
}

function drawBars<Drawable extends object>(
  context: Canvas2D<Drawable>,
  { x, y, width, height }: PlacedRect,
  frame: SizePx,
): void {
  context.fillStyle = 'rgb(0, 0, 0)';
  if (x > 0) context.fillRect(0, 0, x, frame.heightPx);
  if (x + width < frame.widthPx) context.fillRect(x + width, 0, frame.widthPx - x - width, frame.heightPx);
  if (y > 0) context.fillRect(0, 0, frame.widthPx, y);
  if (y + height < frame.heightPx)
    context.fillRect(0, y + height, frame.widthPx, frame.heightPx - y - height);
}

function drawTurned<Drawable extends object>(
  context: Canvas2D<Drawable>,
  { image, rotationDegrees }: ReadyPicture<Drawable>,
  { x, y, width, height }: PlacedRect,
): void {
  switch (rotationDegrees) {
    case 0:
      context.drawImage(image, x, y, width, height);
      return;
    case 90:
      context.setTransform(0, 1, -1, 0, x + width, y);
      context.drawImage(image, 0, 0, height, width);
      return;
    case 180:
      context.setTransform(-1, 0, 0, -1, x + width, y + height);
      context.drawImage(image, 0, 0, width, height);
      return;
    case 270:
      context.setTransform(0, -1, 1, 0, x, y + height);
      context.drawImage(image, 0, 0, height, width);
      return;
  }
}
