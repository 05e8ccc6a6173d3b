import type { TranscriptRequest } from '../../../domain/jobs/generation-request.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { flicksToSeconds } from '../../../domain/kernel/time.ts';
import { type FalModelBase, type FalPlan, type Fields, perUnit, refused } from './fal-model.ts';

export interface FalTranscriptModel extends FalModelBase<'transcript'> {
  readonly languageField: 'language' | 'language_code';
  /** Languages that it is told by their two letters; null where any may be named. */
  readonly languages: readonly string[] | null;
}

const whisperLanguages =
  'af am ar as az ba be bg bn bo br bs ca cs cy da de el en es et eu fa fi fo fr gl gu ha haw he hi hr ht hu hy id is it ja jw ka kk km kn ko la lb ln lo lt lv mg mi mk ml mn mr ms mt my ne nl nn no oc pa pl ps pt ro ru sa sd si sk sl sn so sq sr su sv sw ta te tg th tk tl tr tt uk ur uz vi yi yo zh'.split(
    ' ',
  );

/** Only models that give each word its time: captions are made of it. */
export const transcriptModels: readonly FalTranscriptModel[] = [
  {
    kind: 'transcript',
    id: 'fal-ai/elevenlabs/speech-to-text/scribe-v2',
    endpoint: 'fal-ai/elevenlabs/speech-to-text/scribe-v2',
    name: 'ElevenLabs Scribe v2',
    prices: perUnit('minute', 8_000),
    promptLimit: null,
    hasSeed: false,
    fixed: {
      diarize: false,
      tag_audio_events: false,
    } satisfies Fields<'fal-ai/elevenlabs/speech-to-text/scribe-v2'>,
    languageField: 'language_code',
    languages: null,
  },
  {
    kind: 'transcript',
    id: 'fal-ai/whisper',
    endpoint: 'fal-ai/whisper',
    name: 'Whisper',
    prices: perUnit('compute-second', 1_110),
    promptLimit: null,
    hasSeed: false,
    fixed: { task: 'transcribe', chunk_level: 'word' } satisfies Fields<'fal-ai/whisper'>,
    languageField: 'language',
    languages: whisperLanguages,
  },
];

/** Where a request does not say how long its recording is: what a price before the submit is reckoned with. */
const assumedMinutes = 5;
/** Whisper hears about ten times as fast as people speak. */
const computeSecondsPerMinute = 6;

export function planTranscript(model: FalTranscriptModel, request: TranscriptRequest): Result<FalPlan> {
  const language = request.language?.split('-')[0]?.toLowerCase() ?? null;
  if (language !== null && model.languages?.includes(language) === false) {
    return refused(
      `${model.name} does not hear the language "${request.language}". Nothing was sent. Let it find the language itself, or choose another model.`,
    );
  }
  const seconds =
    request.durationFlicks === undefined
      ? assumedMinutes * 60
      : Math.max(1, Math.ceil(flicksToSeconds(request.durationFlicks)));
  const minutes = seconds / 60;
  return ok({
    endpoint: model.endpoint,
    name: model.name,
    prices: model.prices,
    work:
      request.durationFlicks === undefined
        ? `a recording of up to ${assumedMinutes} minutes`
        : `a recording of ${seconds} s`,
    amounts: {
      minute: minutes,
      second: seconds,
      'compute-second': Math.max(1, minutes * computeSecondsPerMinute),
      request: 1,
    },
    files: [{ assetId: request.sourceAssetId, medium: ['audio', 'video'] }],
    input: (addressOf) => ({
      ...model.fixed,
      audio_url: addressOf(request.sourceAssetId),
      ...(language === null ? {} : { [model.languageField]: language }),
    }),
  });
}
