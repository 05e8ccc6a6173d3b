import endpointSchemas from './endpoint-schemas.json' with { type: 'json' };
import { type SimEndpoint, simEndpoints } from './sim-endpoints.ts';
import { unlistedEndpoints } from './sim-newcomers.ts';
import { checkAgainst, type SimProblem, type SimSchema, withLimits } from './sim-schema.ts';

export type SimInput = Readonly<Record<string, unknown>>;

/** An endpoint that the stand-in serves, with its input form. */
export interface SimModel extends SimEndpoint {
  readonly schema: SimSchema;
}

const vendorSchemas = endpointSchemas as unknown as Readonly<Record<string, SimSchema>>;

export const simModels: Readonly<Record<string, SimModel>> = {
  ...Object.fromEntries(
    Object.entries(simEndpoints).map(([id, endpoint]) => [
      id,
      { ...endpoint, schema: withLimits(vendorSchemas[id] ?? {}, endpoint.limits) },
    ]),
  ),
  ...unlistedEndpoints,
};

const namedSizes: Readonly<Record<string, readonly [number, number]>> = {
  square_hd: [1024, 1024],
  square: [512, 512],
  portrait_4_3: [768, 1024],
  portrait_16_9: [576, 1024],
  landscape_4_3: [1024, 768],
  landscape_16_9: [1024, 576],
  auto_2K: [2048, 1152],
  auto_4K: [4096, 2304],
};

export function checkInput(model: SimModel, input: SimInput): SimProblem[] {
  const problems = checkAgainst(model.schema, input, ['body']);
  const hasSize = model.schema.properties?.['image_size'] !== undefined;
  if (problems.length === 0 && hasSize && stillSizeOf(input) === null) {
    return [{ loc: ['body', 'image_size'], msg: 'Input should be a valid size', type: 'value_error' }];
  }
  return problems;
}

/** The words that a request is made of. */
export function wordsOf(input: SimInput): string {
  return String(input['prompt'] ?? input['text'] ?? '');
}

export function stillSizeOf(input: SimInput): { widthPx: number; heightPx: number } | null {
  const aspect = /^(\d+):(\d+)$/.exec(String(input['aspect_ratio'] ?? ''));
  if (aspect !== null) {
    const ratio = Number(aspect[1]) / Number(aspect[2]);
    return { widthPx: Math.round(768 * Math.sqrt(ratio)), heightPx: Math.round(768 / Math.sqrt(ratio)) };
  }
  const size = input['image_size'] ?? 'landscape_4_3';
  if (typeof size === 'string') {
    const named = namedSizes[size];
    return named === undefined ? null : { widthPx: named[0], heightPx: named[1] };
  }
  if (typeof size !== 'object' || size === null) return null;
  const { width, height } = size as Record<string, unknown>;
  if (typeof width !== 'number' || typeof height !== 'number' || width < 16 || height < 16) return null;
  return { widthPx: width, heightPx: height };
}

/** How long the result of an input is, seconds. */
export function secondsOf(model: SimModel, input: SimInput): number {
  if (typeof input['music_length_ms'] === 'number') return input['music_length_ms'] / 1_000;
  const asked =
    input['duration'] ??
    input['duration_seconds'] ??
    input['seconds_total'] ??
    model.schema.properties?.['duration']?.default;
  const seconds = Number.parseFloat(String(asked));
  if (Number.isFinite(seconds)) return seconds;
  return model.category === 'text-to-speech' ? Math.max(0.5, wordsOf(input).length / 15) : 5;
}

/** Billable units of an input, in the unit of the price list. */
export function unitsOf(model: SimModel, input: SimInput): number {
  switch (model.unit) {
    case 'megapixels': {
      if (model.output.medium === 'video') return 250;
      const { widthPx, heightPx } = stillSizeOf(input) ?? { widthPx: 1024, heightPx: 768 };
      return Math.ceil((widthPx * heightPx) / 1_000_000);
    }
    case 'seconds':
      return secondsOf(model, input);
    case 'minutes':
      return secondsOf(model, input) / 60;
    case '1000 characters':
      return wordsOf(input).length / 1_000;
    case '1000 tokens':
      return (wordsOf(input).length + String(input['system_prompt'] ?? '').length) / 4_000 + 0.1;
    case 'compute seconds':
      return 3;
    default:
      return 1;
  }
}
