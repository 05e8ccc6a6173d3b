import { GenerationKind, type GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { ModelFacts } from '../../domain/jobs/model-facts.ts';
import type { JsonValue } from '../../domain/kernel/patch.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { isRecord } from '../../net/read-answer.ts';
import { askPages, type PlatformAnswer } from './ask-platform.ts';
import { factsOfForm, factsOfModel } from './facts-of-model.ts';
import type { FalClient } from './fal-client.ts';
import { falFault } from './fal-faults.ts';
import { type FormSchema, readForm } from './forms/form-schema.ts';
import { formFault, planByForm } from './forms/plan-by-form.ts';
import type { FalPlan } from './models/fal-model.ts';
import { type FalModel, falModels, findFalModel } from './models/fal-models.ts';
import { planRequest, withExtra, wrongKind } from './plan-request.ts';
import type { FalPrices } from './read-prices.ts';

/** Which models there are, by our table and by the platform, and what a request to one of them comes to. */
export interface FalCatalogue {
  models(): readonly ModelFacts[];
  /** Every endpoint that a request of the studio may have gone to. */
  endpoints(): readonly string[];
  /** The model of an endpoint in requests of the studio. */
  modelOf(endpoint: string, input: Readonly<Record<string, unknown>> | null): string;
  /** `later` where a form is needed that cannot be read now. Free; sends nothing that may be charged. */
  plan(request: GenerationRequest, signal?: AbortSignal): Promise<PlatformAnswer<FalPlan>>;
  refresh(signal: AbortSignal): Promise<Result<number>>;
  add(id: string, signal: AbortSignal): Promise<Result<ModelFacts>>;
  remove(id: string): void;
  form(id: string, signal: AbortSignal): Promise<Result<ModelFacts['inputSchema']>>;
  /** The list without forms, and the models that were added, with theirs. */
  kept(): JsonValue;
  restore(kept: JsonValue): void;
}

/** A model as the platform lists it. */
interface Listed {
  readonly id: string;
  readonly name: string;
  readonly kind: GenerationKind | null;
  readonly gone: boolean;
  readonly form: FormSchema | null;
}

/** Endpoints whose forms are asked for at once. */
const formsAtOnce = 10;
/** Forms that are kept for the next start, beside those of our table. */
const mostKeptForms = 50;
const tableEndpoints = [...new Set(falModels.flatMap(endpointsOf))];

export function createFalCatalogue(client: FalClient, prices: FalPrices): FalCatalogue {
  /** Read with its form, by endpoint. */
  const read = new Map<string, Listed>();
  const added = new Set<string>();
  let listed: readonly Listed[] = [];
  let gone: ReadonlySet<string> = new Set();

  const readOne = async (endpoint: string, signal?: AbortSignal): Promise<PlatformAnswer<Listed>> => {
    const known = read.get(endpoint);
    if (known !== undefined) return { kind: 'answer', value: known };
    const found = await readListed(client, { endpoint_id: endpoint, expand: 'openapi-3.0' }, signal);
    if (found.kind !== 'answer') return found;
    const one = found.value.find(({ id }) => id === endpoint);
    if (one === undefined || one.gone) return { kind: 'refused', fault: unknownModel(endpoint) };
    read.set(endpoint, one);
    return { kind: 'answer', value: one };
  };

  const factsOfListed = (model: Listed, kind: GenerationKind): ModelFacts =>
    factsOfForm({ ...model, kind }, added.has(model.id) ? 'added' : 'provider', {
      prices: prices.known(model.id, []),
      form: read.get(model.id)?.form ?? model.form,
      gone: model.gone,
    });

  return {
    models() {
      const own = falModels.map((model) =>
        factsOfModel(model, {
          prices: prices.known(model.endpoint, model.prices),
          form: read.get(model.endpoint)?.form ?? null,
          gone: gone.has(model.endpoint),
        }),
      );
      const known = new Set(tableEndpoints);
      // Those that were asked for by their id are known as well, whoever lists them.
      const readOnes = [...read.values()];
      const readIds = new Set(readOnes.map(({ id }) => id));
      const others = [...readOnes, ...listed.filter(({ id }) => !readIds.has(id))]
        .filter(({ id }) => !known.has(id))
        .flatMap((model) => (model.kind === null ? [] : [factsOfListed(model, model.kind)]));
      return [...own, ...others];
    },
    endpoints: () => [...new Set([...tableEndpoints, ...read.keys()])],
    modelOf(endpoint, input) {
      const own = falModels.filter((model) => endpointsOf(model).includes(endpoint));
      const named = own.find((model) => model.fixed['model'] === input?.['model']);
      return (own.length > 1 ? named : own[0])?.id ?? endpoint;
    },
    async plan(request, signal) {
      const model = findFalModel(request.model);
      const { extra = {} } = request;
      const hasExtra = Object.keys(extra).length > 0;
      if (model !== null) {
        const plan = planRequest(model, request);
        if (!plan.ok) return { kind: 'refused', fault: plan.fault };
        if (!hasExtra) return { kind: 'answer', value: plan.value };
        const found = await readOne(plan.value.endpoint, signal);
        if (found.kind !== 'answer') return found;
        return answerOf(withExtra(plan.value, found.value.form ?? {}, extra));
      }
      const found = await readOne(request.model, signal);
      if (found.kind !== 'answer') return found;
      const { form, kind } = found.value;
      if (form === null || !isFor(kind, request.kind)) return answerOf(wrongKind(request));
      const plan = planByForm({ ...found.value, form }, request);
      if (!plan.ok) return answerOf(plan);
      if (hasExtra) return answerOf(withExtra(plan.value, form, extra));
      return answerOf(formFault({ name: found.value.name, form }, plan.value) ?? plan);
    },
    async refresh(signal) {
      const active = await readListed(client, { status: 'active' }, signal);
      if (active.kind !== 'answer') return { ok: false, fault: active.fault };
      const forms: Listed[] = [];
      for (let from = 0; from < tableEndpoints.length; from += formsAtOnce) {
        const endpoint_id = tableEndpoints.slice(from, from + formsAtOnce).join(',');
        const found = await readListed(client, { endpoint_id, expand: 'openapi-3.0' }, signal);
        if (found.kind !== 'answer') return { ok: false, fault: found.fault };
        forms.push(...found.value);
      }
      for (const one of forms) read.set(one.id, one);
      const there = new Set(active.value.map(({ id }) => id));
      gone = new Set(tableEndpoints.filter((endpoint) => !there.has(endpoint)));
      listed = active.value;
      return ok(active.value.filter(({ kind }) => kind !== null).length);
    },
    async add(id, signal) {
      const own = findFalModel(id);
      if (own === null && (!/^[\w.-]+(\/[\w.-]+)+$/.test(id) || id.includes('..'))) {
        return { ok: false, fault: unknownModel(id) };
      }
      const found = await readOne(own?.endpoint ?? id, signal);
      if (found.kind !== 'answer') return { ok: false, fault: found.fault };
      const { form, kind } = found.value;
      if (own !== null) {
        const table = prices.known(own.endpoint, own.prices);
        return ok(factsOfModel(own, { prices: table, form, gone: false }));
      }
      if (form === null || kind === null) {
        return fail(
          'provider.request-refused',
          `Fal's "${id}" makes nothing that the studio has a place for. It was not added. Choose another model.`,
        );
      }
      added.add(id);
      return ok(factsOfListed(found.value, kind));
    },
    remove: (id) => void added.delete(id),
    async form(id, signal) {
      const found = await readOne(findFalModel(id)?.endpoint ?? id, signal);
      if (found.kind !== 'answer') return { ok: false, fault: found.fault };
      return ok(found.value.form as ModelFacts['inputSchema']);
    },
    kept: () =>
      ({
        listed: listed.map(({ id, name, kind, gone: isGone }) => ({ id, name, kind, gone: isGone })),
        gone: [...gone],
        // What was asked for by its id is known with its form: how many pictures it looks at is part of a request.
        read: [...read.values()].filter(({ id }) => !tableEndpoints.includes(id)).slice(-mostKeptForms),
        added: [...added],
      }) as unknown as JsonValue,
    restore(kept) {
      const rows = (value: unknown): Listed[] => (Array.isArray(value) ? value.flatMap(keptOf) : []);
      if (!isRecord(kept)) return;
      listed = rows(kept['listed']);
      const names = Array.isArray(kept['gone']) ? kept['gone'] : [];
      gone = new Set(names.filter((name) => typeof name === 'string'));
      for (const one of rows(kept['read'])) read.set(one.id, one);
      const ids = Array.isArray(kept['added']) ? kept['added'] : [];
      for (const id of ids) if (typeof id === 'string' && read.has(id)) added.add(id);
    },
  };
}

function endpointsOf(model: FalModel): string[] {
  const elsewhere = model.kind === 'clip' ? model.end?.elsewhere?.endpoint : undefined;
  const edit = model.kind === 'still' ? model.edit?.endpoint : undefined;
  return [model.endpoint, elsewhere, edit].filter((endpoint) => endpoint !== undefined);
}

async function readListed(
  client: FalClient,
  query: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<PlatformAnswer<readonly Listed[]>> {
  const found = await askPages(client, 'models', query, 'models', signal);
  if (found.kind !== 'answer') return found;
  return { kind: 'answer', value: found.value.rows.flatMap(listedOf) };
}

function listedOf(row: Readonly<Record<string, unknown>>): Listed[] {
  const id = row['endpoint_id'];
  if (typeof id !== 'string') return [];
  const about = isRecord(row['metadata']) ? row['metadata'] : {};
  const { display_name: name, category, status } = about;
  return [
    {
      id,
      name: typeof name === 'string' && name !== '' ? name : id,
      kind: typeof category === 'string' ? kindOf(category, id) : null,
      gone: status === 'deprecated',
      form: readForm(id, row['openapi']),
    },
  ];
}

/** A model as an earlier start kept it. */
function keptOf(row: unknown): Listed[] {
  if (!isRecord(row)) return [];
  const { id, name, kind, gone, form } = row;
  if (typeof id !== 'string' || typeof name !== 'string') return [];
  const known = GenerationKind.safeParse(kind);
  const isForm = isRecord(form) && isRecord(form['properties']);
  return [
    {
      ...{ id, name, kind: known.success ? known.data : null, gone: gone === true },
      form: isForm ? (form as FormSchema) : null,
    },
  ];
}

/** What a model makes by Fal's category; where that holds two kinds, the id tells them apart. */
function kindOf(category: string, id: string): GenerationKind | null {
  const enlarges = /upscal/i.test(id);
  switch (category) {
    case 'text-to-image':
      return 'still';
    case 'image-to-image':
      return enlarges ? 'upscaled-still' : 'still';
    case 'text-to-video':
    case 'image-to-video':
      return 'clip';
    case 'video-to-video':
      return enlarges ? 'upscaled-clip' : null;
    case 'text-to-speech':
      return 'speech';
    case 'text-to-audio':
      return /sound-?effect|sfx/i.test(id) ? 'effect' : 'music';
    case 'speech-to-text':
      return 'transcript';
    case 'llm':
      return 'reading';
    default:
      return null;
  }
}

/** Fal has one category for music and effects. */
function isFor(kind: GenerationKind | null, asked: GenerationKind): boolean {
  const sounds: readonly (GenerationKind | null)[] = ['music', 'effect'];
  return kind === asked || (sounds.includes(kind) && sounds.includes(asked));
}

function answerOf(result: Result<FalPlan>): PlatformAnswer<FalPlan> {
  return result.ok ? { kind: 'answer', value: result.value } : { kind: 'refused', fault: result.fault };
}

function unknownModel(id: string) {
  return falFault(
    'provider.model-gone',
    `Fal has no model "${id}", or has withdrawn it. Nothing was sent. Choose another model.`,
  );
}
