interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Short sides that a cut may be published with, beside its own. */
export const cutShortSidesPx = [1_080, 720, 480] as const;

/** `film` with that short side, in even numbers as encoders want them; never larger than it is. Null leaves it as it is. */
export function cutSize({ widthPx, heightPx }: Size, shortSidePx: number | null): Size {
  const scale = shortSidePx === null ? 1 : Math.min(1, shortSidePx / Math.min(widthPx, heightPx));
  if (scale === 1) return { widthPx, heightPx };
  const even = (px: number): number => Math.max(2, 2 * Math.round((px * scale) / 2));
  return { widthPx: even(widthPx), heightPx: even(heightPx) };
}
