import { z } from 'zod';
import { Aspect } from '../project/project.ts';
import { GenerationKind } from './generation-request.ts';

/** What a price counts. Of `tokens`, `character` and `word` the price is that of a million. */
export const PriceUnit = z.enum([
  'image',
  'megapixel',
  'second',
  'minute',
  'character',
  'word',
  'input-token',
  'output-token',
  'request',
  'compute-second',
]);
export type PriceUnit = z.infer<typeof PriceUnit>;

export const ModelVoice = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string().nullable(),
  /** How it sounds, where that is known. */
  gender: z.enum(['she', 'he']).optional(),
  age: z.enum(['child', 'young', 'adult', 'old']).optional(),
});
export type ModelVoice = z.infer<typeof ModelVoice>;

/** What may be known of a model before it is asked: enough to choose it, and to refuse a request that it would not take. */
export const ModelFacts = z.object({
  provider: z.string(),
  /** The provider's own id. */
  id: z.string(),
  name: z.string(),
  kind: GenerationKind,
  /** Lengths that it makes, seconds, ascending; null where any up to `mostSeconds`. */
  lengthsSeconds: z.array(z.number().positive()).nullable(),
  mostSeconds: z.number().positive().nullable(),
  aspects: z.array(Aspect).nullable(),
  mostPromptCharacters: z.int().positive().nullable(),
  /** Pictures of people and places that it can look at; 0 for none. */
  mostReferences: z.int().nonnegative(),
  takesEndFrame: z.boolean(),
  takesSeed: z.boolean(),
  /** Whether its clips have sound of their own. */
  makesSound: z.boolean(),
  voices: z.array(ModelVoice).nullable(),
  /** Of a speech model: whether a voice can be made to speak faster or slower. Left out where that is not known. */
  setsPace: z.boolean().optional(),
  /** Prices of its units; several where it counts tokens both ways. Empty while nobody knows. */
  prices: z.array(
    z.object({
      unit: PriceUnit,
      usdMicros: z.number().nonnegative(),
      /** When it was read from the provider; null for one of our own table. */
      pricedAtMs: z.int().nullable(),
    }),
  ),
  /** How long the provider holds a result; 0: it keeps none, and a lost answer is a lost result; null: it does not say. */
  keptForMs: z.int().nonnegative().nullable(),
  /** JSON Schema of its input, where it was read. */
  inputSchema: z.json().nullable(),
  /** Of our own table, of the provider's list, or by its id from a person. */
  origin: z.enum(['table', 'provider', 'added']),
  /** The provider has withdrawn it. */
  gone: z.boolean(),
});
export type ModelFacts = z.infer<typeof ModelFacts>;
