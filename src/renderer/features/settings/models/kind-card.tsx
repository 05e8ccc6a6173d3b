import type { ModelCatalogue } from '../../../../contract/models.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { describeModel, nameWithPrice, priceOfModel } from '../../../words/describe-model.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { ModelForm } from './model-form.tsx';
import { type ModelKind, orderedKinds } from './model-kinds.ts';
import { OrderEditor } from './order-editor.tsx';
import { useMakerName } from './use-maker-name.ts';
import type { ModelChoices } from './use-model-choices.ts';

/** Who makes one kind, with what it can do and costs, and who else. */
export function KindCard({
  kind,
  catalogues,
  choices,
  ofAll,
}: {
  readonly kind: ModelKind;
  readonly catalogues: readonly ModelCatalogue[];
  readonly choices: ModelChoices;
  /** The choices of all films, where these are those of one; null where these are they. */
  readonly ofAll: ModelChoices | null;
}) {
  const isFilm = ofAll !== null;
  const words = useWords('models');
  const formats = useFormats();
  const nameOf = useMakerName();
  const makers = catalogues.filter(({ models }) => models.some((model) => model.kind === kind));
  const choice = choices.of(kind);
  const maker = makers.find(({ provider }) => provider === choice?.provider) ?? null;
  // While nothing is chosen here it is said what that comes to.
  const meant = choice ?? ofAll?.of(kind) ?? null;
  const shown =
    makers.find(({ provider, ready }) => (meant === null ? ready : provider === meant.provider)) ?? null;
  const models = shown?.models.filter((model) => model.kind === kind) ?? [];
  const usual = models.find((model) => model.usual);
  const model = models.find(({ id }) => id === meant?.model) ?? usual ?? null;
  return (
    <li className="flex flex-col gap-3 rounded-outer border border-line bg-panel px-4 py-3">
      <div className="flex items-baseline gap-3">
        <h3 className="text-lg font-medium text-text">{words.kinds[kind]}</h3>
        <p className="min-w-0 flex-1 truncate text-sm text-muted">{words.kindsAre[kind]}</p>
      </div>
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-3">
        <Select
          label={words.maker}
          value={choice?.provider ?? ''}
          options={[
            { value: '', label: isFilm ? words.asAll : words.firstReady },
            ...makers.map(({ provider, free, ready }) => ({
              value: provider,
              label: free
                ? words.free(nameOf(provider))
                : ready
                  ? nameOf(provider)
                  : words.noKey(nameOf(provider)),
            })),
          ]}
          onChange={(provider) => choices.choose(kind, provider === '' ? null : { provider, model: null })}
        />
        {choice === null || maker === null ? null : (
          <Select
            label={words.model}
            value={isFilm ? (model?.id ?? '') : (choice.model ?? '')}
            options={[
              ...(isFilm ? [] : [{ value: '', label: words.usual(usual?.name ?? '') }]),
              ...models.map((one) => ({
                value: one.id,
                label: one.gone ? words.gone(one.name) : nameWithPrice(one, words, formats),
              })),
            ]}
            onChange={(id) =>
              choices.choose(kind, { provider: maker.provider, model: id === '' ? null : id })
            }
          />
        )}
      </div>
      {maker === null || maker.ready ? null : <MissingKey />}
      {model === null || shown === null ? null : (
        <div className="text-sm text-muted">
          {maker === null ? (
            <p className="selectable text-text">{words.now(nameOf(shown.provider), model.name)}</p>
          ) : null}
          {model.gone ? <p className="text-bad">{words.facts.withdrawn}</p> : null}
          {shown.free ? null : <p className="selectable">{describeModel(model, words, formats)}</p>}
          <p className="selectable tabular-nums">{priceOfModel(model, shown.free, words, formats)}</p>
        </div>
      )}
      {isFilm && model !== null && maker !== null && !maker.free && choice !== null ? (
        <ModelForm
          key={`${maker.provider} ${model.id}`}
          provider={maker.provider}
          model={model.id}
          extra={choice.extra}
          onChange={(extra) => choices.setExtra(kind, extra)}
        />
      ) : null}
      {orderedKinds.includes(kind) && maker !== null && !maker.free ? (
        <OrderEditor
          kind={kind}
          provider={maker.provider}
          makers={makers}
          order={choices.orderOf(kind)}
          isFilm={isFilm}
          onChange={(order) => choices.setOrder(kind, order)}
        />
      ) : null}
    </li>
  );
}

function MissingKey() {
  const words = useWords('models');
  const { navigate } = useStudio();
  return (
    <p className="flex items-center gap-3 text-sm text-accent-text">
      {words.needsKey}
      <Button size="small" onClick={() => navigate({ at: 'settings', sheet: 'keys' })}>
        {words.toKeys}
      </Button>
    </p>
  );
}
