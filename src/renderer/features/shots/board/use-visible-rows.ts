import { type RefObject, useCallback, useEffect, useState } from 'react';
import { type BoardLayout, type VisibleRows, visibleRows } from '../layout/board-layout.ts';

/** Drawn beyond the view, so that a flick of the wheel finds the next rows there. */
const overscanPx = 360;

/**
 * The rows to draw for where the board is scrolled to. Scrolling draws again only when a row comes into reach, which is
 * every few frames.
 */
export function useVisibleRows(
  layout: BoardLayout,
  scroller: RefObject<HTMLElement | null>,
  viewHeightPx: number,
): readonly VisibleRows[] {
  const read = useCallback(
    () => visibleRows(layout, scroller.current?.scrollTop ?? 0, viewHeightPx, overscanPx),
    [layout, scroller, viewHeightPx],
  );
  const [rows, setRows] = useState<{ readonly of: BoardLayout; readonly rows: readonly VisibleRows[] }>(
    () => ({
      of: layout,
      rows: read(),
    }),
  );
  useEffect(() => {
    const node = scroller.current;
    if (node === null) return undefined;
    const onScroll = (): void => {
      const next = read();
      setRows((before) =>
        before.of === layout && sameRows(before.rows, next) ? before : { of: layout, rows: next },
      );
    };
    onScroll();
    node.addEventListener('scroll', onScroll, { passive: true });
    return () => node.removeEventListener('scroll', onScroll);
  }, [scroller, read, layout]);
  // A new layout is drawn where the board stands, not where the old one stood.
  return rows.of === layout ? rows.rows : read();
}

function sameRows(a: readonly VisibleRows[], b: readonly VisibleRows[]): boolean {
  return (
    a.length === b.length &&
    a.every((row, i) => {
      const other = b[i];
      return row.section === other?.section && row.first === other.first && row.last === other.last;
    })
  );
}
