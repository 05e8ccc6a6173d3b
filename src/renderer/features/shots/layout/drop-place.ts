import type { SceneId, ShotId } from '../../../../domain/kernel/ids.ts';
import { type BoardLayout, rowTop } from './board-layout.ts';

/** Where dragged shots would go, and the line that shows it, in pixels of the board. */
export interface DropPlace {
  readonly sceneId: SceneId;
  /** null: first in the scene. */
  readonly afterShotId: ShotId | null;
  readonly line: { readonly leftPx: number; readonly topPx: number; readonly heightPx: number };
}

/**
 * The gap between two cards that is nearest to a point of the board. Over a collapsed scene or its heading it is the
 * scene's end or start. Dragged shots are not counted as neighbours, so that a drop never lands after itself.
 */
export function dropPlaceAt(
  layout: BoardLayout,
  xPx: number,
  yPx: number,
  dragged: ReadonlySet<ShotId>,
): DropPlace | null {
  const { sections, metrics } = layout;
  const index = sections.findIndex(({ topPx, heightPx }) => yPx < topPx + heightPx);
  const section = sections[index === -1 ? sections.length - 1 : index];
  if (section === undefined) return null;
  const { columns, cardWidthPx, cardHeightPx, gapPx, paddingPx } = metrics;
  const bodyPx = yPx - section.topPx - metrics.headingHeightPx - metrics.gapPx;
  const rowAt = Math.min(
    Math.max(0, section.rows - 1),
    Math.max(0, Math.floor(bodyPx / (cardHeightPx + gapPx))),
  );
  const column = Math.min(
    columns,
    Math.max(0, Math.round((xPx - paddingPx + gapPx / 2) / (cardWidthPx + gapPx))),
  );
  const slot = bodyPx < -gapPx ? 0 : Math.min(section.shotIds.length, rowAt * columns + column);
  const shownColumn = slot - rowAt * columns;
  return {
    sceneId: section.sceneId,
    afterShotId: section.shotIds.slice(0, slot).findLast((id) => !dragged.has(id)) ?? null,
    line: {
      leftPx: paddingPx + shownColumn * (cardWidthPx + gapPx) - gapPx / 2,
      topPx: section.topPx + rowTop(rowAt, metrics),
      heightPx: section.rows === 0 ? metrics.emptyHeightPx - gapPx : cardHeightPx,
    },
  };
}
