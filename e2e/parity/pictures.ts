import { createSkiaSurface } from '../../src/adapters/skia/skia-surface.ts';

/** Source pictures of the parity frames: sizes that must be shrunk, grown, cropped, barred, turned, and drawn as they are. */
export const pictureSizes = {
  landscape: [1920, 1080],
  portrait: [1080, 1920],
  exact: [1280, 720],
  bright: [1600, 900],
  small: [480, 270],
  square: [900, 900],
  wide: [2048, 858],
} as const;
export type PictureName = keyof typeof pictureSizes;
export const pictureNames = Object.keys(pictureSizes) as PictureName[];

/** PNG bytes that both engines decode: the same pixels reach both. Shapes, soft tones, fine lines and a little grain. */
export function paintPicture(name: PictureName): Uint8Array {
  const [widthPx, heightPx] = pictureSizes[name];
  const surface = createSkiaSurface(widthPx, heightPx);
  const { context } = surface;
  const next = randomFrom(widthPx * 31 + heightPx);
  const bright = name === 'bright';
  const sky = context.createLinearGradient(0, 0, widthPx * 0.2, heightPx);
  sky.addColorStop(0, bright ? '#ffffff' : '#101c2c');
  sky.addColorStop(0.6, bright ? '#f6ecd8' : '#5c7486');
  sky.addColorStop(1, bright ? '#e4dccc' : '#0b0d10');
  context.fillStyle = sky;
  context.fillRect(0, 0, widthPx, heightPx);
  for (let i = 0; i < 40; i++) {
    const level = bright ? 190 + next() * 65 : next() * 220;
    context.fillStyle = `rgba(${Math.round(level)}, ${Math.round(level * 0.9)}, ${Math.round(level * next())}, 0.6)`;
    context.beginPath();
    context.arc(next() * widthPx, next() * heightPx, next() * heightPx * 0.12, 0, Math.PI * 2);
    context.fill();
  }
  for (let i = 0; i < 60; i++) {
    context.strokeStyle = `rgba(${Math.round(next() * 255)}, ${Math.round(next() * 200)}, 120, 0.8)`;
    context.lineWidth = 0.5 + next() * 3;
    context.beginPath();
    context.moveTo(next() * widthPx, next() * heightPx);
    context.lineTo(next() * widthPx, next() * heightPx);
    context.stroke();
  }
  const grain = context.getImageData(0, 0, widthPx, heightPx);
  for (let i = 0; i < grain.data.length; i++) {
    if (i % 4 !== 3) grain.data[i] = (grain.data[i] ?? 0) + Math.round(next() * 6 - 3);
  }
  context.putImageData(grain, 0, 0);
  return surface.png();
}

/** A small repeatable stream of numbers in [0, 1): Park and Miller's generator. */
function randomFrom(seed: number): () => number {
  let state = seed % 2147483647;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
