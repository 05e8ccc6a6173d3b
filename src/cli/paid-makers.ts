import { fail, ok, type Result } from '../domain/kernel/result.ts';

/** Who makes stills, clips or both for money: the name, the key's variable, where keys are made, and what of a film it makes. */
export const paidMakers = {
  fal: {
    name: 'Fal',
    variable: 'FAL_KEY',
    keysPage: 'https://fal.ai/dashboard/keys',
    kinds: ['still', 'clip'],
  },
  replicate: {
    name: 'Replicate',
    variable: 'REPLICATE_API_TOKEN',
    keysPage: 'https://replicate.com/account/api-tokens',
    kinds: ['still', 'clip'],
  },
  google: {
    name: 'Google',
    variable: 'GEMINI_API_KEY',
    keysPage: 'https://aistudio.google.com/apikey',
    kinds: ['still', 'clip'],
  },
  openai: {
    name: 'OpenAI',
    variable: 'OPENAI_API_KEY',
    keysPage: 'https://platform.openai.com/api-keys',
    kinds: ['still'],
  },
  cloudflare: {
    name: 'Cloudflare Workers AI',
    variable: 'CLOUDFLARE_API_TOKEN with CLOUDFLARE_ACCOUNT_ID',
    keysPage: 'https://dash.cloudflare.com/profile/api-tokens',
    kinds: ['still'],
  },
  openrouter: {
    name: 'OpenRouter',
    variable: 'OPENROUTER_API_KEY',
    keysPage: 'https://openrouter.ai/settings/keys',
    kinds: ['clip'],
  },
} as const satisfies Record<string, PaidMakerFacts>;
export type PaidMaker = keyof typeof paidMakers;

interface PaidMakerFacts {
  readonly name: string;
  readonly variable: string;
  readonly keysPage: string;
  readonly kinds: readonly FilmKind[];
}

export type FilmKind = 'still' | 'clip';

/** Who makes a kind, with which model; null takes the provider's usual one. */
export interface FilmMaker {
  readonly provider: 'animatic' | PaidMaker;
  readonly model: string | null;
}

export type FilmMakers = Readonly<Record<FilmKind, FilmMaker>>;

/** Everything drawn on this computer. */
export const drawnMakers: FilmMakers = {
  still: { provider: 'animatic', model: null },
  clip: { provider: 'animatic', model: null },
};

export function isPaidMaker(provider: string): provider is PaidMaker {
  return Object.hasOwn(paidMakers, provider);
}

/**
 * The makers that the words after `--provider`, `--still` and `--clip` name. `--provider` stands for both; the others go
 * before it, each `NAME` or `NAME:MODEL`. A refusal names the option and what it takes.
 */
export function parseMakers({
  provider,
  still,
  clip,
}: {
  readonly provider: string;
  readonly still?: string | undefined;
  readonly clip?: string | undefined;
}): Result<FilmMakers> {
  const both = parseMaker('provider', provider, namesOf('still', 'clip'));
  if (!both.ok) return both;
  const stills = still === undefined ? both : parseMaker('still', still, namesOf('still'));
  if (!stills.ok) return stills;
  const clips = clip === undefined ? both : parseMaker('clip', clip, namesOf('clip'));
  if (!clips.ok) return clips;
  if (stills.value.provider !== 'animatic' && clips.value.provider === 'animatic') {
    return fail(
      'cli.makers',
      `--still ${stills.value.provider} makes pictures that nobody sets in motion: a drawn clip does not begin with them. Name who makes the clips with --clip.`,
    );
  }
  return ok({ still: stills.value, clip: clips.value });
}

/** The paid providers of a film, each once. */
export function paidOf({ still, clip }: FilmMakers): readonly PaidMaker[] {
  const all = [still.provider, clip.provider].filter((provider) => provider !== 'animatic');
  return [...new Set(all)];
}

function namesOf(...kinds: readonly FilmKind[]): readonly PaidMaker[] {
  return (Object.keys(paidMakers) as PaidMaker[]).filter((name) => {
    const made: readonly FilmKind[] = paidMakers[name].kinds;
    return kinds.every((kind) => made.includes(kind));
  });
}

function parseMaker(option: string, words: string, names: readonly PaidMaker[]): Result<FilmMaker> {
  const colon = words.indexOf(':');
  const name = colon < 0 ? words : words.slice(0, colon);
  const model = colon < 0 ? null : words.slice(colon + 1);
  const takesModel = option !== 'provider';
  if (name === 'animatic' && model === null) return ok({ provider: 'animatic', model: null });
  const known = names.find((one) => one === name);
  if (known !== undefined && model !== '' && (takesModel || model === null)) {
    return ok({ provider: known, model });
  }
  const form = takesModel ? ', each with :MODEL or without' : '';
  return fail('cli.makers', `--${option} takes animatic, ${names.join(', ')}${form}, not "${words}".`);
}
