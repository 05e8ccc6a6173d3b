import type { UpscaleRequest } from '../../../domain/jobs/generation-request.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { type FalModelBase, type FalPlan, type Fields, perUnit, refused } from './fal-model.ts';

export interface FalUpscaleModel extends FalModelBase<'upscaled-still' | 'upscaled-clip'> {
  readonly mostTimes: number;
}

const still = { kind: 'upscaled-still', promptLimit: null } as const;
const clip = { kind: 'upscaled-clip', promptLimit: null } as const;

export const upscaleModels: readonly FalUpscaleModel[] = [
  {
    ...still,
    id: 'fal-ai/topaz/upscale/image',
    endpoint: 'fal-ai/topaz/upscale/image',
    name: 'Topaz Image',
    prices: perUnit('image', 80_000),
    mostTimes: 4,
    hasSeed: false,
    fixed: { model: 'Standard V2', output_format: 'png' } satisfies Fields<'fal-ai/topaz/upscale/image'>,
  },
  {
    ...still,
    id: 'fal-ai/seedvr/upscale/image',
    endpoint: 'fal-ai/seedvr/upscale/image',
    name: 'SeedVR2 Image',
    prices: perUnit('megapixel', 1_000),
    mostTimes: 10,
    hasSeed: true,
    fixed: { upscale_mode: 'factor', output_format: 'png' } satisfies Fields<'fal-ai/seedvr/upscale/image'>,
  },
  {
    ...clip,
    id: 'fal-ai/topaz/upscale/video',
    endpoint: 'fal-ai/topaz/upscale/video',
    name: 'Topaz Video',
    prices: perUnit('second', 80_000),
    mostTimes: 4,
    hasSeed: false,
    fixed: { model: 'Proteus', H264_output: true } satisfies Fields<'fal-ai/topaz/upscale/video'>,
  },
  {
    ...clip,
    id: 'fal-ai/seedvr/upscale/video',
    endpoint: 'fal-ai/seedvr/upscale/video',
    name: 'SeedVR2 Video',
    prices: perUnit('megapixel', 1_000),
    mostTimes: 10,
    hasSeed: true,
    fixed: {
      upscale_mode: 'factor',
      output_format: 'X264 (.mp4)',
      output_quality: 'high',
    } satisfies Fields<'fal-ai/seedvr/upscale/video'>,
  },
];

/** What a price before the submit is reckoned with where the request does not say how large and long its source is. */
const assumed = { widthPx: 1920, heightPx: 1080, seconds: 10, framesPerSecond: 24 };

/** The same picture or clip with more pixels. */
export function planUpscale(model: FalUpscaleModel, request: UpscaleRequest): Result<FalPlan> {
  if (request.factor > model.mostTimes) {
    return refused(
      `${model.name} enlarges at most ${model.mostTimes} times; ${request.factor} times were asked for. Nothing was sent. Ask for less or choose another model.`,
    );
  }
  const isClip = model.kind === 'upscaled-clip';
  const source = request.source ?? assumed;
  const megapixels = source.widthPx * source.heightPx * 1e-6;
  const frames = isClip ? source.seconds * source.framesPerSecond : 1;
  const upTo = request.source === undefined ? 'up to ' : '';
  return ok({
    endpoint: model.endpoint,
    name: model.name,
    prices: model.prices,
    work: isClip
      ? `a clip of ${upTo}${Math.round(source.seconds * 10) / 10} s enlarged ${request.factor} times`
      : `1 image enlarged ${request.factor} times`,
    amounts: {
      image: 1,
      request: 1,
      megapixel: Math.ceil(megapixels * request.factor ** 2 * frames),
      ...(isClip ? { second: source.seconds, minute: source.seconds / 60 } : {}),
    },
    files: [{ assetId: request.sourceAssetId, medium: [isClip ? 'video' : 'image'] }],
    input: (addressOf) => ({
      ...model.fixed,
      [isClip ? 'video_url' : 'image_url']: addressOf(request.sourceAssetId),
      upscale_factor: request.factor,
      ...(model.hasSeed ? { seed: request.seed } : {}),
    }),
  });
}
