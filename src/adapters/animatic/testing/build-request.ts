import type { PictureRequest, ShotBrief } from '../../../domain/jobs/generation-request.ts';
import { secondsToFlicks } from '../../../domain/kernel/time.ts';

export interface RequestParts extends Partial<Omit<PictureRequest, 'brief' | 'durationFlicks'>> {
  readonly seconds?: number;
  readonly brief?: Partial<ShotBrief>;
}

/** A request for the animatic, small and short unless it says otherwise. */
export function buildRequest({ seconds = 0.5, brief = {}, ...rest }: RequestParts = {}): PictureRequest {
  return {
    kind: 'still',
    provider: 'animatic',
    model: 'animatic-1',
    prompt: '',
    negativePrompt: null,
    seed: 7,
    widthPx: 256,
    heightPx: 144,
    fpsNum: 24,
    fpsDen: 1,
    durationFlicks: secondsToFlicks(seconds),
    style: 'cinema',
    slate: false,
    startFrameAssetId: null,
    brief: {
      kind: 'action',
      size: 'wide',
      angle: 'eye',
      move: 'static',
      lensMm: 35,
      description: 'Mara polishes the great lens with a rag.',
      subject: null,
      dialogue: null,
      characters: [{ name: 'MARA', description: '60s, weathered hands, a navy sweater' }],
      setting: 'interior',
      place: 'LIGHTHOUSE - LAMP ROOM',
      timeOfDay: 'night',
      mood: null,
      sceneNumber: '2',
      shotNumber: '2A',
      ...brief,
    },
    ...rest,
  };
}
