import type { PictureRequest } from '../../../domain/jobs/generation-request.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { Aspect } from '../../../domain/project/project.ts';
import {
  type FalEndpoint,
  type FalInput,
  type FalModelBase,
  type FalPlan,
  type FalPrice,
  type Fields,
  perUnit,
} from './fal-model.ts';
import { aspectOf, shapeFault } from './frame-aspect.ts';

export interface FalStillModel extends FalModelBase<'still'> {
  readonly size: PixelSize | NamedSize;
  /** Where a request with reference pictures goes; null for a model that looks at none. */
  readonly edit: {
    readonly endpoint: FalEndpoint;
    readonly most: number;
    readonly prices: readonly FalPrice[];
  } | null;
}

/** Width and height as numbers: multiples of a step. What is too large or too small is scaled in its aspect. */
interface PixelSize {
  readonly by: 'pixels';
  readonly stepPx: number;
  readonly longestSidePx: number;
  readonly leastPixels: number;
}

/** A shape by its name, and a fineness by its name for the longest side that it covers. */
interface NamedSize {
  readonly by: 'name';
  readonly aspects: readonly Aspect[];
  readonly resolutions: readonly { readonly upToPx: number; readonly spelling: string }[];
}

const flux = {
  kind: 'still',
  size: { by: 'pixels', stepPx: 16, longestSidePx: 1536, leastPixels: 0 },
  promptLimit: 5_000,
  hasSeed: true,
  edit: null,
  fixed: {
    num_images: 1,
    output_format: 'png',
    enable_safety_checker: true,
  } satisfies Fields<'fal-ai/flux/dev'>,
} as const satisfies Partial<FalStillModel>;

export const stillModels: readonly FalStillModel[] = [
  {
    ...flux,
    id: 'fal-ai/flux/dev',
    endpoint: 'fal-ai/flux/dev',
    name: 'FLUX.1 [dev]',
    prices: perUnit('megapixel', 25_000),
  },
  {
    ...flux,
    id: 'fal-ai/flux/schnell',
    endpoint: 'fal-ai/flux/schnell',
    name: 'FLUX.1 [schnell]',
    prices: perUnit('megapixel', 3_000),
  },
  {
    ...flux,
    id: 'fal-ai/flux-pro/v1.1',
    endpoint: 'fal-ai/flux-pro/v1.1',
    name: 'FLUX1.1 [pro]',
    prices: perUnit('megapixel', 40_000),
    size: { by: 'pixels', stepPx: 32, longestSidePx: 1440, leastPixels: 0 },
    fixed: { num_images: 1, output_format: 'png' } satisfies Fields<'fal-ai/flux-pro/v1.1'>,
  },
  {
    kind: 'still',
    id: 'fal-ai/flux-2-pro',
    endpoint: 'fal-ai/flux-2-pro',
    name: 'FLUX.2 [pro]',
    prices: perUnit('megapixel', 30_000),
    size: { by: 'pixels', stepPx: 16, longestSidePx: 2048, leastPixels: 0 },
    promptLimit: 10_000,
    hasSeed: true,
    edit: { endpoint: 'fal-ai/flux-2-pro/edit', most: 8, prices: perUnit('megapixel', 45_000) },
    fixed: { output_format: 'png', enable_safety_checker: true } satisfies Fields<'fal-ai/flux-2-pro'>,
  },
  {
    kind: 'still',
    id: 'fal-ai/bytedance/seedream/v4.5/text-to-image',
    endpoint: 'fal-ai/bytedance/seedream/v4.5/text-to-image',
    name: 'Seedream 4.5',
    prices: perUnit('image', 40_000),
    size: { by: 'pixels', stepPx: 8, longestSidePx: 4096, leastPixels: 2560 * 1440 },
    promptLimit: 5_000,
    hasSeed: true,
    edit: { endpoint: 'fal-ai/bytedance/seedream/v4.5/edit', most: 10, prices: perUnit('image', 40_000) },
    fixed: {
      num_images: 1,
      max_images: 1,
      enable_safety_checker: true,
    } satisfies Fields<'fal-ai/bytedance/seedream/v4.5/text-to-image'>,
  },
  {
    kind: 'still',
    id: 'fal-ai/nano-banana-pro',
    endpoint: 'fal-ai/nano-banana-pro',
    name: 'Nano Banana Pro',
    prices: perUnit('image', 150_000),
    size: {
      by: 'name',
      aspects: ['16:9', '9:16', '1:1', '21:9', '4:5'],
      // 4K costs twice as much, and no film of the studio needs it.
      resolutions: [
        { upToPx: 1376, spelling: '1K' },
        { upToPx: Number.POSITIVE_INFINITY, spelling: '2K' },
      ],
    },
    promptLimit: 20_000,
    hasSeed: true,
    edit: { endpoint: 'fal-ai/nano-banana-pro/edit', most: 14, prices: perUnit('image', 150_000) },
    fixed: { num_images: 1, output_format: 'png' } satisfies Fields<'fal-ai/nano-banana-pro'>,
  },
];

