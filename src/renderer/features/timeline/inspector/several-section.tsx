import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import type { Selection } from '../editing/selection.ts';
import { Heading } from './heading.tsx';
import { Section } from './section.tsx';
import { SliderRow } from './slider-row.tsx';
import { useTimelineEdit } from './use-timeline-edit.ts';

/** What several clips share: setting it sets it for all of them, as one edit. */
export function SeveralSection({ selection }: { readonly selection: Selection }) {
  const words = useWords('timeline');
  const formats = useFormats();
  const edit = useTimelineEdit();
  const clips = selection.placed.map(({ item }) => item).filter((item) => item.kind === 'clip');
  const total = selection.placed.reduce((sum, { item }) => sum + item.durationFlicks, 0);
  const [first] = clips;
  const set = (fields: Partial<Pick<ClipItem, 'opacity' | 'fit' | 'gainDb' | 'muted'>>) =>
    edit((timeline, projectId) =>
      timeline.setClips({ projectId, itemIds: clips.map(({ id }) => id), ...fields }),
    );
  return (
    <>
      <Heading title={words.selected(selection.placed.length)} more={formats.duration(total)} />
      {first === undefined ? null : (
        <Section title={words.allClips(clips.length)}>
          <SliderRow
            label={words.opacity}
            mixed={clips.some(({ opacity }) => opacity !== first.opacity)}
            value={Math.round(first.opacity * 100)}
            min={0}
            max={100}
            step={1}
            unit="%"
            onCommit={(value) => set({ opacity: value / 100 })}
          />
          <SliderRow
            label={words.gain}
            mixed={clips.some(({ gainDb }) => gainDb !== first.gainDb)}
            value={first.gainDb}
            min={-60}
            max={12}
            step={0.5}
            digits={1}
            unit="dB"
            onCommit={(gainDb) => set({ gainDb })}
          />
          <div className="flex items-center gap-2">
            <span className="w-18 text-sm text-muted">{words.fit}</span>
            <Segmented
              label={words.fit}
              value={clips.every(({ fit }) => fit === first.fit) ? first.fit : ('' as ClipItem['fit'])}
              options={[
                { value: 'fill', label: words.fitKind.fill },
                { value: 'fit', label: words.fitKind.fit },
              ]}
              onChange={(fit) => void set({ fit })}
            />
          </div>
          <Switch
            label={words.muted}
            checked={clips.every(({ muted }) => muted)}
            onChange={(muted) => set({ muted })}
          />
        </Section>
      )}
    </>
  );
}
