import type { GridKey } from '../../../ui/grid-keys.ts';

/** How posters stand in a width: as many columns as fit, all equally wide. Pixels. */
export interface GridGeometry {
  readonly columns: number;
  readonly cellWidthPx: number;
  /** The room for a poster: wide films fill its width, tall ones its height. */
  readonly posterHeightPx: number;
  /** From the top of a row to the top of the next. */
  readonly rowHeightPx: number;
}

export const gapPx = 16;
/** Title and two lines of facts under a poster. */
export const captionHeightPx = 68;
const leastWidthPx = 320;
/** In a window at 200 % two still stand side by side. */
const leastWidthNarrowPx = 240;
const narrowPx = 720;
const mostWidthPx = 400;
const rowGapPx = 16;

export function gridGeometry(widthPx: number): GridGeometry {
  const leastPx = widthPx < narrowPx ? leastWidthNarrowPx : leastWidthPx;
  const columns = Math.max(1, Math.floor((widthPx + gapPx) / (leastPx + gapPx)));
  const filled = Math.floor((widthPx - gapPx * (columns - 1)) / columns);
  const cellWidthPx = Math.max(120, Math.min(mostWidthPx, filled));
  const posterHeightPx = Math.round((cellWidthPx * 9) / 16);
  return {
    columns,
    cellWidthPx,
    posterHeightPx,
    rowHeightPx: posterHeightPx + captionHeightPx + rowGapPx,
  };
}

/** The size of a poster in its own aspect within the room for it. */
export function posterSize(
  { cellWidthPx, posterHeightPx }: Pick<GridGeometry, 'cellWidthPx' | 'posterHeightPx'>,
  aspect: number,
): { readonly widthPx: number; readonly heightPx: number } {
  const wide = aspect >= cellWidthPx / posterHeightPx;
  return wide
    ? { widthPx: cellWidthPx, heightPx: Math.round(cellWidthPx / aspect) }
    : { widthPx: Math.round(posterHeightPx * aspect), heightPx: posterHeightPx };
}

/** Where a key leads from `index`; the same place where it leads nowhere. `mod` takes Home and End to the very ends. */
export function neighbour(
  index: number,
  key: GridKey,
  { count, columns, pageRows, mod }: { count: number; columns: number; pageRows: number; mod: boolean },
): number {
  const last = count - 1;
  const within = (n: number): number => Math.max(0, Math.min(last, n));
  switch (key) {
    case 'ArrowLeft':
      return within(index - 1);
    case 'ArrowRight':
      return within(index + 1);
    case 'ArrowUp':
      return index - columns < 0 ? index : index - columns;
    case 'ArrowDown': {
      // The last row may be short: then its last place is the one below.
      const isLastRow = Math.floor(index / columns) === Math.floor(last / columns);
      return isLastRow ? index : within(index + columns);
    }
    case 'Home':
      return mod ? 0 : index - (index % columns);
    case 'End':
      return mod ? last : within(index - (index % columns) + columns - 1);
    case 'PageUp':
      return within(Math.max(index % columns, index - columns * pageRows));
    case 'PageDown':
      return within(index + columns * pageRows);
  }
}
