import { z } from 'zod';
import type { GenerationChoice, ProviderInfo } from '../../../../contract/jobs.ts';
import type { ShotId } from '../../../../domain/kernel/ids.ts';

/** The name under which the choice is kept, for all projects of this person. */
export const generationPreferenceName = 'generation';
export const drawStillsPreferenceName = 'board.drawStills';

/** The provider that draws the animatic; always there and free. */
export const freeProvider = 'animatic';

const GenerationPreference = z.object({
  provider: z.string().min(1),
  stillModel: z.string().nullable(),
  clipModel: z.string().nullable(),
  upTo: z.enum(['still', 'clip']),
});
export type GenerationPreference = z.infer<typeof GenerationPreference>;

const usual: GenerationPreference = {
  provider: freeProvider,
  stillModel: null,
  clipModel: null,
  upTo: 'clip',
};

/** What was chosen, as far as it can be read and the provider is still there; the free animatic otherwise. */
export function readGenerationPreference(
  value: unknown,
  providers: readonly ProviderInfo[] | null,
): GenerationPreference {
  const read = GenerationPreference.safeParse(value);
  if (!read.success) return usual;
  if (providers === null) return read.data;
  const info = providers.find(({ provider }) => provider === read.data.provider);
  if (info === undefined) return usual;
  const known = (model: string | null, models: readonly string[]): string | null =>
    model !== null && models.includes(model) ? model : null;
  return {
    ...read.data,
    stillModel: known(read.data.stillModel, info.models.still),
    clipModel: known(read.data.clipModel, info.models.clip),
  };
}

/** The choice as the studio takes it. */
export function choiceOf(
  { provider, stillModel, clipModel, upTo }: GenerationPreference,
  shotIds: readonly ShotId[] | null,
  again = false,
): GenerationChoice {
  return {
    provider,
    stillModel,
    clipModel,
    upTo,
    slate: true,
    shotIds: shotIds === null ? null : [...shotIds],
    again,
  };
}
