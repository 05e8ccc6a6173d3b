import type { SoundRequest } from '../../../domain/jobs/generation-request.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { flicksToSeconds } from '../../../domain/kernel/time.ts';
import {
  type FalInput,
  type FalModelBase,
  type FalPlan,
  type Fields,
  perUnit,
  refused,
  wordsFault,
} from './fal-model.ts';

export interface FalSoundModel extends FalModelBase<'music' | 'effect'> {
  readonly promptField: 'prompt' | 'text';
  /** A shorter one is made this long: it is cut in the film. */
  readonly leastSeconds: number;
  readonly mostSeconds: number;
  /** The length in the model's own field and unit. */
  readonly lengthFields: (seconds: number) => FalInput;
}

export const soundModels: readonly FalSoundModel[] = [
  {
    kind: 'music',
    id: 'fal-ai/elevenlabs/music',
    endpoint: 'fal-ai/elevenlabs/music',
    name: 'ElevenLabs Music',
    prices: perUnit('minute', 800_000),
    promptLimit: 2_000,
    hasSeed: false,
    fixed: {
      force_instrumental: true,
      output_format: 'mp3_44100_192',
    } satisfies Fields<'fal-ai/elevenlabs/music'>,
    promptField: 'prompt',
    leastSeconds: 3,
    mostSeconds: 600,
    lengthFields: (seconds) => ({ music_length_ms: Math.round(seconds * 1_000) }),
  },
  {
    kind: 'music',
    id: 'fal-ai/stable-audio-25/text-to-audio',
    endpoint: 'fal-ai/stable-audio-25/text-to-audio',
    name: 'Stable Audio 2.5',
    prices: perUnit('request', 200_000),
    promptLimit: 10_000,
    hasSeed: true,
    fixed: {},
    promptField: 'prompt',
    leastSeconds: 1,
    mostSeconds: 190,
    lengthFields: (seconds) => ({ seconds_total: Math.ceil(seconds) }),
  },
  {
    kind: 'music',
    id: 'CassetteAI/music-generator',
    endpoint: 'CassetteAI/music-generator',
    name: 'CassetteAI Music',
    prices: perUnit('minute', 20_000),
    promptLimit: 5_000,
    hasSeed: false,
    fixed: {},
    promptField: 'prompt',
    leastSeconds: 10,
    mostSeconds: 180,
    lengthFields: (seconds) => ({ duration: Math.ceil(seconds) }),
  },
  {
    kind: 'effect',
    id: 'fal-ai/elevenlabs/sound-effects/v2',
    endpoint: 'fal-ai/elevenlabs/sound-effects/v2',
    name: 'ElevenLabs Sound Effects',
    prices: perUnit('second', 2_000),
    promptLimit: 450,
    hasSeed: false,
    fixed: { output_format: 'mp3_44100_192' } satisfies Fields<'fal-ai/elevenlabs/sound-effects/v2'>,
    promptField: 'text',
    leastSeconds: 0.5,
    mostSeconds: 22,
    lengthFields: (seconds) => ({ duration_seconds: Math.round(seconds * 10) / 10 }),
  },
  {
    kind: 'effect',
    id: 'cassetteai/sound-effects-generator',
    endpoint: 'cassetteai/sound-effects-generator',
    name: 'CassetteAI Sound Effects',
    prices: perUnit('request', 10_000),
    promptLimit: 5_000,
    hasSeed: false,
    fixed: {},
    promptField: 'prompt',
    leastSeconds: 1,
    mostSeconds: 30,
    lengthFields: (seconds) => ({ duration: Math.ceil(seconds) }),
  },
];

/** Music under a scene, or an effect in it. */
export function planSound(model: FalSoundModel, request: SoundRequest): Result<FalPlan> {
  const wrong = wordsFault(model, request.prompt);
  if (wrong !== null) return wrong;
  const wanted = flicksToSeconds(request.durationFlicks);
  if (wanted > model.mostSeconds) {
    return refused(
      `${model.name} makes at most ${model.mostSeconds} s of sound; ${Math.ceil(wanted)} s were asked for. Nothing was sent. Ask for less or choose another model.`,
    );
  }
  const seconds = Math.max(model.leastSeconds, wanted);
  const words = `${Math.ceil(seconds)} s of ${model.kind === 'music' ? 'music' : 'sound'}`;
  return ok({
    endpoint: model.endpoint,
    name: model.name,
    prices: model.prices,
    work: words,
    amounts: { second: Math.ceil(seconds * 10) / 10, minute: seconds / 60, request: 1 },
    files: [],
    input: () => ({
      ...model.fixed,
      [model.promptField]: request.prompt.trim(),
      ...model.lengthFields(seconds),
      ...(model.hasSeed ? { seed: request.seed } : {}),
    }),
  });
}
