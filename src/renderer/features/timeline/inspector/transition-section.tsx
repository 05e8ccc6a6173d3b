import { frameFlicks } from '../../../../domain/kernel/time.ts';
import { Transition } from '../../../../domain/timeline/records.ts';
import type { TimelineIndex } from '../../../../domain/timeline/timeline-index.ts';
import { useCommandButton } from '../../../actions/use-command-button.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TimecodeField } from '../../../ui/timecode-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import { Heading } from './heading.tsx';
import { Section } from './section.tsx';
import { useTimelineEdit } from './use-timeline-edit.ts';

export function TransitionSection({
  transition: { leftItemId, kind, durationFlicks },
  index,
}: {
  readonly transition: Transition;
  readonly index: TimelineIndex;
}) {
  const words = useWords('timeline');
  const edit = useTimelineEdit();
  const { label, ...remove } = useCommandButton('timeline.removeTransition');
  return (
    <>
      <Heading title={words.transition} />
      <Section title={words.transitionKindTitle}>
        <Select
          label={words.transitionKindTitle}
          labelAt="hidden"
          value={kind}
          options={Transition.shape.kind.options.map((value) => ({
            value,
            label: words.transitionKind[value],
          }))}
          onChange={(next) =>
            void edit((timeline, projectId) =>
              timeline.setTransition({ projectId, leftItemId, kind: next, durationFlicks }),
            )
          }
        />
        <TimecodeField
          label={words.length}
          labelAt="beside"
          valueFlicks={durationFlicks}
          minFlicks={frameFlicks(index.rate)}
          rate={index.rate}
          onCommit={(length) =>
            edit((timeline, projectId) =>
              timeline.setTransition({ projectId, leftItemId, kind, durationFlicks: length }),
            )
          }
        />
        <Button size="small" {...remove}>
          {label}
        </Button>
      </Section>
    </>
  );
}
