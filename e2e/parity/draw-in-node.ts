import { registerFonts } from '../../src/adapters/skia/register-fonts.ts';
import { decodeSkiaPicture } from '../../src/adapters/skia/skia-picture.ts';
import { createSkiaSurface, type SkiaSurface } from '../../src/adapters/skia/skia-surface.ts';
import { drawFrame } from '../../src/compositor/draw-frame.ts';
import { fontFiles } from '../../src/compositor/fonts.ts';
import type { Picture, PictureLookup } from '../../src/compositor/picture.ts';
import { unwrap } from '../../src/domain/kernel/result.ts';
import type { RgbaFrame } from '../../src/testing/ssim.ts';
import { assetIdOf, type ParityFrame, turned } from './frames.ts';

type Image = Parameters<SkiaSurface['context']['drawImage']>[0];

/** Draws parity frames as the export does. */
export async function createNodeDrawing(
  pngOf: Readonly<Record<string, Uint8Array>>,
): Promise<(frame: ParityFrame) => RgbaFrame> {
  registerFonts(fontFiles);
  const pictures = new Map<string, Picture<Image>>();
  for (const [name, png] of Object.entries(pngOf)) {
    const decoded = unwrap(await decodeSkiaPicture(png, name));
    pictures.set(assetIdOf(name), { kind: 'ready', ...decoded, rotationDegrees: 0 });
    for (const [turnedName, rotationDegrees] of Object.entries(turned)) {
      if (!turnedName.startsWith(`${name} `)) continue;
      pictures.set(assetIdOf(turnedName), { kind: 'ready', ...decoded, rotationDegrees });
    }
  }
  const lookup: PictureLookup<Image> = ({ assetId }) => pictures.get(assetId ?? '') ?? null;
  return (frame) => {
    const { widthPx, heightPx, captions } = frame;
    const surface = createSkiaSurface(widthPx, heightPx);
    drawFrame(surface.context, { layers: frame.layers }, lookup, { widthPx, heightPx, captions });
    return { widthPx, heightPx, rgba: surface.rgba() };
  };
}
