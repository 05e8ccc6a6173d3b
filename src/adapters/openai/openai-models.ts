import type { ImageModel } from 'openai/resources/images';
import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { ModelFacts } from '../../domain/jobs/model-facts.ts';

/** How much work goes into a picture; a person sets it as the model's own field `quality`. */
export const qualities = ['low', 'medium', 'high'] as const;
export type Quality = (typeof qualities)[number];

export interface OpenAiModel {
  /** One that the vendor's own list does not know does not compile. */
  readonly id: ImageModel;
  readonly name: string;
  /** Any size in steps of 16 between two areas, or one of a few. */
  readonly sizes: 'free' | readonly (readonly [width: number, height: number])[];
  /** US dollars × 10⁻⁶ per token, which is dollars per million, on {@link tablePricesDate}. */
  readonly textInputPrice: number;
  readonly imageInputPrice: number;
  readonly imageOutputPrice: number;
}

/** The day on which the prices of the table were read. */
export const tablePricesDate = '2026-11-21';

const gptImage2Prices = { textInputPrice: 5, imageInputPrice: 8, imageOutputPrice: 30 } as const;

/** Every model the adapter can ask for. */
export const openAiModels: readonly OpenAiModel[] = [
  { id: 'gpt-image-2.5-flare', name: 'GPT Image 2.5 Flare', sizes: 'free', ...gptImage2Prices },
  { id: 'gpt-image-2.5-sunburst', name: 'GPT Image 2.5 Sunburst', sizes: 'free', ...gptImage2Prices },
  { id: 'gpt-image-2', name: 'GPT Image 2', sizes: 'free', ...gptImage2Prices },
  {
    id: 'gpt-image-1.5',
    name: 'GPT Image 1.5',
    sizes: [
      [1024, 1024],
      [1536, 1024],
      [1024, 1536],
    ],
    textInputPrice: 5,
    imageInputPrice: 8,
    imageOutputPrice: 32,
  },
];

/** What a project uses until somebody chooses. */
export const defaultOpenAiModels = { still: 'gpt-image-2.5-flare' } as const;

/** The quality that a person set in the model's form, else the middle one. */
export function qualityOf({ extra }: Pick<PictureRequest, 'extra'>): Quality {
  return qualities.find((one) => one === extra?.['quality']) ?? 'medium';
}

const stepPx = 16;
const longestSidePx = 3840;
const leastPixels = 655_360;
const mostPixels = 8_294_400;

/** The size to ask for: the request's aspect, within what the model makes; the nearest aspect where it has only a few. */
export function pictureSize(
  { sizes }: OpenAiModel,
  { widthPx, heightPx }: Pick<PictureRequest, 'widthPx' | 'heightPx'>,
): { readonly width: number; readonly height: number } {
  if (sizes !== 'free') {
    const away = ([width, height]: readonly [number, number]): number =>
      Math.abs(Math.log(width / height / (widthPx / heightPx)));
    const [width, height] = sizes.reduce((best, one) => (away(one) < away(best) ? one : best));
    return { width, height };
  }
  // Beyond 3:1 the picture is made at 3:1, and the film covers its frame with it.
  const ratio = Math.min(3, Math.max(widthPx, heightPx) / Math.min(widthPx, heightPx));
  const wanted = Math.min(mostPixels, Math.max(leastPixels, widthPx * heightPx));
  let long = Math.floor(Math.min(longestSidePx, Math.sqrt(wanted * ratio)) / stepPx) * stepPx;
  let short = Math.round(long / ratio / stepPx) * stepPx;
  while (long * short < leastPixels || long > 3 * short) short += stepPx;
  while (long * short > mostPixels) long -= stepPx;
  return widthPx >= heightPx ? { width: long, height: short } : { width: short, height: long };
}

/** Tokens that GPT Image 1.5 makes, by the vendor's table. */
const tokensOfFixedSize: Readonly<Record<Quality, { readonly square: number; readonly long: number }>> = {
  low: { square: 272, long: 408 },
  medium: { square: 1_056, long: 1_584 },
  high: { square: 4_160, long: 6_240 },
};
const axisOfQuality: Readonly<Record<Quality, number>> = { low: 16, medium: 48, high: 96 };

/** Image tokens that a picture is made of, as the vendor's calculator counts them for GPT Image 2. */
export function outputTokens(
  { sizes }: OpenAiModel,
  { width, height }: { readonly width: number; readonly height: number },
  quality: Quality,
): number {
  if (sizes !== 'free') {
    const of = tokensOfFixedSize[quality];
    return width === height ? of.square : of.long;
  }
  const long = axisOfQuality[quality];
  const short = Math.round((long * Math.min(width, height)) / Math.max(width, height));
  return Math.ceil((long * short * (2_000_000 + width * height)) / 4_000_000);
}

/** Tokens that a reference is read as, at most, whatever its size. */
const tokensOfReference = 1_600;

/** What a request will cost, US dollars × 10⁻⁶: its picture, its words, its references. */
export function estimateCost(model: OpenAiModel, request: PictureRequest): number {
  const size = pictureSize(model, request);
  const words = Math.ceil(request.prompt.length / 3);
  const references = (request.referenceAssetIds?.length ?? 0) * tokensOfReference;
  return (
    outputTokens(model, size, qualityOf(request)) * model.imageOutputPrice +
    words * model.textInputPrice +
    references * model.imageInputPrice
  );
}

export function factsOfOpenAiModel(model: OpenAiModel): ModelFacts {
  return {
    provider: 'openai',
    id: model.id,
    name: model.name,
    kind: 'still',
    lengthsSeconds: null,
    mostSeconds: null,
    aspects: null,
    mostPromptCharacters: 32_000,
    mostReferences: 16,
    takesEndFrame: false,
    takesSeed: false,
    makesSound: false,
    voices: null,
    prices: [
      { unit: 'input-token', usdMicros: model.textInputPrice * 1_000_000, pricedAtMs: null },
      { unit: 'output-token', usdMicros: model.imageOutputPrice * 1_000_000, pricedAtMs: null },
    ],
    keptForMs: 0,
    inputSchema: {
      type: 'object',
      properties: { quality: { type: 'string', enum: [...qualities], default: 'medium' } },
    },
    origin: 'table',
    gone: false,
  };
}
