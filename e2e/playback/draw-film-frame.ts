import { openFrameReader } from '../../src/adapters/libav/open-frame-reader.ts';
import { registerFonts } from '../../src/adapters/skia/register-fonts.ts';
import { createSkiaPicture, type SkiaPicture } from '../../src/adapters/skia/skia-picture.ts';
import { createSkiaSurface } from '../../src/adapters/skia/skia-surface.ts';
import { drawFrame } from '../../src/compositor/draw-frame.ts';
import { fontFiles } from '../../src/compositor/fonts.ts';
import { describeFrame } from '../../src/domain/timeline/frame-plan.ts';
import type { TimelineIndex } from '../../src/domain/timeline/timeline-index.ts';
import type { RgbaFrame } from '../../src/testing/ssim.ts';

/** A frame of a timeline as the export draws it: FFmpeg's pictures, Skia's canvas. */
export async function drawFilmFrame(
  index: TimelineIndex,
  atFlicks: number,
  media: ReadonlyMap<string, string>,
  widthPx: number,
  heightPx: number,
): Promise<RgbaFrame> {
  registerFonts(fontFiles);
  const description = describeFrame(index, atFlicks);
  const pictures = new Map<string, SkiaPicture>();
  for (const layer of description.layers) {
    const path = layer.kind === 'picture' ? media.get(layer.assetId ?? '') : undefined;
    if (layer.kind !== 'picture' || path === undefined) continue;
    const reader = await openFrameReader(path);
    const picture = createSkiaPicture(reader.widthPx, reader.heightPx);
    picture.write((await reader.pictureAt(layer.sourceFlicks)).rgba);
    pictures.set(layer.itemId, picture);
    await reader.close();
  }
  const surface = createSkiaSurface(widthPx, heightPx);
  drawFrame(
    surface.context,
    description,
    ({ itemId }) => {
      const picture = pictures.get(itemId);
      return picture === undefined ? null : { kind: 'ready', rotationDegrees: 0, ...picture };
    },
    { widthPx, heightPx, captions: true },
  );
  return { widthPx, heightPx, rgba: surface.rgba() };
}
