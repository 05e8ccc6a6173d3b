export interface SizePx {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The largest place of a shape in a room, in whole CSS pixels. */
export function fitPicture(room: SizePx, shape: SizePx): SizePx {
  if (room.widthPx <= 0 || room.heightPx <= 0) return { widthPx: 0, heightPx: 0 };
  const scale = Math.min(room.widthPx / shape.widthPx, room.heightPx / shape.heightPx);
  return {
    widthPx: Math.min(room.widthPx, Math.round(shape.widthPx * scale)),
    heightPx: Math.min(room.heightPx, Math.round(shape.heightPx * scale)),
  };
}

export const previewQualities = ['full', 'half', 'quarter'] as const;
export type PreviewQuality = (typeof previewQualities)[number];

const parts: Readonly<Record<PreviewQuality, number>> = { full: 1, half: 0.5, quarter: 0.25 };
const leastPx = 16;

/**
 * How many pixels a preview draws: as many as the screen shows of it, never more than the film has, and fewer at a lower
 * quality. The shape stays the film's; sides are even, so that sizes change in steps while a panel is dragged.
 */
export function drawnSize(shown: SizePx, film: SizePx, pixelRatio: number, quality: PreviewQuality): SizePx {
  const wanted = Math.min(1, (shown.widthPx * pixelRatio) / film.widthPx);
  const share = wanted * parts[quality];
  const even = (px: number): number => Math.max(leastPx, Math.round(px / 2) * 2);
  if (share === 1) return film;
  return { widthPx: even(film.widthPx * share), heightPx: even(film.heightPx * share) };
}
