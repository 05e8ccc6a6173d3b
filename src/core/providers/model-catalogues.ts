import { join } from 'node:path';
import { z } from 'zod';
import type { ListedModel, ModelCatalogue } from '../../contract/models.ts';
import type { GenerationKind } from '../../domain/jobs/generation-request.ts';
import type { ModelFacts } from '../../domain/jobs/model-facts.ts';
import { fieldsOfForm, type ModelField } from '../../domain/jobs/model-form.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { createJsonFile } from '../machine-state/json-file.ts';
import type { Clock } from '../ports/clock.ts';
import type { Generator } from '../ports/generator.ts';
import { findGenerator } from './find-generator.ts';

/** The lists of models as the providers gave them, kept over restarts: without a line the last ones stand, with their date. */
export interface ModelCatalogues {
  list(kind: GenerationKind | null): Promise<ModelCatalogue[]>;
  refresh(provider: string, signal: AbortSignal): Promise<Result<ModelCatalogue>>;
  add(provider: string, id: string, signal: AbortSignal): Promise<Result<ListedModel>>;
  remove(provider: string, id: string): Promise<Result<ModelCatalogue>>;
  form(provider: string, id: string, signal: AbortSignal): Promise<Result<readonly ModelField[]>>;
  /**
   * Has a model's form read where no table says what it can look at: how many reference pictures go into a request is part of what
   * it is. Free of charge; what cannot be read now is as it was known.
   */
  know(generator: Generator, id: string | null): Promise<void>;
}

const Kept = z.record(z.string(), z.object({ readAtMs: z.int().nullable(), kept: z.json() }));
type Kept = z.infer<typeof Kept>;

/** A price that a person waits for does not wait longer for a form. */
const patienceMs = 10_000;

/** More than any list of models is; what does not fit is read again after a restart. */
const mostKeptChars = 8_000_000;

export function createModelCatalogues({
  home,
  readOnly,
  clock,
  generators,
  onChange,
}: {
  /** Models are known that were not, or not so well. */
  readonly onChange: () => void;
  readonly home: string;
  readonly readOnly: boolean;
  readonly clock: Clock;
  readonly generators: readonly Generator[];
}): ModelCatalogues {
  const file = createJsonFile<Kept>({ path: join(home, 'models.json'), schema: Kept, empty: {}, readOnly });
  for (const { provider, restoreModels } of generators) {
    const known = file.value[provider];
    if (known !== undefined) restoreModels?.(known.kept);
  }
  const readAt = (provider: string): number | null => file.value[provider]?.readAtMs ?? null;
  const keep = ({ provider, keptModels }: Generator, readAtMs: number | null): void => {
    const kept = (keptModels?.() ?? null) as Kept[string]['kept'];
    const fits = JSON.stringify(kept).length <= mostKeptChars;
    // A disk that takes nothing costs another reading after the next start.
    file.write({ ...file.value, [provider]: { readAtMs, kept: fits ? kept : null } });
    onChange();
  };
  const describe = async (generator: Generator, kind: GenerationKind | null): Promise<ModelCatalogue> => ({
    provider: generator.provider,
    free: generator.free,
    ready: (await generator.ready?.())?.ok ?? true,
    refreshes: generator.refreshModels !== undefined,
    adds: generator.addModel !== undefined,
    readAtMs: readAt(generator.provider),
    models: modelsOf(generator)
      .filter((model) => kind === null || model.kind === kind)
      .map((model) => listed(generator, model)),
  });

  return {
    list: (kind) => Promise.all(generators.map((generator) => describe(generator, kind))),
    async refresh(provider, signal) {
      const generator = findGenerator(generators, provider);
      if (!generator.ok) return generator;
      const read = await generator.value.refreshModels?.(signal);
      if (read === undefined) return fail('provider.request-refused', noList(provider));
      if (!read.ok) return read;
      keep(generator.value, clock.nowMs());
      return ok(await describe(generator.value, null));
    },
    async add(provider, id, signal) {
      const generator = findGenerator(generators, provider);
      if (!generator.ok) return generator;
      const added = await generator.value.addModel?.(id.trim(), signal);
      if (added === undefined) return fail('provider.request-refused', noIds(provider));
      if (!added.ok) return added;
      keep(generator.value, readAt(provider));
      return ok(listed(generator.value, added.value));
    },
    async remove(provider, id) {
      const generator = findGenerator(generators, provider);
      if (!generator.ok) return generator;
      generator.value.removeModel?.(id);
      keep(generator.value, readAt(provider));
      return ok(await describe(generator.value, null));
    },
    async form(provider, id, signal) {
      const generator = findGenerator(generators, provider);
      if (!generator.ok) return generator;
      const read = await generator.value.readForm?.(id, signal);
      if (read?.ok === false) return read;
      return ok(fieldsOfForm(read?.value ?? null));
    },
    async know(generator, id) {
      const { models, readForm, provider } = generator;
      if (id === null || readForm === undefined) return;
      const facts = models?.().find((model) => model.id === id);
      if (facts?.origin === 'table' || (facts !== undefined && facts.inputSchema !== null)) return;
      const read = await readForm(id, AbortSignal.timeout(patienceMs));
      if (read.ok) keep(generator, readAt(provider));
    },
  };
}

/** Of one that lists none only the usual model of each kind is known, by its id. */
function modelsOf({ provider, defaultModels, models }: Generator): readonly ModelFacts[] {
  if (models !== undefined) return models();
  return (Object.entries(defaultModels) as [GenerationKind, string][]).map(([kind, id]) => ({
    ...{ provider, id, name: id, kind, prices: [], voices: null, inputSchema: null },
    ...{ lengthsSeconds: null, mostSeconds: null, aspects: null, mostPromptCharacters: null },
    ...{ mostReferences: 0, takesEndFrame: false, takesSeed: true, makesSound: false },
    ...{ keptForMs: null, origin: 'table', gone: false },
  }));
}

function listed({ defaultModels }: Generator, model: ModelFacts): ListedModel {
  const { inputSchema: _form, ...facts } = model;
  return { ...facts, usual: defaultModels[model.kind] === model.id };
}

const noList = (provider: string): string =>
  `${provider} has no list of models that could be read. Nothing was changed. The studio's own table stands.`;
const noIds = (provider: string): string =>
  `${provider} takes no models by their id. Nothing was changed. Choose one of its list.`;
