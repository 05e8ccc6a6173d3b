import type { GenerationKind } from '../../../domain/jobs/generation-request.ts';
import { clipModels, type FalClipModel } from './clip-models.ts';
import { type FalReadingModel, readingModels } from './reading-models.ts';
import { type FalSoundModel, soundModels } from './sound-models.ts';
import { type FalSpeechModel, speechModels } from './speech-models.ts';
import { type FalStillModel, stillModels } from './still-models.ts';
import { type FalTranscriptModel, transcriptModels } from './transcript-models.ts';
import { type FalUpscaleModel, upscaleModels } from './upscale-models.ts';

export type FalModel =
  | FalStillModel
  | FalClipModel
  | FalSpeechModel
  | FalSoundModel
  | FalUpscaleModel
  | FalTranscriptModel
  | FalReadingModel;

/** Every model of our own table, the usual ones of each kind first. A model is added in its kind's file and nowhere else. */
export const falModels: readonly FalModel[] = [
  ...stillModels,
  ...clipModels,
  ...speechModels,
  ...soundModels,
  ...upscaleModels,
  ...transcriptModels,
  ...readingModels,
];

/** What a project uses until somebody chooses. */
export const defaultFalModels = {
  still: 'fal-ai/flux/dev',
  clip: 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video',
  speech: 'fal-ai/elevenlabs/tts/eleven-v3',
  music: 'fal-ai/elevenlabs/music',
  effect: 'fal-ai/elevenlabs/sound-effects/v2',
  'upscaled-still': 'fal-ai/topaz/upscale/image',
  'upscaled-clip': 'fal-ai/topaz/upscale/video',
  transcript: 'fal-ai/elevenlabs/speech-to-text/scribe-v2',
  reading: 'openrouter/router/google/gemini-2.5-flash',
} as const satisfies Record<GenerationKind, string>;

export function findFalModel(id: string): FalModel | null {
  return falModels.find((model) => model.id === id) ?? null;
}
