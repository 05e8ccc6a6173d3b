import { type ReactNode, useMemo, useRef } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useCommandEntries } from '../../../actions/use-command-entries.ts';
import { useProject } from '../../../state/project-context.ts';
import type { SceneShots } from '../../../state/shot-index.ts';
import { ContextMenu } from '../../../ui/context-menu.tsx';
import { useWords } from '../../../words/use-words.ts';
import { DragLayer } from '../editing/drag-layer.tsx';
import { useShotDrag } from '../editing/use-shot-drag.ts';
import type { BoardLayout } from '../layout/board-layout.ts';
import { useBoard, useBoardStore } from './board-store.ts';
import { SceneSection } from './scene-section.tsx';
import { useGridFocus } from './use-grid-focus.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import { useVisibleRows } from './use-visible-rows.ts';

const menuOfShots = [
  'shot.edit',
  'shot.generate',
  'shot.generateAgain',
  'shot.cancelGeneration',
  '-',
  'shot.add',
  'shot.duplicate',
  'shot.split',
  'shot.merge',
  '-',
  'shot.moveEarlier',
  'shot.moveLater',
  'shot.movePreviousScene',
  'shot.moveNextScene',
  '-',
  'shot.importTake',
  'shot.delete',
] as const;

export interface BoardGridProps {
  readonly shown: readonly SceneShots[];
  readonly layout: BoardLayout;
  readonly viewHeightPx: number;
  readonly scroller: React.RefObject<HTMLDivElement | null>;
}

/** The storyboard itself: only the rows in reach are on the page, and the one with the focus. */
export function BoardGrid({ shown, layout, viewHeightPx, scroller }: BoardGridProps) {
  const words = useWords('shots');
  const { shots, view } = useProject();
  const board = useBoardStore();
  const focusId = useBoard((state) => state.focusId);
  const grid = useRef<HTMLDivElement>(null);
  const rows = useVisibleRows(layout, scroller, viewHeightPx);
  const { onKeyDown, onFocus } = useGridFocus({ layout, scroller, viewHeightPx, grid });
  const drag = useShotDrag({ layout, scroller, grid });
  const pointer = useGridPointer({ layout, onPress: drag.onPress });
  const entriesOf = useCommandEntries();
  const firstShotId = layout.sections.find(({ shotIds }) => shotIds.length > 0)?.shotIds[0] ?? null;
  const defaultFocusId = focusId !== null && layout.places.has(focusId) ? null : firstShotId;

  const drawn = useMemo(() => withFocusRow(rows, layout, focusId), [rows, layout, focusId]);
  return (
    <ContextMenu
      entries={() => entriesOf(menuOfShots)}
      onOpenChange={(open) => {
        const id = board.getState().focusId;
        if (open && id !== null && !view.getState().shotIds.has(id)) {
          view.setState({ shotIds: new Set([id]) });
        }
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid of cards is no table */}
      <div
        ref={grid}
        role="grid"
        aria-label={words.board}
        aria-multiselectable
        aria-rowcount={layout.rows}
        aria-colcount={layout.metrics.columns}
        className="relative outline-none"
        style={{ height: layout.heightPx }}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        {...pointer}
      >
        {drawn.map(({ section, first, last }): ReactNode => {
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
              factsOf={shots.facts}
            />
          );
        })}
        <DragLayer drag={drag.shown} />
      </div>
    </ContextMenu>
  );
}

function rowOf(layout: BoardLayout, section: number, shotId: ShotId | null): number | null {
  const place = shotId === null ? undefined : layout.places.get(shotId);
  return place?.section === section ? Math.floor(place.at / layout.metrics.columns) : null;
}

/** The section of the focused frame is drawn wherever the board is scrolled to: what has the focus never leaves the page. */
function withFocusRow(
  rows: ReturnType<typeof useVisibleRows>,
  layout: BoardLayout,
  focusId: ShotId | null,
): ReturnType<typeof useVisibleRows> {
  const place = focusId === null ? undefined : layout.places.get(focusId);
  if (place === undefined || rows.some(({ section }) => section === place.section)) return rows;
  const focused = { section: place.section, first: 0, last: -1 };
  return [...rows, focused].sort((a, b) => a.section - b.section);
}
