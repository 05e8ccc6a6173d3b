import type { GenerationRequest, ShotBrief } from '../../../domain/jobs/generation-request.ts';
import type { ModelFacts } from '../../../domain/jobs/model-facts.ts';
import { fail, ok, type Result } from '../../../domain/kernel/result.ts';
import { flicksPerSecond } from '../../../domain/kernel/time.ts';
import type { HeldResult } from '../../ports/generator.ts';

/** Nothing is known of the shot; what the picture shows stands in the prompt. */
const noBrief: ShotBrief = {
  kind: 'action',
  size: 'wide',
  angle: 'eye',
  move: 'static',
  lensMm: 35,
  description: '',
  subject: null,
  dialogue: null,
  setting: 'unknown',
  place: null,
  timeOfDay: 'unknown',
  mood: null,
  characters: [],
  sceneNumber: '',
  shotNumber: '',
};

const mostSeed = 2_147_483_647;

/**
 * The request that a held result was made from, as far as the provider kept it: enough to fetch it and to say on its take
 * where it is from. Never sent.
 */
export function requestOfHeld(
  { model, input }: HeldResult,
  facts: ModelFacts | undefined,
  provider: string,
): Result<GenerationRequest> {
  const given = input ?? {};
  const seedGiven = given['seed'];
  const seed =
    typeof seedGiven === 'number' && Number.isInteger(seedGiven) && seedGiven >= 0 && seedGiven <= mostSeed
      ? seedGiven
      : 0;
  const common = { provider, model, seed };
  const prompt = promptOfHeld(input) ?? '';
  const durationFlicks = Math.round(positive(given['duration'], 0) * flicksPerSecond);
  switch (facts?.kind) {
    case 'still':
    case 'clip':
    case 'upscaled-still':
    case 'upscaled-clip': {
      const kind = facts.kind === 'still' || facts.kind === 'upscaled-still' ? 'still' : 'clip';
      return ok({
        kind,
        ...common,
        prompt,
        negativePrompt: null,
        widthPx: Math.round(positive(given['width'], 1_280)),
        heightPx: Math.round(positive(given['height'], 720)),
        fpsNum: 24,
        fpsDen: 1,
        durationFlicks: kind === 'still' ? 0 : durationFlicks,
        style: '',
        slate: false,
        startFrameAssetId: null,
        brief: { ...noBrief, description: prompt },
      });
    }
    case 'speech':
      return ok({ kind: 'speech', ...common, text: prompt, voice: null, speed: 1, delivery: null });
    case 'music':
    case 'effect':
      return ok({ kind: facts.kind, ...common, prompt, durationFlicks: Math.max(1, durationFlicks) });
    default:
      return fail(
        'job.held-kind-unknown',
        `It is not known what kind of result ${model} makes, or it is none that a film shows. Nothing was brought in. Add the model by its id in the settings, then look again.`,
      );
  }
}

/** The words that a held result was asked for with. */
export function promptOfHeld(input: HeldResult['input']): string | null {
  for (const name of ['prompt', 'text', 'input']) {
    const value = input?.[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}

function positive(value: unknown, otherwise: number): number {
  const number = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : otherwise;
}
