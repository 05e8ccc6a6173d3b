import { useEffect, useMemo, useRef } from 'react';
import { useCommandEntries } from '../../../actions/use-command-entries.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { ContextMenu } from '../../../ui/context-menu.tsx';
import { useWords } from '../../../words/use-words.ts';
import { CommentMarks } from '../comments/comment-marks.tsx';
import { useCut } from '../cut-context.ts';
import { createOverlay } from '../gestures/overlay.ts';
import { ClipGrid } from './clip-grid.tsx';
import { createClipLabels } from './clip-labels.ts';
import { clipMenu, stageMenu, transitionMenu } from './menus.ts';
import { OverlayLayer } from './overlay-layer.tsx';
import { Playhead } from './playhead.tsx';
import type { StageModel } from './stage-model.ts';
import { startPainter } from './stage-painter.ts';
import { startPointing } from './stage-pointing.ts';
import { useDesk } from './use-desk.ts';
import { useDropMedia } from './use-drop-media.ts';

/** Ruler and tracks: one canvas for everything, a few elements over it for what moves with a gesture. */
export function TimelineStage({ model }: { readonly model: StageModel }) {
  const cut = useCut();
  const { mirror, shots, view } = useProject();
  const { host } = useStudio();
  const words = useWords('timeline');
  const shotWords = useWords('shots');
  const soundWords = useWords('placedSound');
  const entries = useCommandEntries();
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const overlay = useMemo(() => createOverlay(() => layer.current, cut.view.getState), [cut]);
  const labels = useMemo(
    () =>
      createClipLabels(
        mirror,
        shots,
        () => ({ shots: shotWords, timeline: words, placedSound: soundWords }),
        () => cut.imported.getState().assets,
      ),
    [mirror, shots, shotWords, soundWords, words, cut],
  );
  const desk = useDesk(model, overlay);
  const drop = useDropMedia(desk);

  useEffect(() => {
    const [place, surface] = [stage.current, canvas.current];
    if (place === null || surface === null) return;
    const painter = startPainter(surface, cut, view, shots, model, labels);
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      cut.view.setState({ widthPx: Math.floor(width), heightPx: Math.floor(height) });
      model.fitIfWanted();
      model.keepInView();
      painter.invalidate();
    });
    observer.observe(place);
    const stopPointing = startPointing(place, desk, model, painter, host.platform === 'darwin', ({ item }) =>
      labels.nameOf(item),
    );
    return () => {
      stopPointing();
      observer.disconnect();
      painter.stop();
    };
  }, [cut, view, shots, model, labels, desk, host]);

  const menu = () => {
    if (cut.view.getState().transitionId !== null) return entries(transitionMenu);
    return entries(view.getState().itemIds.size > 0 ? clipMenu : stageMenu);
  };
  return (
    <ContextMenu entries={menu}>
      <div
        ref={stage}
        tabIndex={-1}
        data-testid="timeline-stage"
        className="relative min-w-0 flex-1 touch-none overflow-hidden outline-none"
        {...drop}
      >
        <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
        <ClipGrid model={model} labels={labels} />
        <CommentMarks />
        <Playhead />
        <OverlayLayer ref={layer} />
      </div>
    </ContextMenu>
  );
}
