import type { GenerationKind } from '../../domain/jobs/generation-request.ts';
import type { ModelFacts } from '../../domain/jobs/model-facts.ts';
import { aspectNames } from '../../domain/project/frame-shape.ts';
import { choicesOf, type FormSchema } from './forms/form-schema.ts';
import { fieldOf } from './forms/plan-by-form.ts';
import type { FalTraits } from './models/fal-model.ts';
import type { FalModel } from './models/fal-models.ts';

/** How long Fal holds a result. */
const keptForMs = 7 * 24 * 60 * 60_000;

/** What changes while the studio runs. */
export interface FactsNow {
  readonly prices: ModelFacts['prices'];
  readonly form: FormSchema | null;
  readonly gone: boolean;
}

export function factsOfModel(model: FalModel, now: FactsNow): ModelFacts {
  return facts(model, model.promptLimit, model.hasSeed, traitsOf(model), 'table', now);
}

function traitsOf(model: FalModel): FalTraits {
  switch (model.kind) {
    case 'still':
      return {
        mostReferences: model.edit?.most ?? 0,
        ...(model.size.by === 'name' ? { aspects: model.size.aspects } : {}),
      };
    case 'clip':
      return {
        lengthsSeconds: model.durations.map(({ seconds }) => seconds),
        takesEndFrame: model.end !== null,
        ...(model.aspects === null ? {} : { aspects: model.aspects }),
      };
    case 'speech':
      return { voices: model.voices, setsPace: model.hasSpeed };
    case 'music':
    case 'effect':
      return { mostSeconds: model.mostSeconds };
    default:
      return {};
  }
}

/** A model that only the platform knows: what its form says of it, where that was read. */
export function factsOfForm(
  model: { readonly id: string; readonly name: string; readonly kind: GenerationKind },
  origin: 'provider' | 'added',
  now: FactsNow,
): ModelFacts {
  const { form } = now;
  if (form === null) return facts(model, null, false, {}, origin, now);
  const of = (role: Parameters<typeof fieldOf>[1]): FormSchema | undefined => {
    const field = fieldOf({ form }, role);
    return field === null ? undefined : form.properties?.[field];
  };
  const isLong = model.kind === 'clip' || model.kind === 'music' || model.kind === 'effect';
  const length = isLong ? of('length') : undefined;
  const lengthsSeconds = choicesOf(length)
    .map((value) => Number.parseFloat(String(value)))
    .filter((seconds) => seconds > 0)
    .toSorted((a, b) => a - b);
  const shapes = choicesOf(of('aspect')).map(String);
  const voices = choicesOf(of('voice')).map((id) => ({ id: String(id), name: String(id), language: null }));
  const references = of('references');
  const most = length?.maximum;
  const traits: FalTraits = {
    ...(lengthsSeconds.length === 0 ? {} : { lengthsSeconds }),
    ...(most === undefined
      ? {}
      : { mostSeconds: fieldOf({ form }, 'length')?.endsWith('_ms') ? most / 1_000 : most }),
    ...(shapes.length === 0 || shapes.includes('auto')
      ? {}
      : { aspects: aspectNames.filter((aspect) => shapes.includes(aspect)) }),
    mostReferences: model.kind === 'still' && references !== undefined ? (references.maxItems ?? 4) : 0,
    takesEndFrame: of('endFrame') !== undefined,
    ...(voices.length === 0 ? {} : { voices }),
  };
  const hasSeed = form.properties?.['seed'] !== undefined;
  return facts(model, of('words')?.maxLength ?? null, hasSeed, traits, origin, now);
}

function facts(
  model: { readonly id: string; readonly name: string; readonly kind: GenerationKind },
  mostPromptCharacters: number | null,
  takesSeed: boolean,
  traits: FalTraits,
  origin: ModelFacts['origin'],
  { prices, form, gone }: FactsNow,
): ModelFacts {
  const { lengthsSeconds, mostSeconds, aspects, voices } = traits;
  return {
    provider: 'fal',
    id: model.id,
    name: model.name,
    kind: model.kind,
    lengthsSeconds: lengthsSeconds === undefined ? null : [...lengthsSeconds],
    mostSeconds: mostSeconds ?? lengthsSeconds?.at(-1) ?? null,
    aspects: aspects === undefined ? null : [...aspects],
    mostPromptCharacters,
    mostReferences: traits.mostReferences ?? 0,
    takesEndFrame: traits.takesEndFrame ?? false,
    takesSeed,
    makesSound: false,
    voices: voices === undefined ? null : [...voices],
    ...(traits.setsPace === undefined ? {} : { setsPace: traits.setsPace }),
    prices,
    keptForMs,
    inputSchema: form as ModelFacts['inputSchema'],
    origin,
    gone,
  };
}
