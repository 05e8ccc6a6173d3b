import type { PictureRequest } from '../../../domain/jobs/generation-request.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { flicksToSeconds } from '../../../domain/kernel/time.ts';
import type { Aspect } from '../../../domain/project/project.ts';
import {
  type FalEndpoint,
  type FalInput,
  type FalModelBase,
  type FalPlan,
  type Fields,
  perUnit,
  refused,
} from './fal-model.ts';
import { aspectOf, shapeFault } from './frame-aspect.ts';

export interface FalClipModel extends FalModelBase<'clip'> {
  /** Lengths the model makes, ascending, each in the model's own spelling. */
  readonly durations: readonly { readonly seconds: number; readonly spelling: string }[];
  /** The field of the picture that the clip begins with. */
  readonly startField: string;
  /** Where the picture goes that the clip ends with: into a field, or with both to an endpoint of its own. */
  readonly end: {
    readonly field: string;
    readonly elsewhere?: { readonly endpoint: FalEndpoint; readonly startField: string };
  } | null;
  /** Shapes it makes; null where a clip has the shape of its start frame, whatever that is. */
  readonly aspects: readonly Aspect[] | null;
  /** Frame rates the model makes, where it can be told. */
  readonly frameRates: readonly string[] | null;
  readonly hasNegativePrompt: boolean;
}

const lengths = (spell: (n: number) => string, ...seconds: number[]): FalClipModel['durations'] =>
  seconds.map((length) => ({ seconds: length, spelling: spell(length) }));
const bare = String;
const withS = (n: number): string => `${n}s`;

const kling = {
  kind: 'clip',
  durations: lengths(bare, 5, 10),
  startField: 'image_url',
  end: null,
  aspects: null,
  frameRates: null,
  promptLimit: 2_500,
  hasSeed: false,
  hasNegativePrompt: true,
  fixed: {},
} as const satisfies Partial<FalClipModel>;

