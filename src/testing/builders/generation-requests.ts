import type {
  PictureRequest,
  ReadingRequest,
  SoundRequest,
  SpeechRequest,
  TranscriptRequest,
  UpscaleRequest,
} from '../../domain/jobs/generation-request.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { secondsToFlicks } from '../../domain/kernel/time.ts';

/** A valid still request; pass what matters to the test. */
export function stillRequest(over: Partial<PictureRequest> = {}): PictureRequest {
  return {
    kind: 'still',
    provider: 'fake',
    model: 'fake-1',
    prompt: 'A lighthouse keeper climbs the stairs, wide shot',
    negativePrompt: null,
    seed: 7,
    widthPx: 1280,
    heightPx: 720,
    fpsNum: 24,
    fpsDen: 1,
    durationFlicks: 0,
    style: 'noir',
    slate: false,
    startFrameAssetId: null,
    brief: {
      kind: 'action',
      size: 'wide',
      angle: 'eye',
      move: 'static',
      lensMm: 28,
      description: 'A lighthouse keeper climbs the stairs.',
      subject: null,
      dialogue: null,
      characters: [{ name: 'KEEPER', description: null }],
      setting: 'interior',
      place: 'LIGHTHOUSE',
      timeOfDay: 'night',
      mood: null,
      sceneNumber: '1',
      shotNumber: '1A',
    },
    ...over,
  };
}

/** A valid clip request of five seconds; pass what matters to the test. */
export function clipRequest(over: Partial<PictureRequest> = {}): PictureRequest {
  return stillRequest({ kind: 'clip', durationFlicks: secondsToFlicks(5), ...over });
}

const common = { provider: 'fake', model: 'fake-1', seed: 7 };
const source = AssetId.parse('a'.repeat(64));

/** A valid line of speech; pass what matters to the test. */
export function speechRequest(over: Partial<SpeechRequest> = {}): SpeechRequest {
  const words = { text: 'Who lit the lamp?', voice: null, speed: 1, delivery: null };
  return { kind: 'speech', ...common, ...words, ...over };
}

/** Five seconds of music, or of an effect; pass what matters to the test. */
export function soundRequest(over: Partial<SoundRequest> = {}): SoundRequest {
  return {
    kind: 'effect',
    ...common,
    prompt: 'Waves against a rock',
    durationFlicks: secondsToFlicks(5),
    ...over,
  };
}

/** A still at twice its size; pass what matters to the test. */
export function upscaleRequest(over: Partial<UpscaleRequest> = {}): UpscaleRequest {
  return { kind: 'upscaled-still', ...common, sourceAssetId: source, factor: 2, ...over };
}

/** What is said in a recording; pass what matters to the test. */
export function transcriptRequest(over: Partial<TranscriptRequest> = {}): TranscriptRequest {
  return { kind: 'transcript', ...common, sourceAssetId: source, language: null, ...over };
}

/** A stretch of a story, read; pass what matters to the test. */
export function readingRequest(over: Partial<ReadingRequest> = {}): ReadingRequest {
  return {
    kind: 'reading',
    ...common,
    task: 'scenes',
    instructions: 'Name the scenes of the story.',
    text: 'The lamp had been dark for a year.',
    maxOutputTokens: 2_000,
    ...over,
  };
}
