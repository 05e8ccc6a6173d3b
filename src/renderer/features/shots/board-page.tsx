import { useState } from 'react';
import { useMirrorStatus } from '../../state/project-context.ts';
import { useStudio } from '../../state/studio-context.ts';
import { useSceneShots } from '../../state/use-shots.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, PanelGroup, PanelHandle } from '../../ui/panels.tsx';
import { useWords } from '../../words/use-words.ts';
import { BoardBody } from './board/board-body.tsx';
import { BoardDialogs } from './board/board-dialogs.tsx';
import { BoardSkeleton } from './board/board-skeleton.tsx';
import { BoardContext, createBoardStore, useBoard } from './board/board-store.ts';
import { EmptyBoard } from './board/empty-board.tsx';
import { GenerationContext, useMakeGeneration } from './generating/use-generation.ts';
import { Inspector } from './inspector/inspector.tsx';
import { InspectorOver } from './inspector/inspector-over.tsx';
import { useInspectorCommand, useInspectorPlace } from './inspector/use-inspector.ts';

/** The Board: the film as a storyboard, scene by scene. */
export function BoardPage() {
  const words = useWords('shots');
  const [board] = useState(createBoardStore);
  return (
    <BoardContext value={board}>
      <h1 className="sr-only">{words.board}</h1>
      <OpenBoard />
    </BoardContext>
  );
}

function OpenBoard() {
  const words = useWords('shots');
  const status = useMirrorStatus();
  const { navigate } = useStudio();
  const hasScenes = useSceneShots().length > 0;
  if (status === 'gone') {
    return (
      <EmptyState
        title={words.gone.title}
        text={words.gone.text}
        actions={<Button onClick={() => navigate({ at: 'library' })}>{words.gone.toLibrary}</Button>}
      />
    );
  }
  if (status === 'loading') return <BoardSkeleton />;
  if (!hasScenes) return <EmptyBoard />;
  return <FilledBoard />;
}

function FilledBoard() {
  const words = useWords('shots');
  const generation = useMakeGeneration();
  const place = useInspectorPlace();
  useInspectorCommand();
  return (
    <GenerationContext value={generation}>
      <PanelGroup className="h-full">
        <Panel id="board" minSize={320}>
          <BoardBody />
        </Panel>
        {place === 'beside' ? (
          <>
            <PanelHandle label={words.inspectorWidth} />
            <Panel
              id="inspector"
              defaultSize={320}
              minSize={264}
              maxSize={520}
              groupResizeBehavior="preserve-pixel-size"
              className="border-line"
            >
              <Inspector />
            </Panel>
          </>
        ) : null}
      </PanelGroup>
      {place === 'over' ? <InspectorOver /> : null}
      <BoardDialogs />
      <Said />
    </GenerationContext>
  );
}

/** What happened, for a screen reader. */
function Said() {
  const said = useBoard((state) => state.said);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
