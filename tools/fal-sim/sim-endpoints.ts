/** What an endpoint gives: the field of its answer that the result stands in, and what it is. */
export type SimOutput =
  | { readonly medium: 'image'; readonly field: 'images' | 'image' }
  | { readonly medium: 'video'; readonly field: 'video' }
  | { readonly medium: 'audio'; readonly field: 'audio' | 'audio_file' }
  | { readonly medium: 'text'; readonly field: 'chunks' | 'words' | 'output' };

/** Limits that stand in Fal's words, not in its types. */
export type SimLimits = Readonly<
  Record<
    string,
    {
      readonly minimum?: number;
      readonly maximum?: number;
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly maxItems?: number;
    }
  >
>;

export interface SimEndpoint {
  readonly name: string;
  /** Fal's own category. */
  readonly category: string;
  readonly output: SimOutput;
  /** Of the price list, in its spelling. */
  readonly unit: string;
  readonly unitPriceUsd: number;
  readonly limits?: SimLimits;
  readonly heightPx?: number;
}

const images = { medium: 'image', field: 'images' } as const;
const image = { medium: 'image', field: 'image' } as const;
const video = { medium: 'video', field: 'video' } as const;
const audio = { medium: 'audio', field: 'audio' } as const;
const audioFile = { medium: 'audio', field: 'audio_file' } as const;

const prompt = (maxLength: number): SimLimits => ({ prompt: { minLength: 1, maxLength } });

const still = (name: string, unitPriceUsd: number, most = 5_000): SimEndpoint => ({
  name,
  category: 'text-to-image',
  output: images,
  unit: 'megapixels',
  unitPriceUsd,
  limits: prompt(most),
});
const edit = (name: string, unitPriceUsd: number, maxItems: number, unit = 'images'): SimEndpoint => ({
  name,
  category: 'image-to-image',
  output: images,
  unit,
  unitPriceUsd,
  limits: { ...prompt(20_000), image_urls: { maxItems } },
});
const clip = (name: string, unitPriceUsd: number, heightPx: number, most: number): SimEndpoint => ({
  name,
  category: 'image-to-video',
  output: video,
  unit: 'seconds',
  unitPriceUsd,
  heightPx,
  limits: prompt(most),
});

/**
 * What the stand-in knows of Fal's endpoints beyond their types: what they give, what they cost, and limits. Written down
 * apart from the adapter's table on purpose, so that a mistake in one does not hide in the other.
 */
