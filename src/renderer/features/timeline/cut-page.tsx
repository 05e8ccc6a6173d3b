import { Clapperboard } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useCommandButton } from '../../actions/use-command-button.ts';
import { useCommands } from '../../actions/use-commands.ts';
import { useEdit } from '../../actions/use-edit.ts';
import { useMirrorStatus, useProject, useProjectView } from '../../state/project-context.ts';
import { useStudio } from '../../state/studio-context.ts';
import { useSceneShots } from '../../state/use-shots.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, PanelGroup, PanelHandle } from '../../ui/panels.tsx';
import { useWindowIsNarrow } from '../../ui/use-window-is-narrow.ts';
import { useWords } from '../../words/use-words.ts';
import { Bin } from './bin/bin.tsx';
import { useFollowComments } from './comments/use-follow-comments.ts';
import { createCut } from './create-cut.ts';
import { CutContext, useCut, useCutView } from './cut-context.ts';
import { CutSkeleton } from './cut-skeleton.tsx';
import { Inspector } from './inspector/inspector.tsx';
import { PartDialogs } from './parts/part-dialogs.tsx';
import { TimelinePanel } from './stage/timeline-panel.tsx';
import { useRememberedView } from './use-remembered-view.ts';
import { ViewerArea } from './viewer-area.tsx';

/** The Cut page: bin, viewer and inspector over the timeline. */
export function CutPage() {
  const project = useProject();
  const [cut] = useState(() => createCut(project));
  const status = useMirrorStatus();
  const words = useWords('timeline');
  useEffect(() => cut.live.follow(), [cut]);
  useRememberedView(cut, project.projectId);
  return (
    <CutContext value={cut}>
      <h1 className="sr-only">{words.title}</h1>
      {status === 'ready' ? <CutDesk /> : <CutSkeleton />}
      <CommentsFollowed />
      <PartDialogs />
    </CutContext>
  );
}

function CommentsFollowed() {
  useFollowComments();
  return null;
}

function CutDesk() {
  const { live } = useCut();
  const words = useWords('timeline');
  const isEmpty = useSyncExternalStore(live.subscribe, () => live.index().items.size === 0);
  const isNarrow = useWindowIsNarrow();
  const someItem = useProjectView((state) => state.itemIds.size > 0);
  const someTransition = useCutView((state) => state.transitionId !== null);
  // In a small window the viewer has its room until there is something to inspect.
  const isInspected = !isNarrow || someItem || someTransition;
  return (
    <PanelGroup orientation="vertical" className="flex-1">
      <Panel id="cut-top" minSize={160} defaultSize="54%">
        <PanelGroup orientation="horizontal" className="flex-1">
          <Panel id="bin" minSize={180} defaultSize={264} groupResizeBehavior="preserve-pixel-size">
            <Bin />
          </Panel>
          <PanelHandle label={words.binWidth} />
          <Panel id="viewer" minSize={280}>
            <ViewerArea />
          </Panel>
          {isInspected ? (
            <>
              <PanelHandle label={words.inspectorWidth} />
              <Panel id="inspector" minSize={220} defaultSize={276} groupResizeBehavior="preserve-pixel-size">
                <Inspector />
              </Panel>
            </>
          ) : null}
        </PanelGroup>
      </Panel>
      <PanelHandle label={words.timelineHeight} />
      <Panel id="timeline" minSize={140}>
        {isEmpty ? <EmptyTimeline /> : <TimelinePanel />}
      </Panel>
    </PanelGroup>
  );
}

/** What the page is for, and the one thing to do. */
function EmptyTimeline() {
  const { projectId } = useProject();
  const { client, navigate } = useStudio();
  const words = useWords('timeline');
  const edit = useEdit();
  const [isBusy, setBusy] = useState(false);
  const assemble = async (): Promise<void> => {
    setBusy(true);
    await edit(() => client.timeline.assemble({ projectId }));
    setBusy(false);
  };
  useCommands({ 'timeline.assemble': { run: () => void assemble() } });
  const { shortcut } = useCommandButton('timeline.assemble');
  const hasShots = useSceneShots().some(({ shotIds }) => shotIds.length > 0);
  if (!hasShots) {
    return (
      <EmptyState
        icon={Clapperboard}
        title={words.emptyTitle}
        text={words.emptyNoShots}
        actions={
          <Button variant="primary" onClick={() => navigate({ at: 'project', projectId, page: 'write' })}>
            {words.emptyWrite}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={Clapperboard}
      title={words.emptyTitle}
      text={words.emptyText}
      actions={
        <Button variant="primary" busy={isBusy} shortcut={shortcut} onClick={() => void assemble()}>
          {words.emptyAction}
        </Button>
      }
    />
  );
}
