import type { CommissionPrice } from '../../../actions/use-commission-price.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Select } from '../../../ui/select.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useModelNames } from '../generating/use-model-names.ts';
import { useProviders } from '../generating/use-providers.ts';

/** Which model makes a kind of sound for this film. */
export function MakerField({
  kind,
  price,
}: {
  readonly kind: 'speech' | 'music' | 'effect';
  /** Whose lines tell who makes it where nobody was chosen. */
  readonly price: CommissionPrice;
}) {
  const words = useWords('sound');
  const names: Readonly<Record<string, string>> = useWords('models').names;
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const providers = useProviders();
  const labelOf = useModelNames();
  const choice = useRow('project', projectId)?.modelChoices[kind] ?? null;
  const options = (providers ?? []).flatMap(({ provider, ready, models }) =>
    (models[kind] ?? []).map((model) => ({
      value: JSON.stringify([provider, model]),
      label: labelOf(provider, model),
      group: ready ? (names[provider] ?? provider) : words.noKey(names[provider] ?? provider),
      disabled: !ready,
    })),
  );
  const usual = price.estimate?.lines.find(({ model }) => model !== '') ?? null;
  return (
    <Select
      label={words.madeBy}
      value={choice === null ? '' : JSON.stringify([choice.provider, choice.model])}
      options={[
        { value: '', label: words.makerAny(usual === null ? null : labelOf(usual.provider, usual.model)) },
        ...options,
      ]}
      onChange={(value) => {
        const [provider, model] = value === '' ? [] : (JSON.parse(value) as [string, string]);
        const next =
          provider === undefined || model === undefined
            ? null
            : {
                ...{ provider, model },
                ...(choice?.otherwise === undefined ? {} : { otherwise: choice.otherwise }),
              };
        return edit(() => client.models.choose({ projectId, kind, choice: next }));
      }}
    />
  );
}
