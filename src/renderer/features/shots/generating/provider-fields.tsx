import type { ProviderInfo } from '../../../../contract/jobs.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useGeneration } from './use-generation.ts';
import { useModelNames } from './use-model-names.ts';

/** Choosing who makes the stills and who the clips. Where a key is missing it says where that goes. */
export function ProviderFields() {
  const words = useWords('generating');
  const models = useWords('models');
  const { navigate } = useStudio();
  const { projectId } = useProject();
  const { stillMaker, clipMaker, preference, choose, chooseMaker } = useGeneration();
  const { provider, clipProvider, upTo } = preference;
  const nameOf = useMakerName();
  const labelOf = useModelNames();
  return (
    <div className="flex flex-col gap-2">
      <MakerSelect
        label={models.stillsBy}
        kind="still"
        value={provider}
        onChange={(name) => chooseMaker('still', name, null)}
      />
      <MissingKey maker={stillMaker} />
      <ModelSelect
        label={words.stillModel}
        kind="still"
        maker={stillMaker}
        labelOf={labelOf}
        value={preference.stillModel}
        onChange={(model) => chooseMaker('still', provider, model)}
      />
      {upTo === 'still' ? null : (
        <>
          <MakerSelect
            label={models.clipsBy}
            kind="clip"
            value={clipProvider ?? ''}
            same={stillMaker?.defaultModels.clip === undefined ? null : models.same(nameOf(provider))}
            onChange={(name) => chooseMaker('clip', name === '' ? null : name, null)}
          />
          {clipMaker === stillMaker ? null : <MissingKey maker={clipMaker} />}
          <ModelSelect
            label={words.clipModel}
            kind="clip"
            maker={clipMaker}
            labelOf={labelOf}
            value={preference.clipModel}
            onChange={(model) => chooseMaker('clip', clipProvider, model)}
          />
        </>
      )}
      <Button
        size="small"
        variant="quiet"
        className="self-start"
        onClick={() => navigate({ at: 'settings', sheet: 'models', filmId: projectId })}
      >
        {models.filmModels}
      </Button>
      <div className="flex items-center justify-between gap-2">
        <span className="text-sm text-muted">{words.upTo}</span>
        <Segmented
          label={words.upTo}
          value={upTo}
          options={[
            { value: 'still', label: words.upToOptions.still },
            { value: 'clip', label: words.upToOptions.clip },
          ]}
          onChange={(next) => choose({ upTo: next })}
        />
      </div>
    </div>
  );
}

function MakerSelect({
  label,
  kind,
  value,
  same = null,
  onChange,
}: {
  readonly label: string;
  readonly kind: 'still' | 'clip';
  readonly value: string;
  /** The words for "whoever makes the stills"; null where that one makes none of this kind. */
  readonly same?: string | null;
  readonly onChange: (provider: string) => void;
}) {
  const words = useWords('generating');
  const { providers } = useGeneration();
  const nameOf = useMakerName();
  const makers = (providers ?? []).filter(({ defaultModels }) => defaultModels[kind] !== undefined);
  const options = makers.map(({ provider, free, ready }) => ({
    value: provider,
    label: free
      ? words.providerFree(nameOf(provider))
      : ready
        ? nameOf(provider)
        : words.providerNoKey(nameOf(provider)),
  }));
  return (
    <Select
      label={label}
      labelAt="beside"
      value={value}
      options={same === null ? options : [{ value: '', label: same }, ...options]}
      onChange={onChange}
    />
  );
}

function ModelSelect({
  label,
  kind,
  maker,
  labelOf,
  value,
  onChange,
}: {
  readonly label: string;
  readonly kind: 'still' | 'clip';
  readonly maker: ProviderInfo | null;
  readonly labelOf: (provider: string, id: string) => string;
  readonly value: string | null;
  readonly onChange: (model: string | null) => void;
}) {
  const words = useWords('generating');
  if (maker === null || maker.free) return null;
  const usual = maker.defaultModels[kind] ?? '';
  return (
    <Select
      label={label}
      labelAt="beside"
      value={value ?? ''}
      options={[
        { value: '', label: `${words.providerDefault} · ${labelOf(maker.provider, usual)}` },
        ...(maker.models[kind] ?? []).map((id) => ({ value: id, label: labelOf(maker.provider, id) })),
      ]}
      onChange={(id) => onChange(id === '' ? null : id)}
    />
  );
}

function MissingKey({ maker }: { readonly maker: ProviderInfo | null }) {
  const words = useWords('generating');
  const { navigate } = useStudio();
  const nameOf = useMakerName();
  if (maker === null || maker.ready) return null;
  return (
    <div className="flex items-start gap-2 rounded-inner bg-info-soft p-2 text-sm text-text">
      <span className="min-w-0 flex-1">{words.notReady(nameOf(maker.provider))}</span>
      <Button size="small" onClick={() => navigate({ at: 'settings', sheet: 'keys' })}>
        {words.openSettings}
      </Button>
    </div>
  );
}

function useMakerName(): (provider: string) => string {
  const names: Readonly<Record<string, string>> = useWords('models').names;
  return (id) => names[id] ?? id;
}
