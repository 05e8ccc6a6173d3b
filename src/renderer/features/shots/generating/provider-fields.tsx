import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useGeneration } from './use-generation.ts';

/** Choosing who generates. Where a key is missing it says where that goes. */
export function ProviderFields() {
  const words = useWords('shots');
  const { navigate } = useStudio();
  const { providers, provider, preference, isReady, choose } = useGeneration();
  const nameOf = (id: string): string => (id === 'animatic' ? words.animatic : titleOf(id));
  const models = (list: readonly string[], usual: string | undefined) => [
    { value: '', label: usual === undefined ? words.providerDefault : `${words.providerDefault} · ${usual}` },
    ...list.map((value) => ({ value, label: value })),
  ];
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={words.provider}
        labelAt="beside"
        value={preference.provider}
        options={(providers ?? []).map((info) => ({
          value: info.provider,
          label: info.free
            ? words.providerFree(nameOf(info.provider))
            : info.ready
              ? nameOf(info.provider)
              : words.providerNoKey(nameOf(info.provider)),
        }))}
        onChange={(value) => choose({ provider: value, stillModel: null, clipModel: null })}
      />
      {isReady ? null : (
        <div className="flex items-start gap-2 rounded-inner bg-info-soft p-2 text-sm text-text">
          <span className="min-w-0 flex-1">{words.notReady(nameOf(preference.provider))}</span>
          <Button size="small" onClick={() => navigate({ at: 'settings', sheet: 'keys' })}>
            {words.openSettings}
          </Button>
        </div>
      )}
      {provider === null || provider.free ? null : (
        <>
          <Select
            label={words.stillModel}
            labelAt="beside"
            value={preference.stillModel ?? ''}
            options={models(provider.models.still ?? [], provider.defaultModels.still ?? '')}
            onChange={(value) => choose({ stillModel: value === '' ? null : value })}
          />
          <Select
            label={words.clipModel}
            labelAt="beside"
            value={preference.clipModel ?? ''}
            options={models(provider.models.clip ?? [], provider.defaultModels.clip ?? '')}
            onChange={(value) => choose({ clipModel: value === '' ? null : value })}
          />
        </>
      )}
      <div className="flex items-center justify-between gap-2">
        <span className="text-sm text-muted">{words.upTo}</span>
        <Segmented
          label={words.upTo}
          value={preference.upTo}
          options={[
            { value: 'still', label: words.upToOptions.still },
            { value: 'clip', label: words.upToOptions.clip },
          ]}
          onChange={(upTo) => choose({ upTo })}
        />
      </div>
    </div>
  );
}

function titleOf(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}
