import { SWS_ACCURATE_RND, SWS_BILINEAR, SWS_FULL_CHR_H_INT } from 'node-av/constants';
import { FFmpegError, type Frame, SoftwareScaleContext } from 'node-av/lib';
import { allocateRgbaFrame, planeOf } from './allocate-frame.ts';
import { labelColours } from './label-colours.ts';
import { type PictureSize, type Rotation, rotateRgba } from './picture-geometry.ts';

/** Upright RGBA pixels. `rgba` is good until the next picture is asked for. */
export interface RgbaPicture extends PictureSize {
  /** Straight (not premultiplied) RGBA, sRGB, without row padding. */
  readonly rgba: Uint8Array;
}

/** Turns decoded pictures into pixels of one size, in memory that is used again. */
export interface RgbaConverter {
  convert(frame: Frame): Promise<RgbaPicture>;
  free(): void;
}

/** `size` is before rotation. */
export function createRgbaConverter(size: PictureSize, rotation: Rotation): RgbaConverter {
  const target = allocateRgbaFrame(size.widthPx, size.heightPx);
  const pixels = planeOf(target, 0);
  const scaler = new SoftwareScaleContext();
  scaler.allocContext();
  scaler.setOption('sws_flags', SWS_BILINEAR | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT);
  const quarter = rotation === 90 || rotation === 270;
  const upright = rotation === 0 ? null : new Uint32Array(size.widthPx * size.heightPx);
  const shown = quarter ? { widthPx: size.heightPx, heightPx: size.widthPx } : size;
  return {
    async convert(frame) {
      labelColours(frame);
      FFmpegError.throwIfError(await scaler.scaleFrame(target, frame), 'convert a picture to RGBA');
      if (upright === null) return { rgba: pixels, ...shown };
      const words = new Uint32Array(pixels.buffer, pixels.byteOffset, upright.length);
      rotateRgba(words, size, rotation, upright);
      return { rgba: new Uint8Array(upright.buffer), ...shown };
    },
    free() {
      scaler.freeContext();
      target.free();
    },
  };
}
