import type { GenerationRequest, ShotBrief } from '../../../domain/jobs/generation-request.ts';
import type { ModelFacts } from '../../../domain/jobs/model-facts.ts';
import type { AssetId } from '../../../domain/kernel/ids.ts';
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

/** What a transcript is of: the provider knows it by an address of its own only. */
export interface HeardRecording {
  readonly assetId: AssetId;
  readonly durationFlicks: number;
}

/**
 * The request that a held result was made from, as far as the provider kept it: enough to fetch it and to say on its take
 * where it is from. Readings and transcripts become the very requests that the studio asks for, so that what they answer is not
 * paid for again. Never sent.
 */
export function requestOfHeld(
  { model, input }: HeldResult,
  facts: ModelFacts | undefined,
  provider: string,
  heard: HeardRecording | null = null,
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
    case 'transcript': {
      if (heard === null) {
        return fail(
          'job.held-recording-unknown',
          'Nobody says which recording this transcript is of. Nothing was brought in. Name a shot whose clip or line can be heard.',
        );
      }
      const language = given['language'] ?? given['language_code'];
      return ok({
        kind: 'transcript',
        ...common,
        sourceAssetId: heard.assetId,
        language: typeof language === 'string' && language !== '' ? language : null,
        ...(heard.durationFlicks > 0 ? { durationFlicks: heard.durationFlicks } : {}),
      });
    }
    case 'reading': {
      const instructions = given['system_prompt'];
      // Any other talk with a language model is no reading of a story.
      if (typeof instructions !== 'string' || instructions === '' || prompt === '')
        return ofUnknownKind(model);
      const maxOutputTokens = Math.max(1, Math.round(positive(given['max_tokens'], 1)));
      return ok({ kind: 'reading', ...common, task: 'shots', instructions, text: prompt, maxOutputTokens });
    }
    default:
      return ofUnknownKind(model);
  }
}

function ofUnknownKind(model: string): Result<never> {
  return fail(
    'job.held-kind-unknown',
    `It is not known what kind of result ${model} makes, or it is none that a film shows. Nothing was brought in. Add the model by its id in the settings, then look again.`,
  );
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
