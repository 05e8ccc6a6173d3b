import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
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
