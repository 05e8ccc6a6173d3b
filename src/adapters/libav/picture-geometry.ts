import { AV_FRAME_DATA_DISPLAYMATRIX, AV_PKT_DATA_DISPLAYMATRIX } from 'node-av/constants';
import type { Frame, Stream } from 'node-av/lib';

export type Rotation = 0 | 90 | 180 | 270;

/** Clockwise turn that brings the coded picture upright, from the stream's or the first picture's display matrix. */
export function rotationOf(stream: Stream, firstFrame: Frame | null): Rotation {
  const matrix =
    stream.codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX) ??
    firstFrame?.getSideData(AV_FRAME_DATA_DISPLAYMATRIX) ??
    null;
  if (matrix === null || matrix.length < 36) return 0;
  // Row-major 3×3 of 16.16 fixed point: [a b u; c d v; x y w], as in ISO 14496-12, 6.2.2.
  const a = matrix.readInt32LE(0);
  const b = matrix.readInt32LE(4);
  if (a === 0 && b === 0) return 0;
  const degrees = Math.round((Math.atan2(b, a) * 180) / Math.PI / 90) * 90;
  switch ((degrees + 360) % 360) {
    case 90:
      return 90;
    case 180:
      return 180;
    case 270:
      return 270;
    default:
      return 0;
  }
}

export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Size with square pixels, before rotation: anamorphic pictures are stretched in width. */
export function squarePixelSize(frame: Frame, stream: Stream): PictureSize {
  const aspect = frame.sampleAspectRatio.num > 0 ? frame.sampleAspectRatio : stream.sampleAspectRatio;
  const stretch = aspect.num > 0 && aspect.den > 0 ? aspect.num / aspect.den : 1;
  return { widthPx: Math.max(1, Math.round(frame.width * stretch)), heightPx: frame.height };
}

/** `size` made as small as still covers `bounds` in both directions; never larger than it is. */
export function shrinkToCover(size: PictureSize, bounds: PictureSize): PictureSize {
  const scale = Math.min(1, Math.max(bounds.widthPx / size.widthPx, bounds.heightPx / size.heightPx));
  return {
    widthPx: Math.max(1, Math.round(size.widthPx * scale)),
    heightPx: Math.max(1, Math.round(size.heightPx * scale)),
  };
}

/** Turns packed RGBA pixels clockwise into `target`, which has the sides exchanged for a quarter turn. */
export function rotateRgba(
  source: Uint32Array,
  { widthPx, heightPx }: PictureSize,
  rotation: Rotation,
  target: Uint32Array,
): void {
  const last = widthPx * heightPx - 1;
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, at++) {
      const pixel = source[at] ?? 0;
      if (rotation === 90) target[x * heightPx + (heightPx - 1 - y)] = pixel;
      else if (rotation === 180) target[last - at] = pixel;
      else if (rotation === 270) target[(widthPx - 1 - x) * heightPx + y] = pixel;
      else target[at] = pixel;
    }
  }
}
