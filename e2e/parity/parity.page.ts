import { drawFrame } from '../../src/compositor/draw-frame.ts';
import { type FontFile, fontFiles } from '../../src/compositor/fonts.ts';
import type { Picture } from '../../src/compositor/picture.ts';
import { assetIdOf, type ParityFrame, turned } from './frames.ts';

/** What the test asks of the page: bytes travel as base64, because messages to a page are JSON. */
export interface ParityPage {
  loadFonts(bytesOf: Readonly<Record<string, string>>): Promise<void>;
  loadPictures(bytesOf: Readonly<Record<string, string>>): Promise<void>;
  draw(frame: ParityFrame): string;
}

declare global {
  interface Window {
    parity: ParityPage;
  }
}

const pictures = new Map<string, Picture<ImageBitmap>>();

const decode = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

function encode(bytes: Uint8ClampedArray): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 0x8000)
    parts.push(String.fromCharCode(...bytes.subarray(i, i + 0x8000)));
  return btoa(parts.join(''));
}

async function loadFont({ family, file, weight }: FontFile, base64: string | undefined): Promise<void> {
  if (base64 === undefined) throw new Error(`the bytes of ${file} are missing`);
  const font = new FontFace(family, decode(base64), { weight });
  document.fonts.add(await font.load());
}

window.parity = {
  async loadFonts(bytesOf) {
    await Promise.all(fontFiles.map((font) => loadFont(font, bytesOf[font.file])));
  },

  async loadPictures(bytesOf) {
    for (const [name, base64] of Object.entries(bytesOf)) {
      const image = await createImageBitmap(new Blob([decode(base64)]));
      const size = { widthPx: image.width, heightPx: image.height };
      pictures.set(assetIdOf(name), { kind: 'ready', image, ...size, rotationDegrees: 0 });
      for (const [turnedName, rotationDegrees] of Object.entries(turned)) {
        if (!turnedName.startsWith(`${name} `)) continue;
        pictures.set(assetIdOf(turnedName), { kind: 'ready', image, ...size, rotationDegrees });
      }
    }
  },

  draw(frame) {
    const { widthPx, heightPx, captions } = frame;
    const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d');
    if (context === null) throw new Error('this browser has no 2D canvas');
    const lookup = ({ assetId }: { readonly assetId: string | null }) => pictures.get(assetId ?? '') ?? null;
    drawFrame(context, { layers: frame.layers }, lookup, { widthPx, heightPx, captions });
    return encode(context.getImageData(0, 0, widthPx, heightPx).data);
  },
};
