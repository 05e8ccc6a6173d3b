import { frameFlicks } from '../../../../domain/kernel/time.ts';
import { isOnMain, type Placed } from '../../../../domain/timeline/queries.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import { TimecodeField } from '../../../ui/timecode-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useCutView } from '../cut-context.ts';
import { endOfPlaced } from '../editing/selection.ts';
import { Section } from './section.tsx';
import { useTimelineEdit } from './use-timeline-edit.ts';

/** Where an item lies, and how it comes and goes; every time is typed, dragged or stepped. */
export function TimeSection({ placed, index }: { readonly placed: Placed; readonly index: TimelineIndex }) {
  const words = useWords('timeline');
  const edit = useTimelineEdit();
  const ripple = useCutView((state) => state.ripple);
  const { item, startFlicks } = placed;
  const { rate } = index;
  const onMain = isOnMain(index, item);
  const end = endOfPlaced(placed);
  const itemId = item.id;
  const trim = (edge: 'start' | 'end', toFlicks: number) =>
    edit((timeline, projectId) =>
      onMain && ripple
        ? timeline.rippleTrim({ projectId, itemId, edge, toFlicks })
        : timeline.trim({ projectId, itemId, edge, toFlicks }),
    );
  const isGap = item.kind === 'gap';
  return (
    <>
      <Section title={words.time}>
        <TimecodeField
          label={words.start}
          labelAt="beside"
          valueFlicks={Math.max(0, startFlicks)}
          rate={rate}
          readOnly={onMain}
          onCommit={(atFlicks) =>
            edit((timeline, projectId) => timeline.place({ projectId, itemId, atFlicks, trackId: null }))
          }
        />
        <TimecodeField
          label={words.end}
          labelAt="beside"
          valueFlicks={end}
          rate={rate}
          readOnly={isGap}
          onCommit={(to) => trim('end', to)}
        />
        <TimecodeField
          label={words.length}
          labelAt="beside"
          valueFlicks={item.durationFlicks}
          minFlicks={frameFlicks(rate)}
          rate={rate}
          readOnly={isGap}
          onCommit={(length) => trim('end', startFlicks + length)}
        />
        {item.kind === 'clip' && item.sourceLengthFlicks > 0 ? (
          <TimecodeField
            label={words.sourceIn}
            labelAt="beside"
            valueFlicks={item.sourceInFlicks}
            maxFlicks={Math.max(0, item.sourceLengthFlicks - item.durationFlicks)}
            rate={rate}
            onCommit={(to) =>
              edit((timeline, projectId) =>
                timeline.slip({ projectId, itemId, byFlicks: to - item.sourceInFlicks }),
              )
            }
          />
        ) : null}
      </Section>
      {item.kind === 'clip' || item.kind === 'title' ? (
        <Section title={words.fades}>
          <TimecodeField
            label={words.fadeIn}
            labelAt="beside"
            valueFlicks={item.fadeInFlicks}
            maxFlicks={item.durationFlicks - item.fadeOutFlicks}
            rate={rate}
            onCommit={(durationFlicks) =>
              edit((timeline, projectId) =>
                timeline.setFade({ projectId, itemId, edge: 'in', durationFlicks }),
              )
            }
          />
          <TimecodeField
            label={words.fadeOut}
            labelAt="beside"
            valueFlicks={item.fadeOutFlicks}
            maxFlicks={item.durationFlicks - item.fadeInFlicks}
            rate={rate}
            onCommit={(durationFlicks) =>
              edit((timeline, projectId) =>
                timeline.setFade({ projectId, itemId, edge: 'out', durationFlicks }),
              )
            }
          />
        </Section>
      ) : null}
    </>
  );
}
