import type { EndpointTypeMap } from '@fal-ai/client/endpoints';

/** How an amount of work is counted for its price. */
export type PriceUnit = 'megapixel' | 'second';

interface FalModelBase {
  /** Fal's endpoint id; one that the vendor's own list does not know does not compile. */
  readonly id: keyof EndpointTypeMap;
  readonly name: string;
  readonly unit: PriceUnit;
  /** US dollars × 10⁻⁶ per unit, as Fal's model page said on {@link tablePricesDate}. Used where the live price cannot be read. */
  readonly tablePriceUsdMicros: number;
  /** Longest prompt, characters. */
  readonly promptLimit: number;
  /** Fields that every request to this model carries. */
  readonly fixed: Readonly<Record<string, string | number | boolean>>;
  readonly hasSeed: boolean;
  readonly hasNegativePrompt: boolean;
}

export interface FalStillModel extends FalModelBase {
  readonly kind: 'still';
  readonly unit: 'megapixel';
  /** Sides are multiples of this, and at most that. Larger requests are scaled down in their aspect. */
  readonly sideStepPx: number;
  readonly longestSidePx: number;
}

export interface FalClipModel extends FalModelBase {
  readonly kind: 'clip';
  readonly unit: 'second';
  /** Lengths the model makes, ascending, each in the model's own spelling. */
  readonly durations: readonly { readonly seconds: number; readonly spelling: string }[];
  readonly imageField: 'image_url' | 'start_image_url';
  /** Frame rates the model makes, where it can be told. */
  readonly frameRates: readonly string[] | null;
}

export type FalModel = FalStillModel | FalClipModel;

/** The day on which the prices of the table were read. */
export const tablePricesDate = '2026-11-21';

/** Input fields by the vendor's own types. */
type Fields<Id extends keyof EndpointTypeMap> = Partial<EndpointTypeMap[Id]['input']>;

const seconds = (spell: (n: number) => string, ...lengths: number[]): FalClipModel['durations'] =>
  lengths.map((length) => ({ seconds: length, spelling: spell(length) }));
const bare = String;
const withS = (n: number): string => `${n}s`;

const flux = {
  kind: 'still',
  unit: 'megapixel',
  sideStepPx: 16,
  longestSidePx: 1536,
  promptLimit: 5_000,
  hasSeed: true,
  hasNegativePrompt: false,
  fixed: {
    num_images: 1,
    output_format: 'png',
    enable_safety_checker: true,
  } satisfies Fields<'fal-ai/flux/dev'>,
} as const satisfies Partial<FalStillModel>;

const ltx = {
  kind: 'clip',
  unit: 'second',
  durations: seconds(bare, 6, 8, 10),
  imageField: 'image_url',
  frameRates: ['24', '25', '48', '50'],
  promptLimit: 5_000,
  hasSeed: false,
  hasNegativePrompt: false,
  fixed: {
    resolution: '1080p',
    aspect_ratio: 'auto',
    generate_audio: false,
  } satisfies Fields<'fal-ai/ltx-2.3/image-to-video'>,
} as const satisfies Partial<FalClipModel>;

const veo = {
  kind: 'clip',
  unit: 'second',
  durations: seconds(withS, 4, 6, 8),
  imageField: 'image_url',
  frameRates: null,
  promptLimit: 20_000,
  hasSeed: true,
  hasNegativePrompt: true,
  fixed: {
    resolution: '720p',
    aspect_ratio: 'auto',
    generate_audio: false,
  } satisfies Fields<'fal-ai/veo3.1/image-to-video'>,
} as const satisfies Partial<FalClipModel>;

const kling = {
  kind: 'clip',
  unit: 'second',
  durations: seconds(bare, 5, 10),
  imageField: 'image_url',
  frameRates: null,
  promptLimit: 2_500,
  hasSeed: false,
  hasNegativePrompt: true,
  fixed: {},
} as const satisfies Partial<FalClipModel>;

/** Every model the adapter can ask for. Input fields are those of the endpoint's schema; a model is added here and nowhere else. */
export const falModels: readonly FalModel[] = [
  { ...flux, id: 'fal-ai/flux/dev', name: 'FLUX.1 [dev]', tablePriceUsdMicros: 25_000 },
  { ...flux, id: 'fal-ai/flux/schnell', name: 'FLUX.1 [schnell]', tablePriceUsdMicros: 3_000 },
  {
    ...flux,
    id: 'fal-ai/flux-pro/v1.1',
    name: 'FLUX1.1 [pro]',
    tablePriceUsdMicros: 40_000,
    sideStepPx: 32,
    longestSidePx: 1440,
    fixed: { num_images: 1, output_format: 'png' },
  },
  {
    ...kling,
    id: 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video',
    name: 'Kling 2.5 Turbo Pro',
    tablePriceUsdMicros: 70_000,
  },
  {
    ...kling,
    id: 'fal-ai/kling-video/v2.5-turbo/standard/image-to-video',
    name: 'Kling 2.5 Turbo Standard',
    tablePriceUsdMicros: 42_000,
  },
  { ...ltx, id: 'fal-ai/ltx-2.3/image-to-video', name: 'LTX-2.3 Pro', tablePriceUsdMicros: 60_000 },
  { ...ltx, id: 'fal-ai/ltx-2.3/image-to-video/fast', name: 'LTX-2.3 Fast', tablePriceUsdMicros: 40_000 },
  { ...veo, id: 'fal-ai/veo3.1/image-to-video', name: 'Veo 3.1', tablePriceUsdMicros: 200_000 },
  { ...veo, id: 'fal-ai/veo3.1/fast/image-to-video', name: 'Veo 3.1 Fast', tablePriceUsdMicros: 100_000 },
];

/** What a project uses until somebody chooses. */
export const defaultFalModels = {
  still: 'fal-ai/flux/dev',
  clip: 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video',
} as const;

export function findFalModel(id: string): FalModel | null {
  return falModels.find((model) => model.id === id) ?? null;
}
