import { Plus } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useCut, useCutView } from '../cut-context.ts';
import { rulerHeightPx } from '../geometry/track-layout.ts';
import type { StageModel } from './stage-model.ts';
import { TimecodeNow } from './timecode-now.tsx';
import { TrackHeader } from './track-header.tsx';
import { useTrackEdits } from './use-track-edits.ts';

/** The column of names and switches at the left of the stage. It scrolls with the tracks. */
export function TrackHeaders({ model }: { readonly model: StageModel }) {
  const { live, view: cut } = useCut();
  const words = useWords('timeline');
  const edits = useTrackEdits();
  useSyncExternalStore(live.settled.subscribe, live.settled.revision);
  useCutView((state) => state.trackHeights);
  useCutView((state) => state.heightPx);
  const rows = model.rows();
  const stack = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = (): void => {
      if (stack.current !== null) {
        stack.current.style.transform = `translateY(${-cut.getState().scrollTopPx}px)`;
      }
    };
    place();
    return cut.subscribe((now, before) => {
      if (now.scrollTopPx !== before.scrollTopPx) place();
    });
  }, [cut]);
  return (
    <div className="flex w-44 shrink-0 flex-col border-r border-line bg-panel">
      <div
        className="z-1 flex shrink-0 items-center justify-between border-b border-line bg-panel pr-1 pl-2"
        style={{ height: rulerHeightPx }}
      >
        <TimecodeNow />
        <Menu
          trigger={<IconButton size="tiny" icon={Plus} label={words.addTrack} />}
          entries={[
            { kind: 'item', label: words.addVideoTrack, onSelect: () => edits.add('video') },
            { kind: 'item', label: words.addAudioTrack, onSelect: () => edits.add('audio') },
            { kind: 'item', label: words.addTitleTrack, onSelect: () => edits.add('title') },
            { kind: 'item', label: words.addCaptionTrack, onSelect: () => edits.add('caption') },
          ]}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-hidden">
        <div ref={stack}>
          {rows.map((row, place) => (
            <TrackHeader
              key={row.track.id}
              row={row}
              above={rows[place - 1]?.track ?? null}
              below={rows[place + 1]?.track ?? null}
              edits={edits}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
