import type { SceneId, ShotId } from '../../../../domain/kernel/ids.ts';
import type { BoardMetrics } from './board-metrics.ts';

export interface BoardScene {
  readonly id: SceneId;
  /** Those that the filter lets through. */
  readonly shotIds: readonly ShotId[];
  readonly collapsed: boolean;
}

/** A scene's part of the board: a heading, then its shots in rows. */
export interface BoardSection {
  readonly sceneId: SceneId;
  readonly topPx: number;
  readonly heightPx: number;
  /** None while it is collapsed. */
  readonly shotIds: readonly ShotId[];
  readonly rows: number;
  /** Number of this section's heading among all rows of the board, from 0. */
  readonly firstRow: number;
  readonly collapsed: boolean;
}

export interface BoardLayout {
  readonly sections: readonly BoardSection[];
  readonly heightPx: number;
  /** Headings and rows of cards together. */
  readonly rows: number;
  readonly metrics: BoardMetrics;
  /** Where each shown shot is: the section, and the place in it. */
  readonly places: ReadonlyMap<ShotId, { readonly section: number; readonly at: number }>;
}

/** Rows of one section to draw, the last one included. `last < first` draws the heading alone. */
export interface VisibleRows {
  readonly section: number;
  readonly first: number;
  readonly last: number;
}

export function layOutBoard(scenes: readonly BoardScene[], metrics: BoardMetrics): BoardLayout {
  const places = new Map<ShotId, { section: number; at: number }>();
  const sections: BoardSection[] = [];
  let topPx = 0;
  let firstRow = 0;
  scenes.forEach((scene, section) => {
    const shotIds = scene.collapsed ? [] : scene.shotIds;
    const rows = Math.ceil(shotIds.length / metrics.columns);
    shotIds.forEach((id, at) => {
      places.set(id, { section, at });
    });
    const heightPx = metrics.headingHeightPx + bodyHeight(rows, scene, metrics);
    sections.push({
      sceneId: scene.id,
      topPx,
      heightPx,
      shotIds,
      rows,
      firstRow,
      collapsed: scene.collapsed,
    });
    topPx += heightPx;
    firstRow += 1 + rows;
  });
  return { sections, heightPx: topPx, rows: firstRow, metrics, places };
}

function bodyHeight(rows: number, scene: BoardScene, metrics: BoardMetrics): number {
  if (scene.collapsed) return 0;
  if (rows === 0) return metrics.emptyHeightPx;
  return rows * (metrics.cardHeightPx + metrics.gapPx) + metrics.gapPx;
}

/** Top of a row of cards, from the top of its section. */
export function rowTop(row: number, metrics: BoardMetrics): number {
  return metrics.headingHeightPx + metrics.gapPx + row * (metrics.cardHeightPx + metrics.gapPx);
}

/** What is to be drawn for a part of the board, with `overscanPx` more on both sides. */
export function visibleRows(
  layout: BoardLayout,
  scrollTopPx: number,
  viewHeightPx: number,
  overscanPx: number,
): VisibleRows[] {
  const [topPx, bottomPx] = [scrollTopPx - overscanPx, scrollTopPx + viewHeightPx + overscanPx];
  const { sections, metrics } = layout;
  const stridePx = metrics.cardHeightPx + metrics.gapPx;
  const visible: VisibleRows[] = [];
  for (let i = firstSectionBelow(sections, topPx); i < sections.length; i++) {
    const section = sections[i];
    if (section === undefined || section.topPx >= bottomPx) break;
    const bodyTopPx = section.topPx + metrics.headingHeightPx + metrics.gapPx;
    visible.push({
      section: i,
      first: Math.max(0, Math.floor((topPx - bodyTopPx) / stridePx)),
      last: Math.min(section.rows - 1, Math.floor((bottomPx - bodyTopPx) / stridePx)),
    });
  }
  return visible;
}

/** The first section that ends below `topPx`. */
function firstSectionBelow(sections: readonly BoardSection[], topPx: number): number {
  let [low, high] = [0, sections.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const section = sections[middle];
    if (section !== undefined && section.topPx + section.heightPx <= topPx) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The scene that stands at a height of the board; none below its end. */
export function sectionAt(layout: BoardLayout, topPx: number): BoardSection | undefined {
  return layout.sections[firstSectionBelow(layout.sections, topPx)];
}

/** Top and bottom of a shot's card on the board; null where it is not shown. */
export function cardSpan(
  layout: BoardLayout,
  shotId: ShotId,
): { readonly topPx: number; readonly bottomPx: number } | null {
  const place = layout.places.get(shotId);
  const section = place === undefined ? undefined : layout.sections[place.section];
  if (place === undefined || section === undefined) return null;
  const topPx = section.topPx + rowTop(Math.floor(place.at / layout.metrics.columns), layout.metrics);
  return { topPx, bottomPx: topPx + layout.metrics.cardHeightPx };
}

/** Where to scroll so that a shot is whole on screen below the sticky heading; null where it is already, or is not shown. */
export function scrollToShow(
  layout: BoardLayout,
  shotId: ShotId,
  scrollTopPx: number,
  viewHeightPx: number,
): number | null {
  const span = cardSpan(layout, shotId);
  if (span === null) return null;
  const { headingHeightPx, gapPx } = layout.metrics;
  if (span.topPx - headingHeightPx < scrollTopPx) return Math.max(0, span.topPx - headingHeightPx - gapPx);
  if (span.bottomPx + gapPx > scrollTopPx + viewHeightPx) return span.bottomPx + gapPx - viewHeightPx;
  return null;
}
