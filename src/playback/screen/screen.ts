import { drawFrame } from '../../compositor/draw-frame.ts';
import type { OfflinePicture, Picture } from '../../compositor/picture.ts';
import { createTextLayouts } from '../../compositor/text-layouts.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import { flicksPerSecond, frameFlicks } from '../../domain/kernel/time.ts';
import { describeFrame, type FrameDescription, type PictureLayer } from '../../domain/timeline/frame-plan.ts';
import { timelineDurationFlicks } from '../../domain/timeline/queries.ts';
import type { TimelineIndex } from '../../domain/timeline/timeline-index.ts';
import { nowMs, positionAt, type Run } from '../clock/film-clock.ts';
import type { LaneMode } from './clip-lane.ts';
import type { Drawable } from './decoded-frame.ts';
import type { FromScreen } from './messages.ts';
import { nextFrame } from './next-frame.ts';
import { pictureNeeds } from './picture-needs.ts';
import type { PicturePool } from './picture-pool.ts';
import { createScreenMeter } from './screen-meter.ts';

export interface ScreenSettings {
  readonly canvas: OffscreenCanvas;
  readonly pool: PicturePool;
  readonly index: () => TimelineIndex;
  readonly tell: (message: FromScreen) => void;
  /**
   * Settles when the fonts are there; nothing is drawn before. A worker's canvas keeps the font that it first found for a
   * name, even when the right one comes later.
   */
  readonly fontsReady: Promise<unknown>;
}

/** Draws the film onto a canvas: one frame that is shown, or a run that plays. */
export interface Screen {
  show(flicks: number, serial: number): void;
  prime(run: Run, serial: number): void;
  run(run: Run, serial: number): void;
  resize(widthPx: number, heightPx: number): void;
  setCaptions(shown: boolean): void;
  /** The timeline or a slate changed: draws what is on screen again. */
  refresh(): void;
  name(assetId: AssetId, slate: OfflinePicture): void;
  snapshot(): Promise<ImageBitmap | null>;
  close(): void;
}

/** Decoding of what comes on screen begins this long before. */
const horizonFlicks = 705_600_000 * 1.2;
/** Playing that waits longer than this for a picture says so, and the clock stops. */
const patienceMs = 250;
const skimAbove = 2;
/** How long a run waits for more than its first pictures: less than a person notices between key and film. */
const preRollMs = 120;

type Work =
  | { readonly is: 'rest' }
  | { readonly is: 'show'; readonly flicks: number; readonly serial: number }
  | { readonly is: 'run'; readonly run: Run; readonly serial: number };

