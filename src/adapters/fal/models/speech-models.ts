import type { SpeechRequest } from '../../../domain/jobs/generation-request.ts';
import type { ModelVoice } from '../../../domain/jobs/model-facts.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { type FalInput, type FalModelBase, type FalPlan, perUnit, refused, wordsFault } from './fal-model.ts';

export interface FalSpeechModel extends FalModelBase<'speech'> {
  readonly textField: 'text' | 'prompt';
  readonly voices: readonly ModelVoice[];
  /** Whether voices of a person's own, which no list has, may be named too. */
  readonly takesOwnVoices: boolean;
  /** Whether the pace can be set. */
  readonly hasSpeed: boolean;
  /** Voice and pace in the model's own fields. */
  readonly voiceFields: (voice: string, speed: number) => FalInput;
  /** The words with how they are said, where the model takes that from the words. */
  readonly direct: ((words: string, delivery: string) => string) | null;
}

/** "Rachel she", "Bill he old": the id, then how it sounds, where the vendor says. */
const voices = (language: string | null, ...lines: string[]): ModelVoice[] =>
  lines.map((line) => {
    const [id = '', ...sound] = line.split(' ');
    const gender = (['she', 'he'] as const).find((word) => sound.includes(word));
    const age = (['child', 'young', 'adult', 'old'] as const).find((word) => sound.includes(word));
    return {
      ...{ id, name: nameOf(id), language },
      ...(gender === undefined ? {} : { gender }),
      ...(age === undefined ? {} : { age }),
    };
  });
/** "af_heart" is Heart, "Wise_Woman" Wise Woman. */
const nameOf = (id: string): string => {
  const words = id.replace(/^[a-z]{2}_/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const speechModels: readonly FalSpeechModel[] = [
  {
    kind: 'speech',
    id: 'fal-ai/elevenlabs/tts/eleven-v3',
    endpoint: 'fal-ai/elevenlabs/tts/eleven-v3',
    name: 'ElevenLabs v3',
    prices: perUnit('character', 100_000_000),
    promptLimit: 5_000,
    hasSeed: false,
    fixed: {},
    textField: 'text',
    voices: voices(
      null,
      'Rachel she adult',
      'Aria she adult',
      'Roger he adult',
      'Sarah she young',
      'Laura she young',
      'Charlie he young',
      'George he adult',
      'Callum he adult',
      'River',
      'Liam he young',
      'Charlotte she young',
      'Alice she adult',
      'Matilda she adult',
      'Will he young',
      'Jessica she young',
      'Eric he adult',
      'Chris he adult',
      'Brian he adult',
      'Daniel he adult',
      'Lily she adult',
      'Bill he old',
    ),
    takesOwnVoices: true,
    hasSpeed: false,
    voiceFields: (voice) => ({ voice }),
    // The model reads directions in square brackets; brackets of the script's own would end them.
    direct: (words, delivery) => `[${delivery.replace(/[[\]]/g, '')}] ${words}`,
  },
  {
    kind: 'speech',
    id: 'fal-ai/minimax/speech-2.8-hd',
    endpoint: 'fal-ai/minimax/speech-2.8-hd',
    name: 'MiniMax Speech 2.8 HD',
    prices: perUnit('character', 100_000_000),
    promptLimit: 10_000,
    hasSeed: false,
    // Without it the sound comes as text in the answer, with no file at an address.
    fixed: { output_format: 'url' },
    textField: 'prompt',
    voices: voices(
      null,
      'Wise_Woman she old',
      'Friendly_Person',
      'Inspirational_girl she young',
      'Deep_Voice_Man he adult',
      'Calm_Woman she adult',
      'Casual_Guy he young',
      'Lively_Girl she young',
      'Patient_Man he adult',
      'Young_Knight he young',
      'Determined_Man he adult',
      'Lovely_Girl she child',
      'Decent_Boy he child',
      'Imposing_Manner she adult',
      'Elegant_Man he adult',
      'Abbess she old',
      'Sweet_Girl_2 she child',
      'Exuberant_Girl she young',
    ),
    takesOwnVoices: true,
    hasSpeed: true,
    voiceFields: (voice, speed) => ({ voice_setting: { voice_id: voice, speed } }),
    direct: null,
  },
  {
    kind: 'speech',
    id: 'fal-ai/kokoro/american-english',
    endpoint: 'fal-ai/kokoro/american-english',
    name: 'Kokoro, American English',
    prices: perUnit('character', 20_000_000),
    promptLimit: 20_000,
    hasSeed: false,
    fixed: {},
    textField: 'prompt',
    voices: voices(
      'en',
      'af_heart she adult',
      'af_alloy she adult',
      'af_aoede she adult',
      'af_bella she adult',
      'af_jessica she adult',
      'af_kore she adult',
      'af_nicole she adult',
      'af_nova she adult',
      'af_river she adult',
      'af_sarah she adult',
      'af_sky she adult',
      'am_adam he adult',
      'am_echo he adult',
      'am_eric he adult',
      'am_fenrir he adult',
      'am_liam he adult',
      'am_michael he adult',
      'am_onyx he adult',
      'am_puck he adult',
      'am_santa he old',
    ),
    takesOwnVoices: false,
    hasSpeed: true,
    voiceFields: (voice, speed) => ({ voice, speed }),
    direct: null,
  },
];

/** A line, spoken. Its delivery goes in only where the model takes one: a voice would read it out otherwise. */
export function planSpeech(model: FalSpeechModel, request: SpeechRequest): Result<FalPlan> {
  if (request.text.trim() === '') return wordsFault(model, '') ?? refused('');
  const spoken = request.text.trim();
  const words =
    model.direct === null || request.delivery === null ? spoken : model.direct(spoken, request.delivery);
  const tooLong = wordsFault(model, words);
  if (tooLong !== null) return tooLong;
  const voice = request.voice ?? model.voices[0]?.id ?? '';
  if (!model.takesOwnVoices && !model.voices.some(({ id }) => id === voice)) {
    return refused(
      `${model.name} has no voice "${voice}". Nothing was sent. Use one of: ${model.voices.map(({ id }) => id).join(', ')}.`,
    );
  }
  if (!model.hasSpeed && request.speed !== 1) {
    return refused(
      `${model.name} speaks at each voice's own pace. Nothing was sent. Set the pace to 1 or choose another model.`,
    );
  }
  return ok({
    endpoint: model.endpoint,
    name: model.name,
    prices: model.prices,
    work: `${words.length} characters of speech`,
    amounts: { character: words.length, word: words.split(/\s+/).length, request: 1 },
    files: [],
    input: () => ({
      ...model.fixed,
      [model.textField]: words,
      ...model.voiceFields(voice, request.speed),
    }),
  });
}
