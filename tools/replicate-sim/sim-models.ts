/** A model as the stand-in serves it, written by its page at Replicate and not by the adapter's table. */
export interface ReplicateSimModel {
  readonly clip: boolean;
  readonly fields: readonly string[];
  /** US dollars × 10⁻⁶ for one picture, a second of video, or a second of the machine. */
  readonly unitUsdMicros: number;
  readonly by: 'image' | 'video-second' | 'machine-second';
}

const flux = ['prompt', 'seed', 'aspect_ratio', 'output_format'];
const still = (unitUsdMicros: number, ...fields: string[]): ReplicateSimModel => ({
  clip: false,
  fields: [...flux, ...fields],
  unitUsdMicros,
  by: 'image',
});
const seedance = (unitUsdMicros: number): ReplicateSimModel => ({
  clip: true,
  fields: ['prompt', 'seed', 'image', 'last_frame_image', 'duration', 'resolution', 'fps'],
  unitUsdMicros,
  by: 'video-second',
});

export const sdxlVersion = '7762fd07cf82c948538e41f63f77d685e02b063e37e496e96eefd46c929f9bdc';

export const replicateSimModels: Readonly<Record<string, ReplicateSimModel>> = {
  'black-forest-labs/flux-dev': still(25_000, 'num_outputs', 'megapixels'),
  'black-forest-labs/flux-schnell': still(3_000, 'num_outputs', 'megapixels'),
  'black-forest-labs/flux-1.1-pro': still(40_000),
  'black-forest-labs/flux-kontext-pro': still(40_000, 'input_image'),
  'bytedance/seedream-4': {
    clip: false,
    fields: ['prompt', 'aspect_ratio', 'size', 'image_input', 'max_images', 'sequential_image_generation'],
    unitUsdMicros: 30_000,
    by: 'image',
  },
  'stability-ai/sdxl': {
    clip: false,
    fields: ['prompt', 'negative_prompt', 'seed', 'width', 'height', 'num_outputs', 'apply_watermark'],
    unitUsdMicros: 975,
    by: 'machine-second',
  },
  'bytedance/seedance-1-pro': seedance(60_000),
  'bytedance/seedance-1-lite': seedance(36_000),
  'kwaivgi/kling-v2.5-turbo-pro': {
    clip: true,
    fields: ['prompt', 'negative_prompt', 'start_image', 'duration'],
    unitUsdMicros: 70_000,
    by: 'video-second',
  },
};

/** What is wrong with an input; null where nothing is. */
export function checkInput(
  model: ReplicateSimModel,
  input: Readonly<Record<string, unknown>>,
  isUpload: (address: string) => boolean,
): string | null {
  const strange = Object.keys(input).find((name) => !model.fields.includes(name));
  if (strange !== undefined) return `- input: Additional property ${strange} is not allowed`;
  if (typeof input['prompt'] !== 'string' || input['prompt'] === '') return '- input: prompt is required';
  if (input['seed'] !== undefined && !Number.isInteger(input['seed']))
    return '- input.seed: Expected integer';
  const pictures = [
    input['input_image'],
    input['image'],
    input['start_image'],
    input['last_frame_image'],
    input['image_input'],
  ]
    .flat()
    .filter((one) => one !== undefined);
  const unknown = pictures.find((one) => typeof one !== 'string' || !isUpload(one));
  return unknown === undefined ? null : '- input.image: Does not match format uri of a file';
}
