import type { ModelChoice } from './model-choice.ts';
import type { Project } from './project.ts';

/** What happens while the first choice cannot be had, in order. */
export type Otherwise = NonNullable<ModelChoice['otherwise']>;

/** Who makes a kind of generation, and who else. */
export interface ChosenMaker {
  readonly provider: string;
  /** null takes the provider's usual one. */
  readonly model: string | null;
  /** Fields of the model's own form. */
  readonly extra?: ModelChoice['extra'];
  readonly otherwise: Otherwise;
  /** Whose choice it is: of this film, or of the studio for all that have none. */
  readonly of: 'project' | 'studio';
}

/** The preferences by their names: for stills and clips, for the other kinds, and what happens otherwise, by kind. */
export const generationPreference = 'generation';
export const makersPreference = 'makers';
export const otherwisePreference = 'otherwise';

type Preferences = Readonly<Record<string, unknown>>;

/**
 * Who was chosen to make a kind: by the project, else by the studio's preferences; null where nobody has chosen, and then the
 * first who is ready and makes it does. Preferences are JSON that a window wrote: what cannot be read is no choice.
 */
export function chosenMaker(
  kind: string,
  { modelChoices }: Pick<Project, 'modelChoices'>,
  preferences: Preferences,
): ChosenMaker | null {
  const own = modelChoices[kind];
  if (own !== undefined) {
    const otherwise = own.otherwise ?? studioOtherwise(kind, preferences);
    return { ...own, otherwise: others(otherwise, own.provider), of: 'project' };
  }
  const studio = studioMaker(kind, preferences);
  if (studio === null) return null;
  const otherwise = others(studioOtherwise(kind, preferences), studio.provider);
  return { ...studio, otherwise, of: 'studio' };
}

/** The paid providers that are asked in the place of `provider`: what they made stands for its own. */
export function standInsOf(chosen: ChosenMaker | null, provider: string): readonly string[] {
  if (chosen?.provider !== provider) return [];
  return chosen.otherwise.flatMap((way) => (way.kind === 'provider' ? [way.provider] : []));
}

/** The studio's own choice for a kind. */
export function studioMaker(
  kind: string,
  preferences: Preferences,
): { readonly provider: string; readonly model: string | null } | null {
  if (kind !== 'still' && kind !== 'clip') {
    const maker = recordOf(recordOf(preferences[makersPreference])?.[kind]);
    const provider = textOf(maker?.['provider']);
    return provider === null ? null : { provider, model: textOf(maker?.['model']) };
  }
  const chosen = recordOf(preferences[generationPreference]);
  const provider = textOf(chosen?.['provider']);
  if (provider === null) return null;
  return kind === 'still'
    ? { provider, model: textOf(chosen?.['stillModel']) }
    : { provider: textOf(chosen?.['clipProvider']) ?? provider, model: textOf(chosen?.['clipModel']) };
}

/** The studio's order for a kind; waiting alone where none was set. */
export function studioOtherwise(kind: string, preferences: Preferences): Otherwise {
  const ways = recordOf(preferences[otherwisePreference])?.[kind];
  return Array.isArray(ways) ? ways.flatMap(wayOf).slice(0, mostWays) : [];
}

/** More than there are providers is a mistake. */
export const mostWays = 12;

function wayOf(value: unknown): Otherwise {
  const way = recordOf(value);
  if (way?.['kind'] === 'wait') {
    const minutes = way['minutes'];
    return [{ kind: 'wait', ...(typeof minutes === 'number' && minutes > 0 ? { minutes } : {}) }];
  }
  if (way?.['kind'] === 'animatic') return [{ kind: 'animatic' }];
  const provider = textOf(way?.['provider']);
  const model = textOf(way?.['model']);
  return way?.['kind'] !== 'provider' || provider === null || model === null
    ? []
    : [{ kind: 'provider', provider, model }];
}

/** Nobody stands in for himself. */
function others(ways: Otherwise, provider: string): Otherwise {
  return ways.filter((way) => way.kind !== 'provider' || way.provider !== provider);
}

function recordOf(value: unknown): Preferences | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Preferences) : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