export const simEndpoints: Readonly<Record<string, SimEndpoint>> = {
  'fal-ai/flux/dev': still('FLUX.1 [dev]', 0.025),
  'fal-ai/flux/schnell': still('FLUX.1 [schnell]', 0.003),
  'fal-ai/flux-pro/v1.1': still('FLUX1.1 [pro]', 0.04),
  'fal-ai/flux-2-pro': still('FLUX.2 [pro]', 0.03, 20_000),
  'fal-ai/flux-2-pro/edit': edit('FLUX.2 [pro] edit', 0.045, 8, 'megapixels'),
  'fal-ai/bytedance/seedream/v4.5/text-to-image': { ...still('Seedream 4.5', 0.04), unit: 'images' },
  'fal-ai/bytedance/seedream/v4.5/edit': edit('Seedream 4.5 edit', 0.04, 10),
  'fal-ai/nano-banana-pro': { ...still('Nano Banana Pro', 0.15, 20_000), unit: 'images' },
  'fal-ai/nano-banana-pro/edit': edit('Nano Banana Pro edit', 0.15, 14),
  'fal-ai/kling-video/v2.5-turbo/pro/image-to-video': clip('Kling 2.5 Turbo Pro', 0.07, 1080, 2_500),
  'fal-ai/kling-video/v2.5-turbo/standard/image-to-video': clip('Kling 2.5 Turbo', 0.042, 720, 2_500),
  'fal-ai/kling-video/v3/pro/image-to-video': clip('Kling 3 Pro', 0.112, 1080, 2_500),
  'fal-ai/bytedance/seedance/v1.5/pro/image-to-video': clip('Seedance 1.5 Pro', 0.052, 720, 5_000),
  'fal-ai/ltx-2.3/image-to-video': clip('LTX-2.3 Pro', 0.06, 1080, 5_000),
  'fal-ai/ltx-2.3/image-to-video/fast': clip('LTX-2.3 Fast', 0.04, 1080, 5_000),
  'fal-ai/veo3.1/image-to-video': clip('Veo 3.1', 0.2, 720, 20_000),
  'fal-ai/veo3.1/fast/image-to-video': clip('Veo 3.1 Fast', 0.1, 720, 20_000),
  'fal-ai/veo3.1/first-last-frame-to-video': clip('Veo 3.1 first and last frame', 0.2, 720, 20_000),
  'fal-ai/veo3.1/fast/first-last-frame-to-video': clip('Veo 3.1 Fast first and last', 0.1, 720, 20_000),
  'fal-ai/elevenlabs/tts/eleven-v3': {
    name: 'ElevenLabs v3',
    category: 'text-to-speech',
    output: audio,
    unit: '1000 characters',
    unitPriceUsd: 0.1,
    limits: { text: { minLength: 1, maxLength: 5_000 }, stability: { minimum: 0, maximum: 1 } },
  },
  'fal-ai/minimax/speech-2.8-hd': {
    name: 'MiniMax Speech 2.8 HD',
    category: 'text-to-speech',
    output: audio,
    unit: '1000 characters',
    unitPriceUsd: 0.1,
    limits: prompt(10_000),
  },
  'fal-ai/kokoro/american-english': {
    name: 'Kokoro',
    category: 'text-to-speech',
    output: audio,
    unit: '1000 characters',
    unitPriceUsd: 0.02,
    limits: { ...prompt(20_000), speed: { minimum: 0.1, maximum: 5 } },
  },
  'fal-ai/elevenlabs/music': {
    name: 'ElevenLabs Music',
    category: 'text-to-audio',
    output: audio,
    unit: 'minutes',
    unitPriceUsd: 0.8,
    limits: { ...prompt(2_000), music_length_ms: { minimum: 3_000, maximum: 600_000 } },
  },
  'fal-ai/stable-audio-25/text-to-audio': {
    name: 'Stable Audio 2.5',
    category: 'text-to-audio',
    output: audio,
    unit: 'generations',
    unitPriceUsd: 0.2,
    limits: { ...prompt(10_000), seconds_total: { minimum: 1, maximum: 190 } },
  },
  'CassetteAI/music-generator': {
    name: 'CassetteAI Music',
    category: 'text-to-audio',
    output: audioFile,
    unit: 'minutes',
    unitPriceUsd: 0.02,
    limits: { ...prompt(5_000), duration: { minimum: 10, maximum: 180 } },
  },
  'fal-ai/elevenlabs/sound-effects/v2': {
    name: 'ElevenLabs Sound Effects',
    category: 'text-to-audio',
    output: audio,
    unit: 'seconds',
    unitPriceUsd: 0.002,
    limits: { text: { minLength: 1, maxLength: 450 }, duration_seconds: { minimum: 0.5, maximum: 22 } },
  },
  'cassetteai/sound-effects-generator': {
    name: 'CassetteAI Sound Effects',
    category: 'text-to-audio',
    output: audioFile,
    unit: 'generations',
    unitPriceUsd: 0.01,
    limits: { ...prompt(5_000), duration: { minimum: 1, maximum: 30 } },
  },
  'fal-ai/topaz/upscale/image': {
    name: 'Topaz Image',
    category: 'image-to-image',
    output: image,
    unit: 'images',
    unitPriceUsd: 0.08,
    limits: { upscale_factor: { minimum: 1, maximum: 4 } },
  },
  'fal-ai/seedvr/upscale/image': {
    name: 'SeedVR2 Image',
    category: 'image-to-image',
    output: image,
    unit: 'megapixels',
    unitPriceUsd: 0.001,
    limits: { upscale_factor: { minimum: 1, maximum: 10 } },
  },
  'fal-ai/topaz/upscale/video': {
    name: 'Topaz Video',
    category: 'video-to-video',
    output: video,
    unit: 'seconds',
    unitPriceUsd: 0.08,
    heightPx: 1440,
    limits: { upscale_factor: { minimum: 1, maximum: 4 } },
  },
  'fal-ai/seedvr/upscale/video': {
    name: 'SeedVR2 Video',
    category: 'video-to-video',
    output: video,
    unit: 'megapixels',
    unitPriceUsd: 0.001,
    heightPx: 1440,
    limits: { upscale_factor: { minimum: 1, maximum: 10 } },
  },
  'fal-ai/whisper': {
    name: 'Whisper',
    category: 'speech-to-text',
    output: { medium: 'text', field: 'chunks' },
    unit: 'compute seconds',
    unitPriceUsd: 0.00111,
  },
  'fal-ai/elevenlabs/speech-to-text/scribe-v2': {
    name: 'ElevenLabs Scribe v2',
    category: 'speech-to-text',
    output: { medium: 'text', field: 'words' },
    unit: 'minutes',
    unitPriceUsd: 0.008,
  },
  'openrouter/router': {
    name: 'OpenRouter',
    category: 'llm',
    output: { medium: 'text', field: 'output' },
    unit: '1000 tokens',
    unitPriceUsd: 0.003,
    limits: { prompt: { minLength: 1 }, max_tokens: { minimum: 1 }, temperature: { minimum: 0, maximum: 2 } },
  },
};
