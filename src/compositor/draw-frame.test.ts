import { describe, expect, test } from 'vitest';
import { registerFonts } from '../adapters/skia/register-fonts.ts';
import { createSkiaPicture, type SkiaPicture } from '../adapters/skia/skia-picture.ts';
import { createSkiaSurface } from '../adapters/skia/skia-surface.ts';
import { AssetId, ItemId } from '../domain/kernel/ids.ts';
import type { Layer, PictureLayer } from '../domain/timeline/frame-plan.ts';
import { drawFrame } from './draw-frame.ts';
import { fontFiles } from './fonts.ts';
import type { Picture } from './picture.ts';

registerFonts(fontFiles);

const [widthPx, heightPx] = [64, 36];
const itemId = ItemId.parse('item');
const assetId = AssetId.parse('a'.repeat(64));

type Pixel = readonly [number, number, number];
type Drawable = SkiaPicture['image'];

/** A picture whose left half is one colour and whose right half another. */
function halves([width, height]: readonly [number, number], left: Pixel, right: Pixel): Picture<Drawable> {
  const picture = createSkiaPicture(width, height);
  const rgba = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    rgba.set([...(i % width < width / 2 ? left : right), 255], i * 4);
  }
  picture.write(rgba);
  return { kind: 'ready', ...picture, rotationDegrees: 0 };
}

const layerOf = (fields: Partial<PictureLayer> = {}): PictureLayer => ({
  kind: 'picture',
  itemId,
  assetId,
  shotId: null,
  sourceFlicks: 0,
  fit: 'fill',
  opacity: 1,
  onBlack: true,
  ...fields,
});

interface Drawn {
  at(x: number, y: number): number[];
  readonly alphas: ReadonlySet<number>;
}

function draw(
  layers: readonly Layer[],
  pictures: readonly (Picture<Drawable> | null)[],
  captions = true,
): Drawn {
  const surface = createSkiaSurface(widthPx, heightPx);
  let next = 0;
  drawFrame(surface.context, { layers }, () => pictures[next++] ?? null, { widthPx, heightPx, captions });
  const rgba = surface.rgba().slice();
  const alphas = new Set(rgba.filter((_, index) => index % 4 === 3));
  return { at: (x, y) => [...rgba.slice((y * widthPx + x) * 4, (y * widthPx + x) * 4 + 3)], alphas };
}

const red: Pixel = [200, 0, 0];
const blue: Pixel = [0, 0, 200];
const grey: Pixel = [100, 100, 100];

/** Equal but for the rounding of one blend. */
function expectNear(pixel: readonly number[], wanted: Pixel): void {
  wanted.forEach((level, channel) => {
    expect(Math.abs((pixel[channel] ?? 0) - level), `${pixel} and ${wanted}`).toBeLessThanOrEqual(1);
  });
}

describe('drawFrame', () => {
  test('draws a picture of the frame’s size pixel for pixel', () => {
    const drawn = draw([layerOf()], [halves([64, 36], red, blue)]);
    expect(drawn.at(31, 18)).toEqual(red);
    expect(drawn.at(32, 18)).toEqual(blue);
  });

  test('nothing is black, and every frame is opaque', () => {
    const drawn = draw([], []);
    expect(drawn.at(5, 5)).toEqual([0, 0, 0]);
    expect([...drawn.alphas]).toEqual([255]);
    expect([...draw([layerOf({ opacity: 0.3, fit: 'fit' })], [halves([20, 36], red, blue)]).alphas]).toEqual([
      255,
    ]);
  });

  test.each([
    [90, 'top'],
    [180, 'right'],
    [270, 'bottom'],
  ] as const)('turned by %i° clockwise, the left half comes to the %s', (rotationDegrees, side) => {
    const size = rotationDegrees === 180 ? ([64, 36] as const) : ([36, 64] as const);
    const picture = { ...halves(size, red, blue), rotationDegrees } as Picture<Drawable>;
    const drawn = draw([layerOf()], [picture]);
    const inside = { top: { x: 32, y: 2 }, bottom: { x: 32, y: 33 }, right: { x: 60, y: 18 } };
    expect(drawn.at(inside[side].x, inside[side].y)).toEqual(red);
  });

  test('a dissolve mixes both pictures by its opacity, bars included', () => {
    const wide = halves([64, 36], grey, grey);
    const upright = halves([20, 36], red, red);
    const layers = [layerOf(), layerOf({ opacity: 0.25, fit: 'fit' })];
    const drawn = draw(layers, [wide, upright]);
    expectNear(drawn.at(32, 18), [125, 75, 75]);
    expectNear(drawn.at(4, 18), [75, 75, 75]);
  });

  test('off the main track a picture that fits has no bars', () => {
    const layers = [layerOf(), layerOf({ fit: 'fit', onBlack: false })];
    const drawn = draw(layers, [halves([64, 36], grey, grey), halves([20, 36], red, red)]);
    expect(drawn.at(4, 18)).toEqual(grey);
  });

  test('a colour covers by its opacity', () => {
    const layers: Layer[] = [layerOf(), { kind: 'colour', rgb: [255, 255, 255], opacity: 0.5 }];
    expectNear(draw(layers, [halves([64, 36], grey, grey)]).at(3, 3), [178, 178, 178]);
  });

  test('a picture that is not there is a slate and not black', () => {
    expect(draw([layerOf()], [null]).at(12, 2)).toEqual([24, 26, 30]);
    expect(draw([layerOf()], [{ kind: 'offline', title: 'Gone', note: '' }]).at(12, 2)).toEqual([24, 26, 30]);
  });

  test('captions are drawn or left out as asked', () => {
    const layers: Layer[] = [{ kind: 'caption', text: 'WWWWWWWW', speaker: null, opacity: 1 }];
    const bright = (drawn: Drawn): boolean =>
      Array.from({ length: widthPx }, (_, x) => drawn.at(x, heightPx - 4)).some(([level = 0]) => level > 100);
    expect(bright(draw(layers, []))).toBe(true);
    expect(bright(draw(layers, [], false))).toBe(false);
  });

  test('puts the context back as it was, even when a picture cannot be drawn', () => {
    const surface = createSkiaSurface(widthPx, heightPx);
    const { context } = surface;
    const before = [context.globalAlpha, context.font, context.getTransform().toString()];
    const broken = () => {
      throw new Error('no pictures today');
    };
    const title: Layer = { kind: 'title', itemId, text: 'One', style: 'title', opacity: 0.5 };
    const settings = { widthPx, heightPx, captions: true };
    expect(() => drawFrame(context, { layers: [title, layerOf()] }, broken, settings)).toThrow('today');
    expect([context.globalAlpha, context.font, context.getTransform().toString()]).toEqual(before);
  });

  test('text of any script, and a word without end, is drawn', () => {
    for (const text of [
      'שלום עולם',
      'مرحبا',
      '你好，世界',
      '👩‍👩‍👧🎬',
      '\ud800',
      'x'.repeat(5000),
      '\u0000\n\u202e',
    ]) {
      for (const style of ['title', 'chapter', 'lower-third', 'credits'] as const) {
        expect(() => draw([{ kind: 'title', itemId, text, style, opacity: 1 }], [])).not.toThrow();
      }
      expect(() => draw([{ kind: 'caption', text, speaker: text, opacity: 1 }], [])).not.toThrow();
    }
  });
});
