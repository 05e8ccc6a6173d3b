import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { ModelFacts } from '../../domain/jobs/model-facts.ts';

/** How a model's price counts: 512 px tiles and steps, or whole megapixels. US dollars × 10⁻⁶. */
export type CloudflarePrice =
  /** Each tile of the picture, and each step once. */
  | { readonly by: 'tile-and-step'; readonly tileUsdMicros: number; readonly stepUsdMicros: number }
  /** Each tile of the picture, of each reference too, in each step where `perStep`. */
  | {
      readonly by: 'tile';
      readonly outputUsdMicros: number;
      readonly inputUsdMicros: number;
      readonly perStep: boolean;
    }
  /** The first megapixel, each one after it, and each megapixel of a reference. */
  | {
      readonly by: 'megapixel';
      readonly firstUsdMicros: number;
      readonly nextUsdMicros: number;
      readonly inputUsdMicros: number;
    };

export interface CloudflareModel {
  readonly id: string;
  readonly name: string;
  /** JSON, or a form with a field for each value, references as `input_image_0` and so on. */
  readonly body: 'json' | 'form';
  readonly promptLimit: number;
  /** null: the model makes one size only. */
  readonly mostSidePx: number | null;
  readonly steps: number;
  /** The field that steps are asked with; null where they are fixed. */
  readonly stepsField: 'steps' | 'num_steps' | null;
  readonly hasSeed: boolean;
  readonly hasNegativePrompt: boolean;
  readonly mostReferences: number;
  readonly price: CloudflarePrice;
}

/** The day on which the prices of the table were read. */
export const tablePricesDate = '2026-11-21';

const bfl = '@cf/black-forest-labs';

/** Every model the adapter can ask for, with the fields of its schema in Cloudflare's model catalogue. */
export const cloudflareModels: readonly CloudflareModel[] = [
  {
    id: `${bfl}/flux-2-klein-9b`,
    name: 'FLUX.2 [klein] 9B',
    body: 'form',
    promptLimit: 10_000,
    mostSidePx: 1920,
    steps: 4,
    stepsField: null,
    hasSeed: true,
    hasNegativePrompt: false,
    mostReferences: 4,
    price: { by: 'megapixel', firstUsdMicros: 15_000, nextUsdMicros: 2_000, inputUsdMicros: 2_000 },
  },
  {
    id: `${bfl}/flux-2-klein-4b`,
    name: 'FLUX.2 [klein] 4B',
    body: 'form',
    promptLimit: 10_000,
    mostSidePx: 1920,
    steps: 4,
    stepsField: null,
    hasSeed: true,
    hasNegativePrompt: false,
    mostReferences: 4,
    price: { by: 'tile', outputUsdMicros: 287, inputUsdMicros: 59, perStep: false },
  },
  {
    id: `${bfl}/flux-2-dev`,
    name: 'FLUX.2 [dev]',
    body: 'form',
    promptLimit: 10_000,
    mostSidePx: 1920,
    steps: 25,
    stepsField: 'steps',
    hasSeed: true,
    hasNegativePrompt: false,
    mostReferences: 4,
    price: { by: 'tile', outputUsdMicros: 410, inputUsdMicros: 210, perStep: true },
  },
  {
    id: '@cf/leonardo/lucid-origin',
    name: 'Lucid Origin',
    body: 'json',
    promptLimit: 10_000,
    mostSidePx: 2500,
    steps: 25,
    stepsField: 'num_steps',
    hasSeed: true,
    hasNegativePrompt: false,
    mostReferences: 0,
    price: { by: 'tile-and-step', tileUsdMicros: 7_000, stepUsdMicros: 132 },
  },
  {
    id: '@cf/leonardo/phoenix-1.0',
    name: 'Phoenix 1.0',
    body: 'json',
    promptLimit: 10_000,
    mostSidePx: 2048,
    steps: 25,
    stepsField: 'num_steps',
    hasSeed: true,
    hasNegativePrompt: true,
    mostReferences: 0,
    price: { by: 'tile-and-step', tileUsdMicros: 5_800, stepUsdMicros: 110 },
  },
  {
    id: `${bfl}/flux-1-schnell`,
    name: 'FLUX.1 [schnell], square',
    body: 'json',
    promptLimit: 2_048,
    mostSidePx: null,
    steps: 4,
    stepsField: 'steps',
    hasSeed: false,
    hasNegativePrompt: false,
    mostReferences: 0,
    price: { by: 'tile-and-step', tileUsdMicros: 53, stepUsdMicros: 106 },
  },
];

/** What a project uses until somebody chooses. */
export const defaultCloudflareModels = { still: `${bfl}/flux-2-klein-9b` } as const;

/** The size to ask for: the request's, scaled down where it is too large, in steps of 16; 1024 square where it is fixed. */
export function pictureSize(
  { mostSidePx }: CloudflareModel,
  { widthPx, heightPx }: Pick<PictureRequest, 'widthPx' | 'heightPx'>,
): { readonly width: number; readonly height: number } {
  if (mostSidePx === null) return { width: 1024, height: 1024 };
  const scale = Math.min(1, mostSidePx / Math.max(widthPx, heightPx));
  const step = (px: number): number => Math.max(256, Math.round((px * scale) / 16) * 16);
  return { width: step(widthPx), height: step(heightPx) };
}

/** The price of a picture of a size, with references of at most a megapixel each, US dollars × 10⁻⁶. */
export function priceOf(
  model: CloudflareModel,
  { width, height }: { readonly width: number; readonly height: number },
  references: number,
): number {
  const { price, steps } = model;
  const tiles = Math.ceil(width / 512) * Math.ceil(height / 512);
  const tilesOfReference = 4;
  switch (price.by) {
    case 'tile-and-step':
      return tiles * price.tileUsdMicros + steps * price.stepUsdMicros;
    case 'tile': {
      const once = tiles * price.outputUsdMicros + references * tilesOfReference * price.inputUsdMicros;
      return price.perStep ? once * steps : once;
    }
    case 'megapixel': {
      const more = Math.max(0, Math.ceil((width * height) / 1_048_576) - 1);
      return price.firstUsdMicros + more * price.nextUsdMicros + references * price.inputUsdMicros;
    }
  }
}

export function factsOfCloudflareModel(model: CloudflareModel): ModelFacts {
  return {
    provider: 'cloudflare',
    id: model.id,
    name: model.name,
    kind: 'still',
    lengthsSeconds: null,
    mostSeconds: null,
    aspects: model.mostSidePx === null ? ['1:1'] : null,
    mostPromptCharacters: model.promptLimit,
    mostReferences: model.mostReferences,
    takesEndFrame: false,
    takesSeed: model.hasSeed,
    makesSound: false,
    voices: null,
    prices: [
      { unit: 'image', usdMicros: priceOf(model, { width: 1024, height: 1024 }, 0), pricedAtMs: null },
    ],
    keptForMs: 0,
    inputSchema: null,
    origin: 'table',
    gone: false,
  };
}
