import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { openVideoWriter } from '../../src/adapters/libav/open-video-writer.ts';

export interface PictureOrder {
  readonly prompt: string;
  readonly seed: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface ClipOrder {
  readonly prompt: string;
  readonly seconds: number;
  readonly fps: number;
  readonly heightPx: number;
  /** The start frame's bytes; the clip has its aspect and begins with it. */
  readonly startFrame: Buffer | null;
}

/** A real PNG of the size that was asked for, told apart by the colour of its prompt and the prompt itself. */
export function makePicture({ prompt, seed, widthPx, heightPx }: PictureOrder): Buffer {
  const canvas = createCanvas(widthPx, heightPx);
  const ctx = canvas.getContext('2d');
  const hash = createHash('sha256').update(`${prompt}|${seed}`).digest();
  const hue = ((hash[0] ?? 0) * 360) / 256;
  const sky = ctx.createLinearGradient(0, 0, 0, heightPx);
  sky.addColorStop(0, `hsl(${hue} 55% 32%)`);
  sky.addColorStop(1, `hsl(${(hue + 40) % 360} 60% 62%)`);
  ctx.fillStyle = sky;
  ctx.fillRect(0, 0, widthPx, heightPx);
  for (let i = 0; i < 5; i++) {
    const at = (n: number): number => (hash[i * 4 + n] ?? 0) / 255;
    ctx.fillStyle = `hsl(${(hue + 150 + 40 * i) % 360} 50% ${30 + 8 * i}% / 0.6)`;
    ctx.beginPath();
    ctx.arc(at(1) * widthPx, at(2) * heightPx, (0.08 + 0.15 * at(3)) * heightPx, 0, Math.PI * 2);
    ctx.fill();
  }
  drawText(ctx, prompt, widthPx, heightPx);
  return canvas.toBuffer('image/png');
}

function drawText(ctx: SKRSContext2D, text: string, widthPx: number, heightPx: number): void {
  const sizePx = Math.max(8, Math.round(heightPx / 24));
  ctx.font = `${sizePx}px sans-serif`;
  ctx.fillStyle = 'rgb(0 0 0 / 0.55)';
  ctx.fillRect(0, heightPx - sizePx * 4.5, widthPx, sizePx * 4.5);
  ctx.fillStyle = 'white';
  const words = text.split(/\s+/);
  let line = '';
  let row = 0;
  for (const word of [...words, '\n']) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (word !== '\n' && ctx.measureText(longer).width < widthPx - sizePx * 2) {
      line = longer;
      continue;
    }
    ctx.fillText(line, sizePx, heightPx - sizePx * (3.2 - row * 1.3));
    line = word;
    row += 1;
    if (row > 2) return;
  }
}

/** A real MP4 of the length that was asked for: the start frame slowly pushed in, with a bar that moves. */
export async function makeClip(order: ClipOrder, folder: string): Promise<Buffer> {
  const image = await loadImage(
    order.startFrame ?? makePicture({ prompt: order.prompt, seed: 0, widthPx: 640, heightPx: 360 }),
  );
  const heightPx = even(order.heightPx);
  const widthPx = even((order.heightPx * image.width) / image.height);
  const name = createHash('sha256')
    .update(JSON.stringify([order.prompt, order.seconds, widthPx]))
    .digest('hex');
  const path = join(folder, `${name}-${process.pid}.mp4`);
  const canvas = createCanvas(widthPx, heightPx);
  const ctx = canvas.getContext('2d');
  const writer = await openVideoWriter({
    path,
    widthPx,
    heightPx,
    rate: { num: order.fps, den: 1 },
    audio: null,
    crf: 30,
    preset: 'ultrafast',
  });
  const frames = Math.round(order.seconds * order.fps);
  for (let frame = 0; frame < frames; frame++) {
    const share = frame / frames;
    const zoom = 1 + 0.06 * share;
    const [w, h] = [widthPx * zoom, heightPx * zoom];
    ctx.drawImage(image, (widthPx - w) / 2, (heightPx - h) / 2, w, h);
    ctx.fillStyle = 'rgb(255 255 255 / 0.8)';
    ctx.fillRect(0, heightPx - 4, widthPx * share, 4);
    await writer.writeFrame(canvas.data());
  }
  await writer.finish();
  const bytes = await readFile(path);
  await rm(path, { force: true });
  return bytes;
}

function even(px: number): number {
  return Math.max(16, Math.round(px / 2) * 2);
}
