import type { GenerationKind } from '../../domain/jobs/generation-request.ts';
import type { ModelFacts } from '../../domain/jobs/model-facts.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { type ChosenMaker, chosenMaker, standInsOf } from '../../domain/project/chosen-maker.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Preferences } from '../machine-state/preferences.ts';
import type { Generator } from '../ports/generator.ts';

/** Who makes something, with which of its models. */
export interface Maker {
  readonly generator: Generator;
  readonly model: string;
  /** What the film sets in the model's own form. */
  readonly extra?: ChosenMaker['extra'];
  /** What is known of the model; null where the provider lists none. */
  readonly facts: ModelFacts | null;
}

export interface MakerParts {
  readonly generators: readonly Generator[];
  readonly preferences: Pick<Preferences, 'all'>;
}

/**
 * Who makes a kind for a project: whom the person named now, else the project's choice, else the studio's, else the first
 * provider that is ready and makes it. `provider.kind-not-made` names what is missing.
 */
export async function makerFor(
  { generators, preferences }: MakerParts,
  project: Project,
  kind: GenerationKind,
  wish: { readonly provider: string; readonly model: string | null } | null = null,
): Promise<Result<Maker>> {
  const chosen = wish ?? chosenMaker(kind, project, preferences.all());
  if (chosen !== null) {
    const generator = generators.find(({ provider }) => provider === chosen.provider);
    const usual = generator?.defaultModels[kind];
    if (generator !== undefined && usual !== undefined) {
      const model = chosen.model ?? usual;
      const own = project.modelChoices[kind];
      const isOwn = own?.provider === generator.provider && own.model === model;
      return ok(makerOf(generator, model, kind, isOwn ? own.extra : undefined));
    }
    return fail(
      'provider.kind-not-made',
      `${chosen.provider} does not make ${nouns[kind]} here. Nothing was sent. Choose another provider.`,
    );
  }
  for (const generator of generators) {
    const model = generator.defaultModels[kind];
    if (model === undefined) continue;
    const ready = await generator.ready?.();
    if (ready === undefined || ready.ok) return ok(makerOf(generator, model, kind, undefined));
  }
  return fail(
    'provider.kind-not-made',
    `No provider that makes ${nouns[kind]} is ready. Nothing was sent. Enter a key for one under Settings, Providers.`,
  );
}

/** Whose takes stand for those of a maker, by the order of the project or the studio. */
export function standInsFor(
  preferences: Pick<Preferences, 'all'>,
  project: Project,
): (kind: GenerationKind, provider: string) => readonly string[] {
  const all = preferences.all();
  return (kind, provider) => standInsOf(chosenMaker(kind, project, all), provider);
}

function makerOf(generator: Generator, model: string, kind: GenerationKind, extra: Maker['extra']): Maker {
  const facts =
    generator.models?.().find((candidate) => candidate.id === model && candidate.kind === kind) ?? null;
  return { generator, model, facts, ...(extra === undefined ? {} : { extra }) };
}

const nouns: Readonly<Record<GenerationKind, string>> = {
  still: 'pictures',
  clip: 'clips',
  speech: 'speech',
  music: 'music',
  effect: 'sound effects',
  'upscaled-still': 'larger pictures',
  'upscaled-clip': 'larger clips',
  transcript: 'transcripts',
  reading: 'breakdowns',
};