/** A picture from words, or from words and the pictures of those who are to look the same. */
export function planStill(model: FalStillModel, request: PictureRequest): Result<FalPlan> {
  const size = sizeFields(model, request);
  if (!size.ok) return size;
  const references = request.referenceAssetIds ?? [];
  const edit = references.length > 0 ? model.edit : null;
  const { pixels, fields } = size.value;
  const megapixels = Math.ceil(pixels / 1_000_000);
  const { endpoint, prices } = edit ?? model;
  const byMegapixel = prices.some(({ unit }) => unit === 'megapixel');
  return ok({
    endpoint,
    name: model.name,
    prices,
    work: byMegapixel ? `1 image of ${megapixels} MP` : '1 image',
    // Fal calls a megapixel an image in some of its prices; the dearer reading is the safe one.
    amounts: { image: byMegapixel ? megapixels : 1, megapixel: megapixels, request: 1 },
    files: references.map((assetId) => ({ assetId, medium: ['image'] })),
    input: (addressOf) => ({
      ...model.fixed,
      prompt: request.prompt.trim(),
      ...(model.hasSeed ? { seed: request.seed } : {}),
      ...fields,
      ...(edit === null ? {} : { image_urls: references.map(addressOf) }),
    }),
  });
}

function sizeFields(
  { name, size }: FalStillModel,
  request: PictureRequest,
): Result<{ readonly pixels: number; readonly fields: FalInput }> {
  if (size.by === 'pixels') {
    const { width, height } = stillSize(size, request);
    return ok({ pixels: width * height, fields: { image_size: { width, height } } });
  }
  const aspect = aspectOf(request);
  if (aspect === null || !size.aspects.includes(aspect)) {
    return shapeFault(name, request, size.aspects);
  }
  const longestPx = Math.max(request.widthPx, request.heightPx);
  const resolution = size.resolutions.find(({ upToPx }) => longestPx <= upToPx)?.spelling ?? '1K';
  const pixels = request.widthPx * request.heightPx;
  return ok({ pixels, fields: { aspect_ratio: aspect, resolution } });
}

/** The picture size to ask for: the request's, scaled in its aspect into what the model makes, in the model's steps. */
function stillSize(
  { stepPx, longestSidePx, leastPixels }: PixelSize,
  { widthPx, heightPx }: PictureRequest,
): { width: number; height: number } {
  const most = longestSidePx / Math.max(widthPx, heightPx);
  const least = Math.sqrt(leastPixels / (widthPx * heightPx));
  const scale = Math.min(most, Math.max(least, Math.min(1, most)));
  const rounded = least > 1 ? Math.ceil : Math.round;
  const step = (px: number): number => Math.max(stepPx, rounded((px * scale) / stepPx) * stepPx);
  return { width: step(widthPx), height: step(heightPx) };
}
