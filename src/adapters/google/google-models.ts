import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { ModelFacts } from '../../domain/jobs/model-facts.ts';
import { flicksToSeconds } from '../../domain/kernel/time.ts';

export interface GoogleStillModel {
  readonly kind: 'still';
  readonly id: string;
  readonly name: string;
  /** Price of a picture by its size as Google spells it; models of one size are not asked for it. */
  readonly sizes: Readonly<Partial<Record<'1K' | '2K', number>>>;
  readonly hasSizes: boolean;
  readonly mostReferences: number;
}

export interface GoogleClipModel {
  readonly kind: 'clip';
  readonly id: string;
  readonly name: string;
  /** Price of a second by the resolution. */
  readonly secondUsdMicros: Readonly<Record<'720p' | '1080p', number>>;
}

export type GoogleModel = GoogleStillModel | GoogleClipModel;

/** The day on which the prices of the table were read. */
export const tablePricesDate = '2026-11-21';

/** Every model the adapter can ask for. */
export const googleModels: readonly GoogleModel[] = [
  {
    kind: 'still',
    id: 'gemini-3.1-flash-image-preview',
    name: 'Gemini 3.1 Flash Image',
    sizes: { '1K': 67_000, '2K': 101_000 },
    hasSizes: true,
    mostReferences: 10,
  },
  {
    kind: 'still',
    id: 'gemini-3-pro-image-preview',
    name: 'Gemini 3 Pro Image',
    sizes: { '1K': 134_000, '2K': 134_000 },
    hasSizes: true,
    mostReferences: 6,
  },
  {
    kind: 'still',
    id: 'gemini-2.5-flash-image',
    name: 'Gemini 2.5 Flash Image',
    sizes: { '1K': 39_000 },
    hasSizes: false,
    mostReferences: 3,
  },
  {
    kind: 'clip',
    id: 'veo-3.1-fast-generate-preview',
    name: 'Veo 3.1 Fast',
    secondUsdMicros: { '720p': 100_000, '1080p': 120_000 },
  },
  {
    kind: 'clip',
    id: 'veo-3.1-generate-preview',
    name: 'Veo 3.1',
    secondUsdMicros: { '720p': 400_000, '1080p': 400_000 },
  },
];

/** What a project uses until somebody chooses. */
export const defaultGoogleModels = {
  still: 'gemini-3.1-flash-image-preview',
  clip: 'veo-3.1-fast-generate-preview',
} as const;

const stillAspects = ['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'] as const;

/** The aspect that Google makes and that comes closest. */
export function stillAspect({ widthPx, heightPx }: Pick<PictureRequest, 'widthPx' | 'heightPx'>): string {
  const wanted = Math.log(widthPx / heightPx);
  const distance = (aspect: string): number => {
    const [width = 1, height = 1] = aspect.split(':').map(Number);
    return Math.abs(Math.log(width / height) - wanted);
  };
  return stillAspects.reduce((best, aspect) => (distance(aspect) < distance(best) ? aspect : best), '1:1');
}

/** 2K where a picture of about 1,400 pixels a side would be too small, and the model has it. */
export function stillSize(
  model: GoogleStillModel,
  { widthPx, heightPx }: Pick<PictureRequest, 'widthPx' | 'heightPx'>,
): '1K' | '2K' {
  return model.sizes['2K'] !== undefined && Math.max(widthPx, heightPx) > 1_400 ? '2K' : '1K';
}

export interface ClipShape {
  readonly seconds: 4 | 6 | 8;
  readonly resolution: '720p' | '1080p';
  readonly aspect: '16:9' | '9:16';
}

/** Length, resolution and aspect: 1080p, a last picture and references are made in eight seconds only. */
export function clipShape(request: PictureRequest): ClipShape {
  const { widthPx, heightPx, durationFlicks } = request;
  const asked = flicksToSeconds(durationFlicks);
  const seconds = asked <= 4 ? 4 : asked <= 6 ? 6 : 8;
  const resolution = Math.min(widthPx, heightPx) > 720 ? '1080p' : '720p';
  const fixed = resolution === '1080p' || request.endFrameAssetId !== undefined;
  return { seconds: fixed ? 8 : seconds, resolution, aspect: widthPx >= heightPx ? '16:9' : '9:16' };
}

export function factsOfGoogleModel(model: GoogleModel): ModelFacts {
  const isClip = model.kind === 'clip';
  const price = isClip ? model.secondUsdMicros['720p'] : (model.sizes['1K'] ?? 0);
  return {
    provider: 'google',
    id: model.id,
    name: model.name,
    kind: model.kind,
    lengthsSeconds: isClip ? [4, 6, 8] : null,
    mostSeconds: isClip ? 8 : null,
    aspects: isClip ? ['16:9', '9:16'] : null,
    // Veo reads 1,024 tokens: about four characters each, in English.
    mostPromptCharacters: isClip ? 4_000 : 20_000,
    mostReferences: isClip ? 0 : model.mostReferences,
    takesEndFrame: isClip,
    takesSeed: isClip,
    makesSound: isClip,
    voices: null,
    prices: [{ unit: isClip ? 'second' : 'image', usdMicros: price, pricedAtMs: null }],
    // Videos are held for two days; pictures come with the answer and are not held at all.
    keptForMs: isClip ? 2 * 24 * 60 * 60_000 : 0,
    inputSchema: null,
    origin: 'table',
    gone: false,
  };
}
