import type { GenerationChoice, ProviderInfo } from '../../../../contract/jobs.ts';
import type { ShotId } from '../../../../domain/kernel/ids.ts';

/** The name under which the choice is kept, for all projects of this person. */
export const generationPreferenceName = 'generation';
export const drawStillsPreferenceName = 'board.drawStills';

/** The provider that draws the animatic; always there and free. */
export const freeProvider = 'animatic';

export interface GenerationPreference {
  readonly provider: string;
  /** null takes the provider's default. */
  readonly stillModel: string | null;
  readonly clipModel: string | null;
  readonly upTo: 'still' | 'clip';
}

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
  if (typeof value !== 'object' || value === null) return usual;
  const { provider, stillModel, clipModel, upTo } = value as Readonly<Record<string, unknown>>;
  if (typeof provider !== 'string') return usual;
  const info = providers?.find((known) => known.provider === provider);
  if (providers !== null && info === undefined) return usual;
  const known = (model: unknown, models: readonly string[] | undefined): string | null =>
    typeof model === 'string' && (models === undefined || models.includes(model)) ? model : null;
  return {
    provider,
    stillModel: known(stillModel, info?.models.still),
    clipModel: known(clipModel, info?.models.clip),
    upTo: upTo === 'still' ? 'still' : 'clip',
  };
}

/** The choice as the studio takes it. */
export function choiceOf(
  { provider, stillModel, clipModel, upTo }: GenerationPreference,
  shotIds: readonly ShotId[] | null,
  again = false,
  stillsFirst = false,
): GenerationChoice {
  return {
    provider,
    stillModel,
    clipModel,
    upTo,
    slate: null,
    shotIds: shotIds === null ? null : [...shotIds],
    again,
    stillsFirst,
  };
}
