import type { GenerationRequest } from '../jobs/generation-request.ts';
import type { ModelChoice } from '../project/model-choice.ts';
import type { Voice } from '../project/voice.ts';
import type { SpokenLine } from '../shots/spoken-line.ts';
import type { Take } from './take.ts';

/** A sound take with the request that was frozen for it; null for a file of a person's own, or where the request is not known. */
export interface SoundTake {
  readonly take: Pick<Take, 'jobId'>;
  readonly request: GenerationRequest | null;
}

/** Which model somebody chose to make it, and nothing of it where nobody did. */
export type ChosenModel = Pick<ModelChoice, 'provider' | 'model'> | null;

/**
 * Whether a spoken take says the line as it stands, in the voice that was chosen for its speaker. Where nobody chose a voice, the
 * one it has is as good as any; where nobody chose a model either, so is the model. A file that a person brought is never outdated.
 */
export function isCurrentSpeech(
  { take, request }: SoundTake,
  line: SpokenLine | null,
  voice: Voice | null,
  chosen: ChosenModel,
): boolean {
  if (take.jobId === null || request === null) return true;
  if (request.kind !== 'speech' || line === null) return false;
  if (request.text !== line.text || request.delivery !== line.delivery) return false;
  if (voice === null) return isMadeBy(request, chosen);
  return isMadeBy(request, voice) && request.voice === voice.voice && request.speed === voice.speed;
}

/** Whether music or an effect was made with these words. A length that changed makes none outdated: the film cuts or repeats it. */
export function isCurrentSound({ take, request }: SoundTake, prompt: string, chosen: ChosenModel): boolean {
  if (take.jobId === null || request === null) return true;
  if (request.kind !== 'music' && request.kind !== 'effect') return false;
  return request.prompt === prompt && isMadeBy(request, chosen);
}

function isMadeBy({ provider, model }: GenerationRequest, chosen: ChosenModel): boolean {
  return chosen === null || (chosen.provider === provider && chosen.model === model);
}