const ltx = {
  kind: 'clip',
  durations: lengths(bare, 6, 8, 10),
  startField: 'image_url',
  end: { field: 'end_image_url' },
  aspects: ['16:9', '9:16'],
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
  durations: lengths(withS, 4, 6, 8),
  startField: 'image_url',
  aspects: ['16:9', '9:16'],
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

/** All silent: sound is placed on the film by itself, and costs extra here. */
export const clipModels: readonly FalClipModel[] = [
  {
    ...kling,
    id: 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video',
    endpoint: 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video',
    name: 'Kling 2.5 Turbo Pro',
    prices: perUnit('second', 70_000),
    end: { field: 'tail_image_url' },
  },
  {
    ...kling,
    id: 'fal-ai/kling-video/v2.5-turbo/standard/image-to-video',
    endpoint: 'fal-ai/kling-video/v2.5-turbo/standard/image-to-video',
    name: 'Kling 2.5 Turbo Standard',
    prices: perUnit('second', 42_000),
  },
  {
    ...kling,
    id: 'fal-ai/kling-video/v3/pro/image-to-video',
    endpoint: 'fal-ai/kling-video/v3/pro/image-to-video',
    name: 'Kling 3 Pro',
    prices: perUnit('second', 112_000),
    durations: lengths(bare, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
    startField: 'start_image_url',
    end: { field: 'end_image_url' },
    fixed: { generate_audio: false } satisfies Fields<'fal-ai/kling-video/v3/pro/image-to-video'>,
  },
  {
    kind: 'clip',
    id: 'fal-ai/bytedance/seedance/v1.5/pro/image-to-video',
    endpoint: 'fal-ai/bytedance/seedance/v1.5/pro/image-to-video',
    name: 'Seedance 1.5 Pro',
    prices: perUnit('second', 52_000),
    durations: lengths(bare, 4, 5, 6, 7, 8, 9, 10, 11, 12),
    startField: 'image_url',
    end: { field: 'end_image_url' },
    aspects: null,
    frameRates: null,
    promptLimit: 5_000,
    hasSeed: true,
    hasNegativePrompt: false,
    fixed: {
      resolution: '720p',
      aspect_ratio: 'auto',
      generate_audio: false,
      enable_safety_checker: true,
    } satisfies Fields<'fal-ai/bytedance/seedance/v1.5/pro/image-to-video'>,
  },
  {
    ...ltx,
    id: 'fal-ai/ltx-2.3/image-to-video',
    endpoint: 'fal-ai/ltx-2.3/image-to-video',
    name: 'LTX-2.3 Pro',
    prices: perUnit('second', 60_000),
  },
  {
    ...ltx,
    id: 'fal-ai/ltx-2.3/image-to-video/fast',
    endpoint: 'fal-ai/ltx-2.3/image-to-video/fast',
    name: 'LTX-2.3 Fast',
    prices: perUnit('second', 40_000),
  },
  {
    ...veo,
    id: 'fal-ai/veo3.1/image-to-video',
    endpoint: 'fal-ai/veo3.1/image-to-video',
    name: 'Veo 3.1',
    prices: perUnit('second', 200_000),
    end: {
      field: 'last_frame_url',
      elsewhere: { endpoint: 'fal-ai/veo3.1/first-last-frame-to-video', startField: 'first_frame_url' },
    },
  },
  {
    ...veo,
    id: 'fal-ai/veo3.1/fast/image-to-video',
    endpoint: 'fal-ai/veo3.1/fast/image-to-video',
    name: 'Veo 3.1 Fast',
    prices: perUnit('second', 100_000),
    end: {
      field: 'last_frame_url',
      elsewhere: { endpoint: 'fal-ai/veo3.1/fast/first-last-frame-to-video', startField: 'first_frame_url' },
    },
  },
];

/** The model's shortest length that covers the request, or its longest. */
export function clipLength(
  model: FalClipModel,
  request: Pick<PictureRequest, 'durationFlicks'>,
): FalClipModel['durations'][number] {
  const wanted = flicksToSeconds(request.durationFlicks);
  const found = model.durations.find(({ seconds }) => seconds >= wanted - 0.001) ?? model.durations.at(-1);
  if (found === undefined) throw new Error(`${model.id} has no lengths`);
  return found;
}

/** A clip that begins with a still, and ends with another where one is given. */
export function planClip(model: FalClipModel, request: PictureRequest): Result<FalPlan> {
  const { startFrameAssetId, endFrameAssetId } = request;
  if (startFrameAssetId === null) {
    return refused(
      `${model.name} makes a clip from a still, and the shot has none. Nothing was sent. Generate or choose a still first.`,
    );
  }
  const aspect = aspectOf(request);
  if (model.aspects !== null && (aspect === null || !model.aspects.includes(aspect))) {
    return shapeFault(model.name, request, model.aspects);
  }
  const length = clipLength(model, request);
  const end = endFrameAssetId === undefined ? null : model.end;
  const frames = [startFrameAssetId, ...(endFrameAssetId === undefined ? [] : [endFrameAssetId])];
  return ok({
    endpoint: end?.elsewhere?.endpoint ?? model.endpoint,
    name: model.name,
    prices: model.prices,
    work: `${length.seconds} s of video`,
    amounts: { second: length.seconds, minute: length.seconds / 60, request: 1 },
    files: frames.map((assetId) => ({ assetId, medium: ['image'] })),
    input: (addressOf) => ({
      ...model.fixed,
      prompt: request.prompt.trim(),
      ...(model.hasSeed ? { seed: request.seed } : {}),
      ...negativePrompt(model, request),
      duration: length.spelling,
      [end?.elsewhere?.startField ?? model.startField]: addressOf(startFrameAssetId),
      ...(end === null || endFrameAssetId === undefined ? {} : { [end.field]: addressOf(endFrameAssetId) }),
      ...(model.frameRates === null ? {} : { fps: nearestRate(model.frameRates, request) }),
    }),
  });
}

function negativePrompt(model: FalClipModel, { negativePrompt: words }: PictureRequest): FalInput {
  return model.hasNegativePrompt && words !== null ? { negative_prompt: words } : {};
}

function nearestRate(rates: readonly string[], { fpsNum, fpsDen }: PictureRequest): string {
  const wanted = fpsNum / fpsDen;
  return rates.reduce((best, rate) =>
    Math.abs(Number(rate) - wanted) < Math.abs(Number(best) - wanted) ? rate : best,
  );
}
