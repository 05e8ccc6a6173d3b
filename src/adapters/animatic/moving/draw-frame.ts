import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Composition } from '../compose-shot.ts';
import type { Sway } from '../painting/layers.ts';
import { type Drawable, type Picture, paperFill } from './plates.ts';
import { type Affine, projectLayer } from './project-layer.ts';

/** Draws the picture as it is at `t` seconds into the upper left of `ctx`. */
export function drawFrame(
  ctx: SKRSContext2D,
  composition: Composition,
  picture: Picture,
  drawables: readonly Drawable[],
  t: number,
): void {
  const px = picture.heightPx;
  const centre = picture.widthPx / 2;
  const state = picture.path(t);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, 0, picture.widthPx, picture.heightPx);
  ctx.clip();
  ctx.fillStyle = paperFill(composition);
  ctx.fillRect(0, 0, picture.widthPx, picture.heightPx);
  ctx.imageSmoothingEnabled = true;
  for (const item of drawables) {
    if ('life' in item) {
      ctx.save();
      const m = projectLayer(composition.camera, state, item.life.zM);
      ctx.setTransform(m.a * px, m.b * px, m.c * px, m.d * px, m.e * px + centre, m.f * px);
      item.life.draw({ ctx, t, px });
      ctx.restore();
      continue;
    }
    const { plate } = item;
    const m = withSway(projectLayer(composition.camera, state, plate.zM), plate.sway, t);
    // Plates are in pixels already: only their corner is in frame heights.
    ctx.setTransform(
      m.a,
      m.b,
      m.c,
      m.d,
      (m.a * plate.x + m.c * plate.y + m.e) * px + centre,
      (m.b * plate.x + m.d * plate.y + m.f) * px,
    );
    ctx.globalCompositeOperation = plate.blend;
    ctx.drawImage(plate.canvas, 0, 0);
    ctx.globalCompositeOperation = 'source-over';
  }
  ctx.restore();
}

function withSway(m: Affine, sway: Sway | null, t: number): Affine {
  if (sway === null) return m;
  const beat = (t / sway.periodS) * Math.PI * 2 + sway.phase;
  const turn = Math.sin(beat * 0.5 + 1) * sway.turnRad;
  const tall = 1 + Math.sin(beat) * sway.stretch;
  const lift = Math.sin(beat) * sway.lift;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  // p → centre + R(S(p − centre)) + lift, then the camera.
  const a = cos;
  const b = sin;
  const c = -sin * tall;
  const d = cos * tall;
  const e = sway.x - (a * sway.x + c * sway.y) + Math.sin(beat * 0.5) * (sway.driftX ?? 0);
  const f = sway.y - (b * sway.x + d * sway.y) - lift;
  return {
    a: m.a * a + m.c * b,
    b: m.b * a + m.d * b,
    c: m.a * c + m.c * d,
    d: m.b * c + m.d * d,
    e: m.a * e + m.c * f + m.e,
    f: m.b * e + m.d * f + m.f,
  };
}