export function createScreen({ canvas, pool, index, tell, fontsReady }: ScreenSettings): Screen {
  // With alpha: an opaque canvas may get coloured fringes on its text. Every pixel of a frame is opaque all the same.
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser has no 2D canvas for workers');
  const layouts = createTextLayouts();
  const meter = createScreenMeter();
  let captions = true;
  let work: Work = { is: 'rest' };
  let showing = false;
  /** What is on the canvas, by everything that shapes it. */
  let drawnAs = '';
  let drawnFrame: number | null = null;
  /** What is on screen may look otherwise now. */
  let isStale = false;
  let waitsSinceMs: number | null = null;
  let saidWaiting = false;
  let closed = false;

  const frameLength = (): number => frameFlicks(index().rate);
  /** The last frame stays on screen at the end of the film. */
  const frameAt = (flicks: number): number => {
    const last = Math.max(0, Math.ceil(timelineDurationFlicks(index()) / frameLength()) - 1);
    return Math.min(last, Math.max(0, Math.floor(flicks / frameLength())));
  };
  const picturesOf = (description: FrameDescription): PictureLayer[] =>
    description.layers.filter((layer) => layer.kind === 'picture');

  const draw = (description: FrameDescription, nearest: boolean): void => {
    const widthPx = canvas.width;
    const heightPx = canvas.height;
    const before = performance.now();
    const lookup = (layer: PictureLayer): Picture<Drawable> | null => {
      const picture = pool.pictureOf(layer, nearest);
      return picture === 'slate' ? null : picture;
    };
    const as = `${widthPx}x${heightPx} ${captions} ${signatureOf(description, lookup)}`;
    if (as !== drawnAs) drawFrame(context, description, lookup, { widthPx, heightPx, captions, layouts });
    drawnAs = as;
    meter.drew(performance.now() - before);
  };
  const prefetch = (flicks: number, mode: LaneMode, backward: boolean): void => {
    const now = picturesOf(describeFrame(index(), flicks));
    const soon = mode === 'skim' ? [] : pictureNeeds(index(), flicks, horizonFlicks, backward);
    // Those that come on screen first are asked for first, and are the last to go.
    for (const { layer } of soon) pool.want(layer, mode);
    for (const layer of now) pool.want(layer, mode);
    pool.retain(new Set([...now, ...soon.map(({ layer }) => layer)].map(({ itemId }) => itemId)));
  };

  const showNext = async (): Promise<void> => {
    if (showing) return;
    showing = true;
    while (work.is === 'show' && !closed) {
      const { flicks, serial } = work;
      const frame = frameAt(flicks);
      const description = describeFrame(index(), frame * frameLength());
      const layers = picturesOf(description);
      for (const layer of layers) pool.want(layer, 'keep');
      await Promise.all([fontsReady, ...layers.map((layer) => pool.ready(layer))]);
      if (closed || work.is !== 'show') break;
      draw(description, true);
      drawnFrame = frame;
      tell({ kind: 'shown', serial, flicks: frame * frameLength() });
      if (work.serial === serial) {
        work = { is: 'rest' };
        prefetch(frame * frameLength(), 'keep', false);
      }
    }
    showing = false;
  };

  const modeOf = (run: Run): LaneMode =>
    Math.abs(run.speed) > skimAbove ? 'skim' : run.speed < 0 ? 'keep' : 'play';

  const tick = (): void => {
    if (work.is !== 'run' || closed) return;
    requestAnimationFrame(tick);
    const { run, serial } = work;
    const now = nowMs();
    const { flicks } = positionAt(run, now);
    const frameMs = (frameLength() / flicksPerSecond) * 1000;
    const frame = nextFrame(frameAt(flicks), drawnFrame, run, frameMs);
    if (frame === drawnFrame && waitsSinceMs === null && !isStale) return;
    const mode = modeOf(run);
    const description = describeFrame(index(), frame * frameLength());
    const layers = picturesOf(description);
    for (const layer of layers) pool.want(layer, mode);
    const skims = mode === 'skim';
    if (layers.every((layer) => pool.pictureOf(layer, skims) !== null)) {
      draw(description, skims);
      if (frame !== drawnFrame) meter.played(frame, drawnFrame, run, flicks - frame * frameLength());
      drawnFrame = frame;
      isStale = false;
      waitsSinceMs = null;
      if (saidWaiting) tell({ kind: 'waiting', serial, waits: false });
      saidWaiting = false;
      prefetch(frame * frameLength(), mode, run.speed < 0);
    } else {
      waitsSinceMs ??= now;
      if (!saidWaiting && !skims && now - waitsSinceMs > patienceMs) {
        saidWaiting = true;
        tell({ kind: 'waiting', serial, waits: true });
      }
    }
    const stats = meter.report(now);
    if (stats !== null)
      tell({ kind: 'stats', stats: { ...stats, cacheBytes: pool.cacheBytes, openLanes: pool.openLanes } });
  };

  const refresh = (): void => {
    drawnAs = '';
    isStale = true;
    if (work.is === 'rest' && drawnFrame !== null) {
      work = { is: 'show', flicks: drawnFrame * frameLength(), serial: -1 };
      void showNext();
    }
  };

  return {
    show(flicks, serial) {
      work = { is: 'show', flicks, serial };
      void showNext();
    },
    async prime(run, serial) {
      work = { is: 'rest' };
      const mode = modeOf(run);
      const at = frameAt(run.startFlicks) * frameLength();
      const layers = picturesOf(describeFrame(index(), at));
      prefetch(at, mode, run.speed < 0);
      await Promise.all([fontsReady, ...layers.map((layer) => pool.ready(layer))]);
      // A run that begins with pictures in hand outlasts the moment in which everything else begins as well.
      await Promise.race([
        Promise.all(layers.map((layer) => pool.filled(layer))),
        new Promise((resolve) => setTimeout(resolve, preRollMs)),
      ]);
      tell({ kind: 'primed', serial });
    },
    run(run, serial) {
      const runs = work.is === 'run';
      work = { is: 'run', run, serial };
      waitsSinceMs = null;
      saidWaiting = false;
      if (!runs) {
        meter.begin();
        tick();
      }
    },
    resize(widthPx, heightPx) {
      if (canvas.width === widthPx && canvas.height === heightPx) return;
      canvas.width = widthPx;
      canvas.height = heightPx;
      refresh();
    },
    setCaptions(shown) {
      captions = shown;
      refresh();
    },
    refresh,
    name(assetId, slate) {
      pool.name(assetId, slate);
      refresh();
    },
    async snapshot() {
      return drawnFrame === null ? null : createImageBitmap(canvas);
    },
    close() {
      closed = true;
      pool.close();
    },
  };
}

/** Everything that shapes a frame's pixels, as text: an equal one need not be drawn again. */
function signatureOf(
  { layers }: FrameDescription,
  lookup: (layer: PictureLayer) => Picture<Drawable> | null,
): string {
  return JSON.stringify(
    layers.map((layer) => {
      if (layer.kind !== 'picture') return layer;
      const picture = lookup(layer);
      const { assetId, fit, opacity, onBlack } = layer;
      const shows = picture === null ? null : picture.kind === 'offline' ? picture : timeOf(picture.image);
      return { assetId, fit, opacity, onBlack, shows };
    }),
  );
}

function timeOf(image: Drawable): number {
  return image instanceof VideoFrame ? image.timestamp : 0;
}
