import { type CaptionItem, type TitleItem, TitleStyle } from '../../../../domain/timeline/records.ts';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import { Heading } from './heading.tsx';
import { Section } from './section.tsx';
import { useTimelineEdit } from './use-timeline-edit.ts';

export function TitleSection({ title }: { readonly title: TitleItem }) {
  const words = useWords('timeline');
  const edit = useTimelineEdit();
  const { id: itemId, text, style } = title;
  const set = (fields: { readonly text?: string; readonly style?: TitleStyle }) =>
    edit((timeline, projectId) => timeline.editTitle({ projectId, itemId, text, style, ...fields }));
  return (
    <>
      <Heading title={words.kind.title} />
      <Section title={words.words}>
        <TextArea
          label={words.text}
          labelAt="hidden"
          value={text}
          onCommit={(next) => (next.trim() === '' ? null : set({ text: next }))}
        />
        <Select
          label={words.style}
          labelAt="beside"
          value={style}
          options={TitleStyle.options.map((value) => ({ value, label: words.titleStyle[value] }))}
          onChange={(next) => set({ style: next })}
        />
      </Section>
    </>
  );
}

export function CaptionSection({ caption }: { readonly caption: CaptionItem }) {
  const words = useWords('timeline');
  const edit = useTimelineEdit();
  const { id: itemId, text, speaker } = caption;
  const set = (fields: { readonly text?: string; readonly speaker?: string | null }) =>
    edit((timeline, projectId) => timeline.editCaption({ projectId, itemId, text, speaker, ...fields }));
  return (
    <>
      <Heading title={words.kind.caption} />
      <Section title={words.words}>
        <TextArea
          label={words.text}
          labelAt="hidden"
          value={text}
          onCommit={(next) => (next.trim() === '' ? null : set({ text: next }))}
        />
        <TextField
          label={words.speaker}
          labelAt="beside"
          value={speaker ?? ''}
          onCommit={(next) => set({ speaker: next.trim() === '' ? null : next.trim() })}
        />
      </Section>
    </>
  );
}
