import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { drawTextLikeChromium } from './register-fonts.ts';

export interface SkiaSurface {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly context: SKRSContext2D;
  /**
   * The pixels as RGBA, valid until the next call. They are premultiplied, which for the opaque frames of the
   * compositor is the same as straight.
   */
  rgba(): Uint8Array;
  /** The picture as a PNG file. */
  png(): Uint8Array;
}

/** ArrayBuffer of ES2024, which Node 24 has and our ES2023 library does not describe. */
type Releasable = ArrayBuffer & { transfer(byteLength: number): ArrayBuffer };

/** A canvas to draw the frames of a film on, one after another. */
export function createSkiaSurface(widthPx: number, heightPx: number): SkiaSurface {
  drawTextLikeChromium();
  // With alpha, although every frame is opaque: on an opaque canvas some systems draw text with coloured fringes.
  const canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d', { alpha: true });
  let last: Releasable | null = null;
  return {
    widthPx,
    heightPx,
    context,
    rgba() {
      // Each read-back is new memory that the garbage collector does not weigh: let the last one go now, and the
      // allocator gives the same pages again.
      last?.transfer(0);
      const bytes = canvas.data();
      last = bytes.buffer as Releasable;
      return bytes;
    },
    png: () => canvas.toBuffer('image/png'),
  };
}
