import { projectRate } from '../../../../domain/project/project.ts';
import type { ShotEdit } from '../../../../domain/shots/commands/edit-shot.ts';
import { CameraMove, type Shot, ShotAngle, ShotSize, TransitionOut } from '../../../../domain/shots/shot.ts';
import { useRows } from '../../../state/project-context.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TimecodeField } from '../../../ui/timecode-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import { commonValue } from './common-fields.ts';

/** How the shots are taken. With several, a field that differs says so, and a choice sets all of them. */
export function CameraFields({
  shots,
  onEdit,
}: {
  readonly shots: readonly Shot[];
  readonly onEdit: (fields: ShotEdit) => unknown;
}) {
  const words = useWords('shots');
  const project = useRows('project')[0];
  const first = shots[0];
  if (first === undefined || project === undefined) return null;
  const options = <V extends string>(values: readonly V[], names: Readonly<Record<V, string>>) =>
    values.map((value) => ({ value, label: names[value] }));
  const lensMm = commonValue(shots, 'lensMm');
  const durationFlicks = commonValue(shots, 'durationFlicks');
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-2">
      <Select
        label={words.field.size}
        value={commonValue(shots, 'size')}
        placeholder={words.mixed}
        options={options(ShotSize.options, words.size)}
        onChange={(size) => onEdit({ size })}
      />
      <Select
        label={words.field.angle}
        value={commonValue(shots, 'angle')}
        placeholder={words.mixed}
        options={options(ShotAngle.options, words.angle)}
        onChange={(angle) => onEdit({ angle })}
      />
      <Select
        label={words.field.move}
        value={commonValue(shots, 'move')}
        placeholder={words.mixed}
        options={options(CameraMove.options, words.move)}
        onChange={(move) => onEdit({ move })}
      />
      <Select
        label={words.field.transition}
        value={commonValue(shots, 'transitionOut')}
        placeholder={words.mixed}
        options={options(TransitionOut.options, words.transition)}
        onChange={(transitionOut) => onEdit({ transitionOut })}
      />
      <NumberField
        label={lensMm === null ? `${words.field.lens} · ${words.mixed}` : words.field.lens}
        value={lensMm ?? first.lensMm}
        min={4}
        max={2000}
        step={1}
        unit={words.mm}
        onCommit={(value) => onEdit({ lensMm: value })}
      />
      <TimecodeField
        label={durationFlicks === null ? `${words.field.duration} · ${words.mixed}` : words.field.duration}
        valueFlicks={durationFlicks ?? first.durationFlicks}
        rate={projectRate(project)}
        onCommit={(value) => onEdit({ durationFlicks: value })}
      />
    </div>
  );
}
