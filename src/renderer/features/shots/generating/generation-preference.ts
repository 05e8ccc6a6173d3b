import type { GenerationChoice, ProviderInfo } from '../../../../contract/jobs.ts';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { generationPreference } from '../../../../domain/project/chosen-maker.ts';
import type { Project } from '../../../../domain/project/project.ts';

/** The name under which the choice is kept, for all projects of this person. */
export const generationPreferenceName = generationPreference;
export const drawStillsPreferenceName = 'board.drawStills';

/** The provider that draws the animatic; always there and free. */
export const freeProvider = 'animatic';

export interface GenerationPreference {
  /** Who makes the stills, and the clips where nobody else does. */
  readonly provider: string;
  /** Who makes the clips; null: who makes the stills. */
  readonly clipProvider: string | null;
  /** null takes the provider's default. */
  readonly stillModel: string | null;
  readonly clipModel: string | null;
  readonly upTo: 'still' | 'clip';
}

const usual: GenerationPreference = {
  provider: freeProvider,
  clipProvider: null,
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
  const { provider, clipProvider, stillModel, clipModel, upTo } = value as Readonly<Record<string, unknown>>;
  if (typeof provider !== 'string') return usual;
  const info = providers?.find((known) => known.provider === provider);
  if (providers !== null && info === undefined) return usual;
  const known = (model: unknown, models: readonly string[] | undefined): string | null =>
    typeof model === 'string' && (models === undefined || models.includes(model)) ? model : null;
  const other = providers?.find((one) => one.provider === clipProvider);
  const makesClips = (one: ProviderInfo | undefined): boolean => one?.defaultModels.clip !== undefined;
  const clips =
    makesClips(other) && clipProvider !== provider
      ? String(clipProvider)
      : info !== undefined && !makesClips(info)
        ? freeProvider
        : null;
  return {
    provider,
    clipProvider: clips,
    stillModel: known(stillModel, info?.models.still),
    clipModel: known(clipModel, (clips === null ? info : other)?.models.clip),
    upTo: upTo === 'still' ? 'still' : 'clip',
  };
}

/** The same with what this film has chosen for itself. */
export function withFilmChoices(
  preference: GenerationPreference,
  { still, clip }: Project['modelChoices'],
): GenerationPreference {
  if (still === undefined && clip === undefined) return preference;
  const provider = still?.provider ?? preference.provider;
  const clips = clip?.provider ?? preference.clipProvider ?? preference.provider;
  return {
    ...preference,
    provider,
    clipProvider: clips === provider ? null : clips,
    stillModel: still === undefined ? preference.stillModel : still.model,
    clipModel: clip === undefined ? preference.clipModel : clip.model,
  };
}

/** The choice as the studio takes it. */
export function choiceOf(
  { provider, clipProvider, stillModel, clipModel, upTo }: GenerationPreference,
  shotIds: readonly ShotId[] | null,
  again = false,
  stillsFirst = false,
  payAgain = false,
): GenerationChoice {
  return {
    provider,
    clipProvider,
    stillModel,
    clipModel,
    upTo,
    slate: null,
    shotIds: shotIds === null ? null : [...shotIds],
    again,
    stillsFirst,
    payAgain,
  };
}
