import { type BoardLayout, cardSpan, sectionAt } from './board-layout.ts';

/**
 * Where to scroll so that what stood at the top still does after the frames got another size: the first row below the
 * heading, as much of it cut off as before.
 */
export function scrollAfterResize(before: BoardLayout, after: BoardLayout, scrollTopPx: number): number {
  const section = sectionAt(before, scrollTopPx);
  if (section === undefined || scrollTopPx <= 0) return scrollTopPx;
  const { cardHeightPx, gapPx, columns } = before.metrics;
  const row = Math.max(0, Math.floor((scrollTopPx - section.topPx - gapPx) / (cardHeightPx + gapPx)));
  const shotId = section.shotIds[Math.min(row, section.rows - 1) * columns];
  const [from, to] =
    shotId === undefined ? [null, null] : [cardSpan(before, shotId), cardSpan(after, shotId)];
  if (from === null || to === null) {
    const same = after.sections.find(({ sceneId }) => sceneId === section.sceneId);
    return same?.topPx ?? scrollTopPx;
  }
  const belowPx = from.topPx - scrollTopPx;
  const grown = after.metrics.cardHeightPx / cardHeightPx;
  return Math.max(0, to.topPx - (belowPx < 0 ? belowPx * grown : belowPx));
}
