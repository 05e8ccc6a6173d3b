const empty = {
  creativity: null,
  upscale_factor: null,
  supported_sizes: null,
  allowed_passthrough_parameters: [],
};

/** What the stand-in's list says: prices of seconds in several spellings, of tokens, and a model without a first picture. */
export const openRouterSimModels = [
  {
    ...empty,
    id: 'google/veo-3.1',
    name: 'Google: Veo 3.1',
    supported_durations: [4, 6, 8],
    supported_resolutions: ['720p', '1080p'],
    supported_aspect_ratios: ['16:9', '9:16'],
    supported_frame_images: ['first_frame', 'last_frame'],
    generate_audio: true,
    seed: true,
    pricing_skus: { duration_seconds_with_audio: '0.40', duration_seconds_without_audio: '0.20' },
  },
  {
    ...empty,
    id: 'google/veo-3.1-fast',
    name: 'Google: Veo 3.1 Fast',
    supported_durations: [4, 6, 8],
    supported_resolutions: ['720p', '1080p'],
    supported_aspect_ratios: ['16:9', '9:16'],
    supported_frame_images: ['first_frame', 'last_frame'],
    generate_audio: true,
    seed: true,
    pricing_skus: {
      duration_seconds_with_audio: '0.12',
      duration_seconds_without_audio: '0.10',
      duration_seconds_with_audio_720p: '0.10',
      duration_seconds_without_audio_720p: '0.08',
    },
  },
  {
    ...empty,
    id: 'alibaba/wan-2.6',
    name: 'Alibaba: Wan 2.6',
    supported_durations: [5, 10],
    supported_resolutions: ['1080p', '480p', '720p'],
    supported_aspect_ratios: ['16:9', '9:16', '1:1'],
    supported_frame_images: ['first_frame'],
    generate_audio: null,
    seed: null,
    pricing_skus: { duration_seconds_480p: '0.05', image_to_video_duration_seconds_720p: '0.10' },
  },
  {
    ...empty,
    id: 'black-forest-labs/flux-3-video',
    name: 'FLUX.3 Video',
    supported_durations: [5],
    supported_resolutions: ['720p'],
    supported_aspect_ratios: ['16:9'],
    supported_frame_images: ['first_frame'],
    generate_audio: false,
    seed: true,
    pricing_skus: { cents_per_second_output: '17', cents_per_second_output_720p: '17' },
  },
  {
    ...empty,
    id: 'bytedance/seedance-2.0',
    name: 'Seedance 2.0',
    supported_durations: [5, 10],
    supported_resolutions: ['720p'],
    supported_aspect_ratios: ['16:9'],
    supported_frame_images: ['first_frame'],
    generate_audio: true,
    seed: true,
    pricing_skus: { video_tokens: '0.0000024' },
  },
  {
    ...empty,
    id: 'example/text-only',
    name: 'Text only',
    supported_durations: [5],
    supported_resolutions: ['720p'],
    supported_aspect_ratios: ['16:9'],
    supported_frame_images: null,
    generate_audio: null,
    seed: null,
    pricing_skus: { duration_seconds: '0.1' },
  },
] as const;

/** What each second costs, written down apart from the adapter's reading on purpose. */
const secondPrices: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'google/veo-3.1': { '720p': 200_000, '1080p': 200_000 },
  'google/veo-3.1-fast': { '720p': 80_000, '1080p': 100_000 },
  'alibaba/wan-2.6': { '480p': 50_000, '720p': 100_000 },
  'black-forest-labs/flux-3-video': { '720p': 170_000 },
};

/** The price of a request; null where the model would not take it. */
export function simPrice(body: Readonly<Record<string, unknown>>): number | 'no-model' | null {
  const model = openRouterSimModels.find(({ id }) => id === body['model']);
  const price = secondPrices[String(body['model'])]?.[String(body['resolution'])];
  if (model === undefined) return 'no-model';
  const duration = Number(body['duration']);
  const frames = Array.isArray(body['frame_images']) ? (body['frame_images'] as Frame[]) : [];
  const known: readonly string[] = model.supported_frame_images ?? [];
  const lengths: readonly number[] = model.supported_durations;
  const aspects: readonly string[] = model.supported_aspect_ratios;
  const wrong =
    price === undefined ||
    !lengths.includes(duration) ||
    !aspects.includes(String(body['aspect_ratio'])) ||
    (model.seed !== true && body['seed'] !== undefined) ||
    (model.generate_audio !== true && body['generate_audio'] !== undefined) ||
    (model.id.startsWith('google/') && body['resolution'] === '1080p' && duration !== 8) ||
    frames.some(
      ({ frame_type, image_url }) =>
        !known.includes(frame_type) || !/^data:image\/\w+;base64,[\w+/=]+$/.test(image_url.url),
    );
  return wrong ? null : Math.round(duration * price);
}

interface Frame {
  readonly frame_type: string;
  readonly image_url: { readonly url: string };
}
