import { useCallback, useState } from 'react';
import type { ModelField } from '../../../../domain/jobs/model-form.ts';
import type { JsonValue } from '../../../../domain/kernel/patch.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { Waiting } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { ModelFieldInput } from './model-field-input.tsx';
import type { KindChoice } from './use-model-choices.ts';

type Extra = KindChoice['extra'];

/** The model's own form, made of its schema. It is read when it is opened: that is a question to the provider, and free. */
export function ModelForm(props: {
  readonly provider: string;
  readonly model: string;
  readonly extra: Extra;
  readonly onChange: (extra: Extra) => Promise<boolean>;
}) {
  const words = useWords('models').form;
  const [isOpen, setOpen] = useState(() => Object.keys(props.extra).length > 0);
  if (isOpen) return <OpenForm {...props} />;
  return (
    <Button size="small" variant="quiet" className="self-start" onClick={() => setOpen(true)}>
      {words.show}
    </Button>
  );
}

function OpenForm({
  provider,
  model,
  extra,
  onChange,
}: {
  readonly provider: string;
  readonly model: string;
  readonly extra: Extra;
  readonly onChange: (extra: Extra) => Promise<boolean>;
}) {
  const words = useWords('models').form;
  const { client } = useStudio();
  const ask = useCallback(() => client.models.form({ provider, id: model }), [client, provider, model]);
  const { asked, again } = useAsked(ask);
  const set = (name: string, value: JsonValue | null): Promise<boolean> => {
    const { [name]: _before, ...others } = extra;
    return onChange(value === null ? others : ({ ...others, [name]: value } as Extra));
  };
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      <h4 className="text-sm font-medium text-text">{words.title}</h4>
      <Waiting asked={asked} again={again} rows={2}>
        {({ fields }) =>
          fields.length === 0 ? (
            <p className="text-sm text-muted">{words.none}</p>
          ) : (
            <>
              <p className="text-sm text-muted">{words.text}</p>
              <div className="grid grid-cols-2 gap-x-4 gap-y-3">
                {fields.map((field: ModelField) => (
                  <ModelFieldInput
                    key={field.name}
                    field={field}
                    value={extra[field.name] as JsonValue | undefined}
                    onSet={(value) => set(field.name, value)}
                  />
                ))}
              </div>
              {Object.keys(extra).length === 0 ? null : (
                <Button size="small" className="self-start" onClick={() => void onChange({})}>
                  {words.clear}
                </Button>
              )}
            </>
          )
        }
      </Waiting>
    </div>
  );
}
