import { setImmediate } from 'node:timers/promises';
import { registerFonts } from '../src/adapters/skia/register-fonts.ts';
import { createSkiaPicture, type SkiaPicture } from '../src/adapters/skia/skia-picture.ts';
import { createSkiaSurface } from '../src/adapters/skia/skia-surface.ts';
import { drawFrame } from '../src/compositor/draw-frame.ts';
import { fontFiles } from '../src/compositor/fonts.ts';
import type { PictureLookup } from '../src/compositor/picture.ts';
import { createTextLayouts } from '../src/compositor/text-layouts.ts';
import { AssetId, ItemId } from '../src/domain/kernel/ids.ts';
import type { Layer, PictureLayer } from '../src/domain/timeline/frame-plan.ts';
import { median, type Row, row } from './row.ts';

const widthPx = 1280;
const heightPx = 720;
const runs = 60;
const warmUps = 10;
/** A film is to be made in twice its length, so at 24 fps a frame has 83 ms on two cores; drawing may take a tenth. */
const goalMs = 8;

const itemId = ItemId.parse('bench');
const [left, right] = ['a', 'b'].map((digit) => AssetId.parse(digit.repeat(64)));

/** What one 720p frame of an export costs: decoded frames written in, the frame drawn, its pixels read back. */
export async function run(): Promise<Row[]> {
  const beforeFonts = performance.now();
  registerFonts(fontFiles);
  const fontsMs = performance.now() - beforeFonts;

  const surface = createSkiaSurface(widthPx, heightPx);
  const sources = [createSkiaPicture(widthPx, heightPx), createSkiaPicture(widthPx, heightPx)] as const;
  const decoded = sources.map((_, n) =>
    new Uint8Array(widthPx * heightPx * 4).map((__, i) => (i % 4 === 3 ? 255 : (i * (7 + n * 6)) % 251)),
  );
  const lookup: PictureLookup<SkiaPicture['image']> = ({ assetId }) => ({
    kind: 'ready',
    rotationDegrees: 0,
    ...(assetId === left ? sources[0] : sources[1]),
  });
  const layouts = createTextLayouts();
  const settings = { widthPx, heightPx, captions: true, layouts };

  const measure = async (name: string, layers: readonly Layer[], pictures: 0 | 1 | 2): Promise<Row> => {
    const times: number[] = [];
    for (let frame = 0; frame < warmUps + runs; frame++) {
      const before = performance.now();
      for (const [n, bytes] of decoded.slice(0, pictures).entries()) sources[n]?.write(bytes);
      drawFrame(surface.context, { layers }, lookup, settings);
      surface.rgba();
      if (frame >= warmUps) times.push(performance.now() - before);
      await setImmediate();
    }
    return row({ name, value: round(median(times)), unit: 'ms', goal: goalMs, better: 'lower', runs });
  };

  const picture = pictureLayer(left, 1);
  return [
    row({
      name: 'compositor: register fonts',
      value: round(fontsMs),
      unit: 'ms',
      goal: null,
      better: 'lower',
      runs: 1,
    }),
    await measure('compositor: 720p frame, one picture', [picture], 1),
    await measure('compositor: 720p frame, picture and caption', [picture, caption], 1),
    await measure('compositor: 720p frame, dissolve', [picture, pictureLayer(right, 0.4)], 2),
    await measure('compositor: 720p frame, title card', [title], 0),
  ];
}

const caption: Layer = {
  kind: 'caption',
  text: 'I followed the worst trumpet in the world,\nand I would do it again tomorrow.',
  speaker: null,
  opacity: 1,
};
const title: Layer = {
  kind: 'title',
  itemId,
  style: 'title',
  text: 'The Last Signal\nby Nobody',
  opacity: 1,
};

function pictureLayer(assetId: AssetId | undefined, opacity: number): PictureLayer {
  return {
    kind: 'picture',
    itemId,
    assetId: assetId ?? null,
    shotId: null,
    sourceFlicks: 0,
    fit: 'fill',
    opacity,
    onBlack: true,
  };
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
