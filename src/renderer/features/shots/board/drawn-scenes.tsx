import { type RefObject, useMemo } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import type { SceneShots } from '../../../state/shot-index.ts';
import type { BoardLayout, VisibleRows } from '../layout/board-layout.ts';
import { useBoard } from './board-store.ts';
import { SceneSection } from './scene-section.tsx';
import { useVisibleRows } from './use-visible-rows.ts';

/** The scenes in reach of where the board is scrolled to: the part of the page that scrolling draws again. */
export function DrawnScenes({
  shown,
  layout,
  viewHeightPx,
  scroller,
}: {
  readonly shown: readonly SceneShots[];
  readonly layout: BoardLayout;
  readonly viewHeightPx: number;
  readonly scroller: RefObject<HTMLElement | null>;
}) {
  const focusId = useBoard((state) => state.focusId);
  const rows = useVisibleRows(layout, scroller, viewHeightPx);
  const drawn = useMemo(() => withFocusRow(rows, layout, focusId), [rows, layout, focusId]);
  const firstShotId = layout.sections.find(({ shotIds }) => shotIds.length > 0)?.shotIds[0] ?? null;
  const defaultFocusId = focusId !== null && layout.places.has(focusId) ? null : firstShotId;
  return drawn.map(({ section, first, last }) => {
    const place = layout.sections[section];
    const scene = shown[section];
    if (place === undefined || scene === undefined) return null;
    return (
      <SceneSection
        key={place.sceneId}
        scene={scene}
        section={place}
        metrics={layout.metrics}
        first={first}
        last={last}
        focusRow={rowOf(layout, section, focusId)}
        defaultFocusId={defaultFocusId}
      />
    );
  });
}

function rowOf(layout: BoardLayout, section: number, shotId: ShotId | null): number | null {
  const place = shotId === null ? undefined : layout.places.get(shotId);
  return place?.section === section ? Math.floor(place.at / layout.metrics.columns) : null;
}

/** The section of the focused frame is drawn wherever the board is scrolled to: what has the focus never leaves the page. */
function withFocusRow(
  rows: readonly VisibleRows[],
  layout: BoardLayout,
  focusId: ShotId | null,
): readonly VisibleRows[] {
  const place = focusId === null ? undefined : layout.places.get(focusId);
  if (place === undefined || rows.some(({ section }) => section === place.section)) return rows;
  return [...rows, { section: place.section, first: 0, last: -1 }].sort((a, b) => a.section - b.section);
}
