import type { ModelField } from '../../../../domain/jobs/model-form.ts';
import type { JsonValue } from '../../../../domain/kernel/patch.ts';
import { parseNumber } from '../../../ui/parse-number.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';

/** One field of a model's form. Left empty it is as the model has it; what the model does not take is refused by the studio. */
export function ModelFieldInput({
  field,
  value,
  onSet,
}: {
  readonly field: ModelField;
  readonly value: JsonValue | undefined;
  readonly onSet: (value: JsonValue | null) => Promise<boolean>;
}) {
  const words = useWords('models').form;
  const formats = useFormats();
  const { minimum, maximum } = field;
  const range =
    minimum === null || maximum === null ? null : words.range(formats.typed(minimum), formats.typed(maximum));
  const hints = [field.description, range].filter((part) => part !== null);
  const hint = hints.length === 0 ? undefined : hints.join(' · ');
  const said = (one: JsonValue): string =>
    one === true
      ? words.on
      : one === false
        ? words.off
        : typeof one === 'number'
          ? formats.typed(one)
          : String(one);
  const usual = field.usual === null ? words.asUsual : words.usual(said(field.usual));
  if (field.kind === 'switch' || field.kind === 'choice') {
    const choices: readonly (string | number | boolean)[] =
      field.kind === 'switch' ? [true, false] : field.choices;
    return (
      <Select
        label={field.label}
        hint={hint}
        value={value === undefined ? '' : JSON.stringify(value)}
        options={[
          { value: '', label: usual },
          ...choices.map((one) => ({ value: JSON.stringify(one), label: said(one) })),
        ]}
        onChange={(text) => onSet(text === '' ? null : (JSON.parse(text) as JsonValue))}
      />
    );
  }
  return (
    <TextField
      label={field.label}
      hint={hint}
      value={value === undefined ? '' : said(value)}
      placeholder={usual}
      inputMode={field.kind === 'text' ? 'text' : 'decimal'}
      maxLength={field.mostCharacters ?? undefined}
      onCommit={(text) => {
        if (text.trim() === '') return onSet(null);
        // What is no number goes to the studio as it was typed, which names the field.
        return onSet(field.kind === 'text' ? text : (parseNumber(text) ?? text));
      }}
    />
  );
}
