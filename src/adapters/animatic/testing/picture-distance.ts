import { type Canvas, createCanvas } from '@napi-rs/canvas';

/** Mean difference of two pictures at 32 × 18 pixels, 0…1: what remains when one squints. */
export function pictureDistance(a: Canvas, b: Canvas): number {
  const first = small(a);
  const second = small(b);
  let sum = 0;
  for (let i = 0; i < first.length; i++) sum += Math.abs((first[i] ?? 0) - (second[i] ?? 0));
  return sum / (first.length * 0.75) / 255;
}

function small(picture: Canvas): Uint8Array {
  const canvas = createCanvas(32, 18);
  const ctx = canvas.getContext('2d');
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(picture, 0, 0, 32, 18);
  return canvas.data();
}
