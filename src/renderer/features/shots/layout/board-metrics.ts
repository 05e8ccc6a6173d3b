/** Sizes of the storyboard at one width and density, CSS pixels. */
export interface BoardMetrics {
  readonly columns: number;
  readonly cardWidthPx: number;
  readonly pictureHeightPx: number;
  /** Picture and the lines under it. */
  readonly cardHeightPx: number;
  readonly gapPx: number;
  readonly paddingPx: number;
  readonly headingHeightPx: number;
  /** Height of what stands where a scene has no shot to show. */
  readonly emptyHeightPx: number;
  /** Too small for more than number, length and state under the picture. */
  readonly compact: boolean;
}

/** Width of a 16:9 card that the density slider asks for. */
export const densityRange = { leastPx: 112, mostPx: 448, usualPx: 224, stepPx: 16 } as const;

const gapPx = 12;
const paddingPx = 16;
const headingHeightPx = 44;
const emptyHeightPx = 44;
const compactBelowPx = 168;
const captionPx = { compact: 24, whole: 60 } as const;

/**
 * The number of columns that comes nearest to the wanted size. Cards of other aspects than 16:9 get the width that gives them about the same area, so that a
 * tall film does not show two cards to a screen.
 */
export function metricsFor(
  widthPx: number,
  densityPx: number,
  aspect: readonly [width: number, height: number],
): BoardMetrics {
  const ratio = aspect[0] / aspect[1];
  const wantedPx = densityPx * Math.sqrt(ratio / (16 / 9));
  const innerPx = Math.max(1, widthPx - 2 * paddingPx);
  const columns = Math.max(1, Math.round((innerPx + gapPx) / (wantedPx + gapPx)));
  const cardWidthPx = Math.floor((innerPx - gapPx * (columns - 1)) / columns);
  const pictureHeightPx = Math.round(cardWidthPx / ratio);
  const compact = cardWidthPx < compactBelowPx;
  return {
    columns,
    cardWidthPx,
    pictureHeightPx,
    cardHeightPx: pictureHeightPx + (compact ? captionPx.compact : captionPx.whole),
    gapPx,
    paddingPx,
    headingHeightPx,
    emptyHeightPx,
    compact,
  };
}
