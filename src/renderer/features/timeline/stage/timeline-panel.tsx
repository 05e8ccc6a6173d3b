import { useMemo } from 'react';
import { useCut } from '../cut-context.ts';
import { useCommandRefresh } from '../editing/use-command-refresh.ts';
import { useTimelineCommands } from '../editing/use-timeline-commands.ts';
import { useViewCommands } from '../editing/use-view-commands.ts';
import { createOverlay } from '../gestures/overlay.ts';
import { createStageModel } from './stage-model.ts';
import { StageScrollBar } from './stage-scroll-bar.tsx';
import { TimelineStage } from './timeline-stage.tsx';
import { TimelineToolbar } from './timeline-toolbar.tsx';
import { TrackHeaders } from './track-headers.tsx';
import { useDesk } from './use-desk.ts';

/** The timeline at full width: tools, names of the tracks, the tracks. */
export function TimelinePanel() {
  const { live, view } = useCut();
  const model = useMemo(() => createStageModel(live, view), [live, view]);
  // Commands draw nothing over the canvas.
  const overlay = useMemo(() => createOverlay(() => null, view.getState), [view]);
  useTimelineCommands(useDesk(model, overlay));
  useViewCommands(model);
  useCommandRefresh();
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <TimelineToolbar model={model} />
      <div className="flex min-h-0 flex-1">
        <TrackHeaders model={model} />
        <div className="flex min-w-0 flex-1 flex-col">
          <TimelineStage model={model} />
          <StageScrollBar model={model} />
        </div>
      </div>
    </div>
  );
}
