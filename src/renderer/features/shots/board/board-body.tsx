import { useRef } from 'react';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useBoardCommands } from '../editing/use-board-commands.ts';
import { StaleBar } from '../generating/stale-bar.tsx';
import { useDrawnStills } from '../generating/use-drawn-stills.ts';
import { useTakeCommands } from '../takes/use-take-commands.ts';
import { BoardGrid } from './board-grid.tsx';
import { useBoard, useBoardStore } from './board-store.ts';
import { BoardToolbar } from './board-toolbar.tsx';
import { useBoardLayout, useShownScenes } from './use-board-layout.ts';
import { useElementSize } from './use-element-size.ts';
import { useShowShot } from './use-show-shot.ts';
import { useSteadyScroll } from './use-steady-scroll.ts';

/** The toolbar and the storyboard under it. */
export function BoardBody() {
  const words = useWords('shots');
  const board = useBoardStore();
  const filter = useBoard((state) => state.filter);
  const scroller = useRef<HTMLDivElement>(null);
  const size = useElementSize(scroller);
  const shown = useShownScenes();
  const layout = useBoardLayout(shown, size?.widthPx ?? 0);
  const viewHeightPx = size?.heightPx ?? 0;
  useSteadyScroll(layout, scroller);
  const show = useShowShot({ layout, scroller, viewHeightPx });
  useBoardCommands(() => [...layout.places.keys()], show);
  useTakeCommands();
  useDrawnStills();
  const matchesNothing = filter !== 'all' && shown.length === 0;
  return (
    <>
      <BoardToolbar columns={layout.metrics.columns} />
      <StaleBar />
      <div
        ref={scroller}
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-scroll [overflow-anchor:none]"
      >
        {size === null ? null : matchesNothing ? (
          <EmptyState
            title={words.nothingMatches.title}
            text={words.nothingMatches.text(words.filter[filter])}
            actions={
              <Button onClick={() => board.setState({ filter: 'all' })}>
                {words.nothingMatches.showAll}
              </Button>
            }
          />
        ) : (
          <BoardGrid shown={shown} layout={layout} viewHeightPx={viewHeightPx} scroller={scroller} />
        )}
      </div>
    </>
  );
}
