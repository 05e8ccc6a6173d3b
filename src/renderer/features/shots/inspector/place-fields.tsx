import { Setting, TimeOfDay } from '../../../../domain/scenes/scene.ts';
import type { ShotEdit } from '../../../../domain/shots/commands/edit-shot.ts';
import type { Shot } from '../../../../domain/shots/shot.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import { commonValue, textOrNull } from './common-fields.ts';

/** Where and when it is, and how it feels. */
export function PlaceFields({
  shots,
  onEdit,
}: {
  readonly shots: readonly Shot[];
  readonly onEdit: (fields: ShotEdit) => unknown;
}) {
  const words = useWords('shots');
  const same = (field: 'place' | 'mood' | 'subject'): boolean =>
    shots.every((shot) => shot[field] === shots[0]?.[field]);
  const text = (field: 'place' | 'mood' | 'subject') => ({
    label: words.field[field],
    value: commonValue(shots, field) ?? '',
    placeholder: same(field) ? '' : words.mixed,
    maxLength: 500,
    onCommit: (value: string) => onEdit({ [field]: textOrNull(value) }),
  });
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-2">
      <TextField {...text('place')} className="col-span-2" />
      <Select
        label={words.field.setting}
        value={commonValue(shots, 'setting')}
        placeholder={words.mixed}
        options={Setting.options.map((value) => ({ value, label: words.setting[value] }))}
        onChange={(setting) => onEdit({ setting })}
      />
      <Select
        label={words.field.time}
        value={commonValue(shots, 'timeOfDay')}
        placeholder={words.mixed}
        options={TimeOfDay.options.map((value) => ({ value, label: words.time[value] }))}
        onChange={(timeOfDay) => onEdit({ timeOfDay })}
      />
      <TextField {...text('mood')} />
      <TextField {...text('subject')} />
    </div>
  );
}
