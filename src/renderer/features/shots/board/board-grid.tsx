import { useRef } from 'react';
import { useCommandEntries } from '../../../actions/use-command-entries.ts';
import { useProject } from '../../../state/project-context.ts';
import type { SceneShots } from '../../../state/shot-index.ts';
import { ContextMenu } from '../../../ui/context-menu.tsx';
import { useWords } from '../../../words/use-words.ts';
import { DragLayer } from '../editing/drag-layer.tsx';
import { useShotDrag } from '../editing/use-shot-drag.ts';
import type { BoardLayout } from '../layout/board-layout.ts';
import { useTakeDrop } from '../takes/use-take-drop.ts';
import { useBoardStore } from './board-store.ts';
import { DrawnScenes } from './drawn-scenes.tsx';
import { useGridFocus } from './use-grid-focus.ts';
import { useGridPointer } from './use-grid-pointer.ts';

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
  const { view } = useProject();
  const board = useBoardStore();
  const grid = useRef<HTMLDivElement>(null);
  const { onKeyDown, onFocus } = useGridFocus({ layout, scroller, viewHeightPx, grid });
  const drag = useShotDrag({ layout, scroller, grid });
  const pointer = useGridPointer({ layout, onPress: drag.onPress });
  const takeDrop = useTakeDrop();
  const entriesOf = useCommandEntries();
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
        {...takeDrop}
      >
        <DrawnScenes shown={shown} layout={layout} viewHeightPx={viewHeightPx} scroller={scroller} />
        <DragLayer drag={drag.shown} />
      </div>
    </ContextMenu>
  );
}
