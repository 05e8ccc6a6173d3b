import type { ColourLayer, FrameDescription, Layer, PictureLayer } from '../domain/timeline/frame-plan.ts';
import type { Canvas2D } from './canvas-2d.ts';
import { drawPicture } from './draw-picture.ts';
import { layOutCaption } from './lay-out-caption.ts';
import { layOutSlate, usualSlate } from './lay-out-slate.ts';
import { layOutTitle } from './lay-out-title.ts';
import { type Mark, paintMarks } from './marks.ts';
import type { PictureLookup } from './picture.ts';
import { type Stage, stageOf } from './stage.ts';
import { type MeasureText, measureWith } from './text/measure-text.ts';
import { createTextLayouts, type TextLayouts } from './text-layouts.ts';

export interface FrameSettings {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Whether caption layers are drawn (burned in) or left out. */
  readonly captions: boolean;
  /** Give the same one for every frame drawn with a context, and each text is laid out once. */
  readonly layouts?: TextLayouts;
}

/**
 * Draws one frame: black, then the layers of `description` from bottom to top. Every pixel of the frame is written and
 * is opaque. The same description and pictures give the same pixels in Chromium and in Node.
 *
 * The context must be that of a canvas of `widthPx` × `heightPx` with alpha (an opaque one may get coloured fringes on
 * its text), in its initial state, with `fontFiles` registered before; its state is put back afterwards. A picture that `pictures` does not have is drawn as a slate: a frame is never missing.
 */
export function drawFrame<Drawable extends object>(
  context: Canvas2D<Drawable>,
  description: FrameDescription,
  pictures: PictureLookup<Drawable>,
  settings: FrameSettings,
): void {
  const { widthPx, heightPx, layouts = createTextLayouts() } = settings;
  const stage = stageOf(widthPx, heightPx);
  const texts: Texts = { stage, layouts, shape: `${widthPx}x${heightPx}` };
  context.save();
  try {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fontKerning = 'normal';
    // No hinting and exact glyph positions: text keeps its widths at every scale.
    context.textRendering = 'geometricPrecision';
    fillFrame(context, { rgb: [0, 0, 0], opacity: 1 }, settings);
    for (const layer of description.layers) {
      if (layer.kind === 'caption' && !settings.captions) continue;
      drawLayer(context, layer, pictures, settings, texts);
    }
  } finally {
    context.restore();
  }
}

interface Texts {
  readonly stage: Stage;
  readonly layouts: TextLayouts;
  /** Part of every key: layouts of one frame size are not those of another. */
  readonly shape: string;
}

function drawLayer<Drawable extends object>(
  context: Canvas2D<Drawable>,
  layer: Layer,
  pictures: PictureLookup<Drawable>,
  settings: FrameSettings,
  texts: Texts,
): void {
  switch (layer.kind) {
    case 'picture':
      drawPictureOrSlate(context, layer, pictures, settings, texts);
      return;
    case 'colour':
      fillFrame(context, layer, settings);
      return;
    case 'title':
      paintText(context, texts, layer.opacity, ['title', layer.style, layer.text], (measure) =>
        layOutTitle(layer, texts.stage, measure),
      );
      return;
    case 'caption':
      paintText(context, texts, layer.opacity, ['caption', layer.speaker, layer.text], (measure) =>
        layOutCaption(layer, texts.stage, measure),
      );
      return;
  }
}

function drawPictureOrSlate<Drawable extends object>(
  context: Canvas2D<Drawable>,
  layer: PictureLayer,
  pictures: PictureLookup<Drawable>,
  settings: FrameSettings,
  texts: Texts,
): void {
  const picture = pictures(layer) ?? usualSlate(layer);
  switch (picture.kind) {
    case 'ready':
      drawPicture(context, layer, picture, settings);
      return;
    case 'offline':
      paintText(context, texts, layer.opacity, ['slate', picture.title, picture.note], (measure) =>
        layOutSlate(picture, texts.stage, measure),
      );
      return;
  }
}

function fillFrame<Drawable extends object>(
  context: Canvas2D<Drawable>,
  { rgb, opacity }: Pick<ColourLayer, 'rgb' | 'opacity'>,
  { widthPx, heightPx }: FrameSettings,
): void {
  context.globalAlpha = opacity;
  context.fillStyle = `rgb(${rgb.join(', ')})`;
  context.fillRect(0, 0, widthPx, heightPx);
}

function paintText<Drawable extends object>(
  context: Canvas2D<Drawable>,
  { stage, layouts, shape }: Texts,
  opacity: number,
  key: readonly (string | null)[],
  layOut: (measure: MeasureText) => readonly Mark[],
): void {
  const { scale } = stage;
  const marks = layouts.take(`${shape} ${JSON.stringify(key)}`, () => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    return layOut(measureWith(context));
  });
  context.setTransform(scale, 0, 0, scale, 0, 0);
  paintMarks(context, marks, opacity);
  context.setTransform(1, 0, 0, 1, 0, 0);
}
