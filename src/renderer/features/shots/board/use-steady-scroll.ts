import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { BoardLayout } from '../layout/board-layout.ts';
import { scrollAfterResize } from '../layout/scroll-after-resize.ts';

/** Frames of another size, or more of them to a row, leave the board at the shots where it was. */
export function useSteadyScroll(layout: BoardLayout, scroller: RefObject<HTMLElement | null>): void {
  const drawn = useRef(layout);
  useLayoutEffect(() => {
    // Before the board is measured it has no frames to speak of.
    if (layout.metrics.cardWidthPx <= 1) return;
    const before = drawn.current;
    drawn.current = layout;
    const node = scroller.current;
    const same =
      before.metrics.cardWidthPx === layout.metrics.cardWidthPx &&
      before.metrics.columns === layout.metrics.columns;
    if (node === null || same) return;
    node.scrollTop = scrollAfterResize(before, layout, node.scrollTop);
  }, [layout, scroller]);
}
