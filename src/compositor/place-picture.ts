/** Where a picture lands, in frame pixels. For `fit` whole pixels, so that its bars have sharp edges. */
export interface PlacedRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SizePx {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A picture whose shape is this close to the frame's fills it: no hair-thin bars from rounded sizes. */
const toleratedBarPx = 2;

/** The centred place of an upright picture in a frame: the whole picture (`fit`), or the whole frame covered (`fill`). */
export function placePicture(picture: SizePx, frame: SizePx, fit: 'fit' | 'fill'): PlacedRect {
  const across = frame.widthPx / picture.widthPx;
  const down = frame.heightPx / picture.heightPx;
  switch (fit) {
    case 'fit': {
      const scale = Math.min(across, down);
      const width = nearly(picture.widthPx * scale, frame.widthPx);
      const height = nearly(picture.heightPx * scale, frame.heightPx);
      return {
        x: Math.round((frame.widthPx - width) / 2),
        y: Math.round((frame.heightPx - height) / 2),
        width,
        height,
      };
    }
    case 'fill': {
      const scale = Math.max(across, down);
      const width = picture.widthPx * scale;
      const height = picture.heightPx * scale;
      const x = (frame.widthPx - width) / 2;
      const y = (frame.heightPx - height) / 2;
      // Unscaled pixels stay on the pixel grid, or the whole picture would be softened by half a pixel.
      return scale === 1 ? { x: Math.round(x), y: Math.round(y), width, height } : { x, y, width, height };
    }
  }
}

function nearly(length: number, frameLength: number): number {
  return frameLength - length <= toleratedBarPx ? frameLength : Math.max(1, Math.round(length));
}
