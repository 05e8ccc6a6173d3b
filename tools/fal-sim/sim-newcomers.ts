import type { SimEndpoint } from './sim-endpoints.ts';
import type { SimSchema } from './sim-schema.ts';

/** Endpoints that no table of ours has: a model that came after this version, asked for by its id. */
export const unlistedEndpoints: Readonly<Record<string, SimEndpoint & { readonly schema: SimSchema }>> = {
  'acme/paint-9': {
    name: 'Paint 9',
    category: 'text-to-image',
    output: { medium: 'image', field: 'images' },
    unit: 'images',
    unitPriceUsd: 0.05,
    schema: {
      type: 'object',
      properties: {
        prompt: { type: 'string', minLength: 1, maxLength: 800 },
        aspect_ratio: { enum: ['1:1', '16:9', '9:16'], default: '1:1' },
        num_images: { type: 'integer', minimum: 1, maximum: 4, default: 1 },
        steps: { type: 'integer', minimum: 1, maximum: 50, default: 20 },
        image_urls: { type: 'array', items: { type: 'string' }, maxItems: 2 },
        seed: { type: 'integer' },
      },
      required: ['prompt'],
    },
  },
  'acme/motion-9/image-to-video': {
    name: 'Motion 9',
    category: 'image-to-video',
    output: { medium: 'video', field: 'video' },
    unit: 'seconds',
    unitPriceUsd: 0.08,
    heightPx: 720,
    schema: {
      type: 'object',
      properties: {
        prompt: { type: 'string', minLength: 1, maxLength: 2_000 },
        first_frame_url: { type: 'string' },
        last_frame_url: { type: 'string' },
        duration: { enum: [4, 7, 11], default: 4 },
        seed: { type: 'integer' },
      },
      required: ['prompt', 'first_frame_url'],
    },
  },
  'acme/voice-9': {
    name: 'Voice 9',
    category: 'text-to-speech',
    output: { medium: 'audio', field: 'audio' },
    unit: '1000 characters',
    unitPriceUsd: 0.03,
    schema: {
      type: 'object',
      properties: {
        text: { type: 'string', minLength: 1, maxLength: 500 },
        voice: { enum: ['Ada', 'Bo'], default: 'Ada' },
        consent_id: { type: 'string' },
      },
      required: ['text', 'consent_id'],
    },
  },
};
