import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { css } from '../colour.ts';
import type { Composition } from '../compose-shot.ts';
import type { Box } from '../geometry.ts';
import { createBrush } from '../painting/brush.ts';
import type { Layer, Life, Sway } from '../painting/layers.ts';
import { createRandom } from '../random.ts';
import { reclaimPictures, releaseAfterDrawing, releasePicture } from '../reclaim-pictures.ts';
import type { CameraPath } from './camera-path.ts';
import { type Affine, coverOf, projectLayer } from './project-layer.ts';

/** A painted layer, cut to what is on it. */
export interface Plate {
  readonly canvas: Canvas;
  /** Where its upper left corner lies, frame heights. */
  readonly x: number;
  readonly y: number;
  readonly zM: number;
  readonly blend: Layer['blend'];
  readonly sway: Sway | null;
}
export type Drawable = { readonly plate: Plate } | { readonly life: Life };

export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly durationS: number;
  readonly path: CameraPath;
}

/** Spare paint round what the camera shows, so that swaying layers and rounding never reveal an edge. */
const spare = 0.03;

/** Paints every layer of a composition once, as large as the camera's path needs it. */
export function paintPlates(composition: Composition, picture: Picture): readonly Drawable[] {
  const px = picture.heightPx;
  const drawables: Drawable[] = [];
  let open: { canvas: Canvas; ctx: SKRSContext2D; cover: Box; zM: number } | null = null;
  const close = (): void => {
    if (open === null) return;
    const trimmed = trim(open.canvas, open.cover, px);
    if (trimmed !== null)
      drawables.push({ plate: { ...trimmed, zM: open.zM, blend: 'source-over', sway: null } });
    open = null;
  };
  for (const part of composition.parts) {
    if ('life' in part) {
      close();
      drawables.push(part);
      continue;
    }
    const { layer } = part;
    const free = layer.sway === null && layer.blend === 'source-over';
    // Layers that the camera moves alike share one plate.
    if (open !== null && (!free || !movesAlike(composition, picture, open.zM, layer.zM))) close();
    const cover = coverOf(composition.camera, picture.path, layer.zM, picture.durationS, spare);
    if (open === null) {
      const canvas = createCanvas(Math.ceil(cover.w * px) + 1, Math.ceil(cover.h * px) + 1);
      open = { canvas, ctx: canvas.getContext('2d'), cover, zM: layer.zM };
    }
    paintLayer(composition, layer, open.ctx, open.cover, px);
    if (free) continue;
    const trimmed = trim(open.canvas, open.cover, px);
    if (trimmed !== null)
      drawables.push({ plate: { ...trimmed, zM: layer.zM, blend: layer.blend, sway: layer.sway } });
    open = null;
  }
  close();
  return drawables;
}

/** Paints one layer into a context whose pixel (0, 0) is the corner of `cover`. */
export function paintLayer(
  composition: Composition,
  layer: Layer,
  ctx: SKRSContext2D,
  cover: Box,
  px: number,
): void {
  ctx.save();
  ctx.setTransform(px, 0, 0, px, -cover.x * px, -cover.y * px);
  layer.paint(
    createBrush({
      ctx,
      view: cover,
      random: createRandom('layer', layer.name, composition.seed),
      look: composition.look,
      light: composition.light,
      px,
      zM: layer.zM,
    }),
  );
  ctx.restore();
}

function movesAlike(composition: Composition, picture: Picture, za: number, zb: number): boolean {
  const limit = 0.3 / picture.heightPx;
  const half = composition.camera.aspect / 2;
  for (let i = 0; i <= 8; i++) {
    const state = picture.path((picture.durationS * i) / 8);
    const a = projectLayer(composition.camera, state, za);
    const b = projectLayer(composition.camera, state, zb);
    const far = (p: keyof Affine): number => Math.abs(a[p] - b[p]);
    if (far('a') * half + far('c') + far('e') > limit || far('b') * half + far('d') + far('f') > limit)
      return false;
  }
  return true;
}

/** The painted part of a plate, so that thin layers cost little to draw and to keep. */
function trim(canvas: Canvas, cover: Box, px: number): { canvas: Canvas; x: number; y: number } | null {
  const { width, height } = canvas;
  const bytes = canvas.data();
  const pixels = new Uint32Array(bytes.buffer, bytes.byteOffset, width * height);
  const rowHas = (y: number): boolean => {
    for (let i = y * width, end = i + width; i < end; i++) if (pixels[i] !== 0) return true;
    return false;
  };
  let top = 0;
  while (top < height && !rowHas(top)) top++;
  if (top === height) {
    releasePicture(canvas);
    return null;
  }
  let bottom = height - 1;
  while (bottom > top && !rowHas(bottom)) bottom--;
  let left = width;
  let right = 0;
  for (let y = top; y <= bottom; y++) {
    const start = y * width;
    for (let x = 0; x < left; x++) if (pixels[start + x] !== 0) left = x;
    for (let x = width - 1; x > right; x--) if (pixels[start + x] !== 0) right = x;
  }
  const w = right - left + 1;
  const h = bottom - top + 1;
  if (w * h > width * height * 0.9) return { canvas, x: cover.x, y: cover.y };
  // One clear pixel all round keeps the edge soft when it is drawn between pixels.
  reclaimPictures();
  const cut = createCanvas(w + 2, h + 2);
  const to = cut.getContext('2d');
  to.drawImage(canvas, left, top, w, h, 1, 1, w, h);
  releaseAfterDrawing(canvas, to);
  return { canvas: cut, x: cover.x + (left - 1) / px, y: cover.y + (top - 1) / px };
}

/** Gives the plates' memory back; they cannot be drawn any more. */
export function releasePlates(drawables: readonly Drawable[]): void {
  for (const item of drawables) if ('plate' in item) releasePicture(item.plate.canvas);
}

export function paperFill(composition: Composition): string {
  return css(composition.look.paper);
}
