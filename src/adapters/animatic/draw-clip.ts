import { createCanvas } from '@napi-rs/canvas';
import type { OpenVideoWriter } from '../../core/ports/video-writer.ts';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import { flicksToFrame, flicksToSamples, framesToFlicks } from '../../domain/kernel/time.ts';
import { composeShot } from './compose-shot.ts';
import { createCameraPath } from './moving/camera-path.ts';
import { drawFrame } from './moving/draw-frame.ts';
import { type Picture, paintPlates, releasePlates } from './moving/plates.ts';
import { paintPage } from './painting/paint-page.ts';
import { reclaimPictures, releasePicture } from './reclaim-pictures.ts';
import { paintSlate, slateHeight } from './slate/paint-slate.ts';
import { createScratchTrack } from './sound/scratch-track.ts';

export interface ClipContext {
  readonly openWriter: OpenVideoWriter;
  readonly signal: AbortSignal;
  /** 0…1. */
  readonly progress: (share: number) => void;
}

const sampleRate = 48_000;
/** Collect the copies that reading a canvas leaves behind every so many frames. */
const framesPerReclaim = 4;

/** Frames that a request's clip has: its length to the nearest frame, one at least. */
export function clipFrames(request: PictureRequest): number {
  const rate = { num: request.fpsNum, den: request.fpsDen };
  const half = Math.floor(framesToFlicks(1, rate) / 2);
  return Math.max(1, flicksToFrame(request.durationFlicks + half, rate));
}

/** Draws the shot as a film of its exact length with its scratch sound, to `path`. Throws a FaultError. */
export async function drawClip(request: PictureRequest, path: string, context: ClipContext): Promise<void> {
  const rate = { num: request.fpsNum, den: request.fpsDen };
  const frames = clipFrames(request);
  const durationS = (frames * rate.den) / rate.num;
  const strip = slateHeight(request);
  const { widthPx } = request;
  const heightPx = request.heightPx - strip;
  const composition = composeShot(request, widthPx / heightPx);
  const { camera } = composition;
  const cameraPath = createCameraPath(
    request.brief.move,
    durationS,
    camera.subjectM,
    camera.scaleAt(camera.subjectM),
    camera.aspect,
    composition.seed,
  );
  const picture: Picture = { widthPx, heightPx, durationS, path: cameraPath };
  const drawables = paintPlates(composition, picture);
  const page = paintPage(composition.look, composition.falloff, widthPx, heightPx, composition.seed);
  reclaimPictures('major');
  const canvas = createCanvas(widthPx, request.heightPx);
  const ctx = canvas.getContext('2d');
  if (strip > 0) paintSlate(ctx, request, composition.look, heightPx);
  const track = createScratchTrack(request, composition.plan, durationS, sampleRate);
  const writer = await context.openWriter({
    path,
    widthPx,
    heightPx: request.heightPx,
    rate,
    audio: { sampleRate, channels: 2 },
    // The export encodes it again: cheap to write, and good enough not to show twice.
    crf: 21,
    preset: 'superfast',
  });
  try {
    let samplesDone = 0;
    for (let frame = 0; frame < frames; frame++) {
      context.signal.throwIfAborted();
      drawFrame(ctx, composition, picture, drawables, (frame * rate.den) / rate.num);
      ctx.drawImage(page, 0, 0);
      await writer.writeFrame(canvas.data());
      const samplesDue = flicksToSamples(framesToFlicks(frame + 1, rate), sampleRate);
      await writer.writeAudio(track.next(samplesDue - samplesDone));
      samplesDone = samplesDue;
      if (frame % framesPerReclaim === framesPerReclaim - 1) reclaimPictures();
      if (frame % 12 === 0) context.progress(frame / frames);
    }
    await writer.finish();
  } catch (thrown) {
    await writer.abort();
    throw thrown;
  } finally {
    releasePlates(drawables);
    releasePicture(page);
    releasePicture(canvas);
  }
}
