import { Plus, X } from 'lucide-react';
import type { ShotEdit } from '../../../../domain/shots/commands/edit-shot.ts';
import type { Shot } from '../../../../domain/shots/shot.ts';
import { useRows } from '../../../state/project-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import { textOrNull } from './common-fields.ts';

/** The line that is spoken during the shot, or a way to add one. */
export function DialogueFields({
  shot,
  onEdit,
}: {
  readonly shot: Shot;
  readonly onEdit: (fields: ShotEdit) => unknown;
}) {
  const words = useWords('shots');
  const cast = useRows('cast');
  const { dialogue } = shot;
  if (dialogue === null) {
    const speaker = shot.characters[0] ?? cast[0]?.name ?? '';
    return (
      <Button
        size="small"
        variant="quiet"
        icon={Plus}
        className="self-start"
        onClick={() => onEdit({ dialogue: { speaker, text: '…', parenthetical: null, offScreen: false } })}
      >
        {words.addLine}
      </Button>
    );
  }
  const names = [...new Set([dialogue.speaker, ...cast.map(({ name }) => name)])].filter(
    (name) => name !== '',
  );
  const set = (fields: Partial<typeof dialogue>): unknown => onEdit({ dialogue: { ...dialogue, ...fields } });
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={words.field.speaker}
          value={dialogue.speaker}
          options={names.map((value) => ({ value, label: value }))}
          onChange={(speaker) => set({ speaker })}
        />
        <TextField
          label={words.field.parenthetical}
          value={dialogue.parenthetical ?? ''}
          maxLength={500}
          onCommit={(value) => set({ parenthetical: textOrNull(value) })}
        />
      </div>
      <TextArea
        label={words.field.line}
        value={dialogue.text}
        rows={2}
        maxLength={10_000}
        onCommit={(text) => set({ text: text.trim() })}
      />
      <div className="flex items-center justify-between gap-2">
        <Checkbox
          label={words.field.offScreen}
          checked={dialogue.offScreen}
          onChange={(offScreen) => set({ offScreen })}
        />
        <Button size="small" variant="quiet" icon={X} onClick={() => onEdit({ dialogue: null })}>
          {words.removeLine}
        </Button>
      </div>
    </div>
  );
}
