import { flicksPerSecond } from '../kernel/time.ts';
import type { SpokenLine } from '../shots/spoken-line.ts';
import type { SoundRequest, SpeechRequest } from './generation-request.ts';

/** Who makes a sound, and what of the model's own form the project sets. */
export interface SoundMaker {
  readonly provider: string;
  readonly model: string;
  readonly extra?: SpeechRequest['extra'];
}

/** A voice as a request names it; null for the model's first. */
export interface RequestVoice extends SoundMaker {
  readonly voice: string | null;
  readonly speed: number;
}

/** Least and most that models make, seconds; a longer scene's music is carried on in the film. */
const leastSeconds = 1;

/** A line, spoken. Pure: the same line and voice give equal requests, so equal digests. */
export function speechRequest(line: SpokenLine, voice: RequestVoice, seed: number): SpeechRequest {
  return {
    kind: 'speech',
    ...makerFields(voice),
    seed,
    text: line.text,
    voice: voice.voice,
    speed: voice.speed,
    delivery: line.delivery,
  };
}

/** Music or an effect of a length, in whole seconds, so that a frame more or less asks for nothing new. */
export function soundRequest(
  kind: SoundRequest['kind'],
  maker: SoundMaker,
  ask: {
    readonly prompt: string;
    readonly durationFlicks: number;
    readonly mostSeconds: number | null;
    readonly seed: number;
  },
): SoundRequest {
  const wanted = Math.max(leastSeconds, Math.ceil(ask.durationFlicks / flicksPerSecond));
  const seconds = ask.mostSeconds === null ? wanted : Math.min(wanted, Math.floor(ask.mostSeconds));
  return {
    kind,
    ...makerFields(maker),
    seed: ask.seed,
    prompt: ask.prompt,
    durationFlicks: seconds * flicksPerSecond,
  };
}

function makerFields({
  provider,
  model,
  extra,
}: SoundMaker): Pick<SpeechRequest, 'provider' | 'model' | 'extra'> {
  return {
    provider,
    model,
    ...(extra === undefined || Object.keys(extra).length === 0 ? {} : { extra }),
  };
}
