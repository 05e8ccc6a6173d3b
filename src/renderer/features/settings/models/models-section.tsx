import { useCallback } from 'react';
import type { ProviderInfo } from '../../../../contract/jobs.ts';
import type { JsonValue } from '../../../../domain/kernel/patch.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { useWords } from '../../../words/use-words.ts';
import { Section, Waiting } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { usePreference } from '../use-preference.ts';

type Chosen = { readonly [field: string]: JsonValue };

/** Who generates, and with which models, until somebody chooses on the Board. The Board keeps its choice under the same name. */
export function ModelsSection() {
  const words = useWords('settings');
  const { client, navigate } = useStudio();
  const revision = useStudioState(({ keysRevision }) => keysRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision asks again
  const ask = useCallback(() => client.jobs.providers(), [client, revision]);
  const { asked, again } = useAsked(ask);
  const [preference, setPreference] = usePreference('generation');
  const chosen: Chosen =
    typeof preference === 'object' && preference !== null && !Array.isArray(preference)
      ? (preference as Chosen)
      : {};
  const choose = (fields: Chosen): void =>
    setPreference({
      provider: 'animatic',
      stillModel: null,
      clipModel: null,
      upTo: 'clip',
      ...chosen,
      ...fields,
    });
  return (
    <Section title={words.sections.models} text={words.modelsText}>
      <Waiting asked={asked} again={again} rows={3}>
        {(providers) => {
          const provider = providers.find((info) => info.provider === chosen['provider']) ?? providers[0];
          if (provider === undefined) return null;
          return (
            <div className="flex max-w-110 flex-col gap-4">
              <Select
                label={words.maker}
                value={provider.provider}
                options={providers.map((info) => ({
                  value: info.provider,
                  label: nameOf(info, words.makers),
                }))}
                onChange={(name) => choose({ provider: name, stillModel: null, clipModel: null })}
              />
              {provider.free ? (
                <p className="text-sm text-faint">{words.animaticModels}</p>
              ) : (
                <>
                  <ModelSelect
                    label={words.stillModel}
                    models={provider.models.still ?? []}
                    usual={provider.defaultModels.still ?? ''}
                    value={chosen['stillModel']}
                    onChange={(stillModel) => choose({ provider: provider.provider, stillModel })}
                  />
                  <ModelSelect
                    label={words.clipModel}
                    models={provider.models.clip ?? []}
                    usual={provider.defaultModels.clip ?? ''}
                    value={chosen['clipModel']}
                    onChange={(clipModel) => choose({ provider: provider.provider, clipModel })}
                  />
                </>
              )}
              {provider.ready ? null : (
                <p className="flex items-center gap-3 text-sm text-accent-text">
                  {words.makerNotReady}
                  <Button size="small" onClick={() => navigate({ at: 'settings', sheet: 'keys' })}>
                    {words.toKeys}
                  </Button>
                </p>
              )}
            </div>
          );
        }}
      </Waiting>
    </Section>
  );
}

function nameOf({ provider }: ProviderInfo, names: Readonly<Record<string, string>>): string {
  return Object.hasOwn(names, provider) ? (names[provider] ?? provider) : provider;
}

const usualValue = '';

function ModelSelect({
  label,
  models,
  usual,
  value,
  onChange,
}: {
  readonly label: string;
  readonly models: readonly string[];
  readonly usual: string;
  readonly value: JsonValue | undefined;
  readonly onChange: (model: string | null) => void;
}) {
  const words = useWords('settings');
  return (
    <Select
      label={label}
      value={typeof value === 'string' ? value : usualValue}
      options={[
        { value: usualValue, label: words.usualModel(usual) },
        ...models.map((model) => ({ value: model, label: model })),
      ]}
      onChange={(model) => onChange(model === usualValue ? null : model)}
    />
  );
}
