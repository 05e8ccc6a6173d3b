import { z } from 'zod';
import { GenerationKind } from '../domain/jobs/generation-request.ts';
import { ModelFacts } from '../domain/jobs/model-facts.ts';
import { ModelChoice } from '../domain/project/model-choice.ts';
import { editRow, row } from './base.ts';

/** A model as a person chooses it. */
export const ListedModel = ModelFacts.omit({ inputSchema: true }).extend({
  /** The one of its provider and kind that is used until somebody chooses. */
  usual: z.boolean(),
});
export type ListedModel = z.infer<typeof ListedModel>;

/** What a provider's list is, and when it was read. */
export const ModelCatalogue = z.object({
  provider: z.string(),
  free: z.boolean(),
  ready: z.boolean(),
  /** Whether its own list can be read, and models added by their id. */
  refreshes: z.boolean(),
  adds: z.boolean(),
  /** When its list was read last, by this studio or one before; null: our own table alone. */
  readAtMs: z.int().nullable(),
  models: z.array(ListedModel),
});
export type ModelCatalogue = z.infer<typeof ModelCatalogue>;

const Provider = z.string().min(1).max(100);
const ModelId = z.string().min(1).max(300);

/** One field of a model's own form: see `domain/jobs/model-form.ts`. */
export const ModelFieldRow = z.object({
  name: z.string(),
  label: z.string(),
  description: z.string().nullable(),
  kind: z.enum(['text', 'number', 'integer', 'switch', 'choice']),
  choices: z.array(z.union([z.string(), z.number()])),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  mostCharacters: z.number().nullable(),
  usual: z.union([z.string(), z.number(), z.boolean()]).nullable(),
});

export const models = {
  /** Every provider with its models, also those that were withdrawn; `kind` null for all kinds. Sends nothing. */
  list: row.input(z.object({ kind: GenerationKind.nullable() })).output(z.array(ModelCatalogue)),
  /** Reads a provider's own list again; free of charge. The earlier list stays on a fault. */
  refresh: row.input(z.object({ provider: Provider })).output(ModelCatalogue),
  /** Makes a model known by its id, with its form read from the provider; free of charge. */
  add: row.input(z.object({ provider: Provider, id: ModelId })).output(ListedModel),
  /** Takes a model that a person added off the list. Takes that were made with it stay. */
  remove: row.input(z.object({ provider: Provider, id: ModelId })).output(ModelCatalogue),
  /** The fields of the model's own form that a person may set; none where it has no form. Free of charge. */
  form: row
    .input(z.object({ provider: Provider, id: ModelId }))
    .output(z.object({ fields: z.array(ModelFieldRow) })),
  /** Who makes a kind for this film, with what in the model's own form, and who else; null leaves it to the studio's choice. */
  choose: editRow({ kind: GenerationKind, choice: ModelChoice.nullable() }),
};
