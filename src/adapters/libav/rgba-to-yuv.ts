import { SWS_ACCURATE_RND, SWS_BILINEAR, SWS_FULL_CHR_H_INP } from 'node-av/constants';
import { FFmpegError, type Frame, SoftwareScaleContext } from 'node-av/lib';
import { allocateRgbaFrame, allocateYuvFrame, planeOf } from './allocate-frame.ts';

/** Converts canvas pixels for the encoder, with two pictures that are used again for every frame. */
export interface RgbaToYuv {
  /** Copies the pixels; the caller's buffer is free afterwards. */
  load(rgba: Uint8Array): void;
  /** Converts what was loaded, off the event loop. The frame is good until the next call. */
  convert(): Promise<Frame>;
  free(): void;
}

export function createRgbaToYuv(widthPx: number, heightPx: number): RgbaToYuv {
  const rgbaFrame = allocateRgbaFrame(widthPx, heightPx);
  const pixels = planeOf(rgbaFrame, 0);
  const yuvFrame = allocateYuvFrame(widthPx, heightPx);
  const scaler = new SoftwareScaleContext();
  scaler.allocContext();
  // Matrices and ranges come from the labels of the two frames.
  scaler.setOption('sws_flags', SWS_BILINEAR | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP);
  return {
    load(rgba) {
      if (rgba.length !== pixels.length)
        throw new Error(
          `A picture of ${widthPx}×${heightPx} has ${pixels.length} bytes; ${rgba.length} were given.`,
        );
      pixels.set(rgba);
    },
    async convert() {
      // The encoder may still hold the last picture; then this takes fresh memory instead of writing under it.
      FFmpegError.throwIfError(yuvFrame.makeWritable(), 'reuse the YUV picture');
      FFmpegError.throwIfError(await scaler.scaleFrame(yuvFrame, rgbaFrame), 'convert RGBA to YUV');
      return yuvFrame;
    },
    free() {
      scaler.freeContext();
      rgbaFrame.free();
      yuvFrame.free();
    },
  };
}
