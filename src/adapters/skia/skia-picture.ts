import { type Canvas, createCanvas, ImageData, loadImage } from '@napi-rs/canvas';
import { type Fault, fail, ok, type Result } from '../../domain/kernel/result.ts';

/** A place for the decoded frames of one medium: write a frame, draw `image`, write the next. */
export interface SkiaPicture {
  readonly image: Canvas;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Takes over straight RGBA, `widthPx * heightPx * 4` bytes; the buffer may be reused after the call. */
  write(rgba: Uint8Array): void;
}

/**
 * Without `hasAlpha` every fourth byte must be 255, as decoders of opaque media give it; writing then costs a third,
 * because nothing has to be premultiplied.
 */
export function createSkiaPicture(widthPx: number, heightPx: number, hasAlpha = false): SkiaPicture {
  const image = createCanvas(widthPx, heightPx);
  const context = image.getContext('2d', { alpha: hasAlpha });
  return {
    image,
    widthPx,
    heightPx,
    write(rgba) {
      const pixels = new Uint8ClampedArray(rgba.buffer, rgba.byteOffset, widthPx * heightPx * 4);
      context.putImageData(new ImageData(pixels, widthPx, heightPx), 0, 0);
    },
  };
}

/**
 * Decodes a still (PNG, JPEG, WebP, AVIF, GIF) to pixels. A canvas and not the library's image element: those are
 * scaled by another path, which a browser's `ImageBitmap` does not take.
 */
export async function decodeSkiaPicture(
  bytes: Uint8Array,
  name: string,
): Promise<Result<SkiaPicture, Fault>> {
  try {
    const source = await loadImage(bytes);
    const picture = createSkiaPicture(source.width, source.height, true);
    picture.image.getContext('2d').drawImage(source, 0, 0);
    return ok(picture);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return fail(
      'media.damaged',
      `${name} could not be read as a picture: ${reason}. The file was left as it is.`,
    );
  }
}
