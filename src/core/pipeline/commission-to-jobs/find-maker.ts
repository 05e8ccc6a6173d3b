import type { CommissionMaker } from '../../../domain/jobs/commission.ts';
import type { GenerationKind } from '../../../domain/jobs/generation-request.ts';
import type { ModelFacts } from '../../../domain/jobs/model-facts.ts';
import { fail, ok, type Result } from '../../../domain/kernel/result.ts';
import { chosenMaker } from '../../../domain/project/chosen-maker.ts';
import type { Project } from '../../../domain/project/project.ts';
import type { Generator } from '../../ports/generator.ts';
import type { CommissionContext } from './commission-plan.ts';

/** Who makes something, with which of its models. */
export interface Maker {
  readonly generator: Generator;
  readonly model: string;
  /** What is known of the model; null where the provider lists none. */
  readonly facts: ModelFacts | null;
}

/**
 * Who makes a kind for a project: whom the person named now, else the project's own choice, else the studio's, else the first provider that is ready
 * and makes it. `provider.kind-not-made` names what is missing.
 */
export async function findMaker(
  { generators, preferences }: Pick<CommissionContext, 'generators' | 'preferences'>,
  project: Project,
  kind: GenerationKind,
  wish: CommissionMaker | null,
): Promise<Result<Maker>> {
  const chosen = wish ?? chosenMaker(kind, project, preferences.all());
  if (chosen !== null) {
    const generator = generators.find(({ provider }) => provider === chosen.provider);
    const model = chosen.model ?? generator?.defaultModels[kind];
    if (generator === undefined || model === undefined || !(kind in generator.defaultModels)) {
      return fail(
        'provider.kind-not-made',
        `${chosen.provider} does not make ${nounOf(kind)} here. Nothing was sent. Choose another provider.`,
      );
    }
    return ok(makerOf(generator, model));
  }
  for (const generator of generators) {
    const model = generator.defaultModels[kind];
    if (model === undefined) continue;
    const ready = await generator.ready?.();
    if (ready === undefined || ready.ok) return ok(makerOf(generator, model));
  }
  return fail(
    'provider.kind-not-made',
    `No provider that makes ${nounOf(kind)} is ready. Nothing was sent. Enter a key for one under Settings, Providers.`,
  );
}

function makerOf(generator: Generator, model: string): Maker {
  const facts = generator.models?.().find(({ id }) => id === model) ?? null;
  return { generator, model, facts };
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

function nounOf(kind: GenerationKind): string {
  return nouns[kind];
}
