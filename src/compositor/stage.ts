/**
 * The space that text is laid out in: the frame scaled so that its short side is 1080 units. The same film has the
 * same lines, sizes and optical cuts at every resolution, in a small preview as in the export.
 */
export interface Stage {
  readonly widthUnits: number;
  readonly heightUnits: number;
  /** Frame pixels per unit. */
  readonly scale: number;
  /** Where titles may stand. */
  readonly titleSafe: Box;
  /** Where captions may stand. */
  readonly captionSafe: Box;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const shortSideUnits = 1080;

/**
 * The stage of a frame. Landscape and square keep SMPTE ST 2046-1 safe title area (the inner 90 %). Upright frames are
 * watched in apps that lay their buttons over the lower fifth and the right edge, so text stays clear of those.
 */
export function stageOf(widthPx: number, heightPx: number): Stage {
  const scale = Math.min(widthPx, heightPx) / shortSideUnits;
  const widthUnits = widthPx / scale;
  const heightUnits = heightPx / scale;
  const upright = heightPx > widthPx * 1.5;
  const inset = (x: number, top: number, bottom: number): Box => ({
    left: widthUnits * x,
    top: heightUnits * top,
    right: widthUnits * (1 - x),
    bottom: heightUnits * (1 - bottom),
  });
  return {
    widthUnits,
    heightUnits,
    scale,
    titleSafe: upright ? inset(0.08, 0.12, 0.2) : inset(0.05, 0.05, 0.05),
    captionSafe: upright ? inset(0.08, 0.12, 0.2) : inset(0.05, 0.05, 0.065),
  };
}
