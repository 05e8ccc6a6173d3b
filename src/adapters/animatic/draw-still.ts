import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import { composeShot } from './compose-shot.ts';
import { createCameraPath } from './moving/camera-path.ts';
import { drawFrame } from './moving/draw-frame.ts';
import { type Picture, paintPlates, releasePlates } from './moving/plates.ts';
import { paintPage } from './painting/paint-page.ts';
import { releaseAfterDrawing } from './reclaim-pictures.ts';
import { paintSlate, slateHeight } from './slate/paint-slate.ts';

/** When in the life of the picture a still is taken, seconds. */
const stillAtS = 1.2;

/** The shot's picture, with the camera at rest where its framing is meant to be. */
export function drawStill(request: PictureRequest): Canvas {
  const strip = slateHeight(request);
  const heightPx = request.heightPx - strip;
  const { widthPx } = request;
  const composition = composeShot(request, widthPx / heightPx);
  const { camera } = composition;
  const path = createCameraPath(
    'static',
    stillAtS,
    camera.subjectM,
    camera.scaleAt(camera.subjectM),
    camera.aspect,
    composition.seed,
  );
  const picture: Picture = { widthPx, heightPx, durationS: stillAtS, path };
  const canvas = createCanvas(widthPx, request.heightPx);
  const ctx = canvas.getContext('2d');
  const plates = paintPlates(composition, picture);
  drawFrame(ctx, composition, picture, plates, stillAtS);
  const page = paintPage(composition.look, composition.falloff, widthPx, heightPx, composition.seed);
  ctx.drawImage(page, 0, 0);
  releaseAfterDrawing(page, ctx);
  releasePlates(plates);
  if (strip > 0) paintSlate(ctx, request, composition.look, heightPx);
  return canvas;
}
