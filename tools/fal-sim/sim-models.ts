/**
 * What the stand-in knows of Fal's models: enough to check an input, to count its units and to make the right file.
 * Written down apart from the adapter's table on purpose, so that a mistake in one does not hide in the other.
 */
export interface SimModel {
  readonly kind: 'still' | 'clip';
  readonly unit: string;
  readonly unitPriceUsd: number;
  /** Accepted spellings of `duration`, with their seconds. */
  readonly durations?: Readonly<Record<string, number>>;
  readonly heightPx?: number;
}

const bare = (...seconds: number[]): Record<string, number> =>
  Object.fromEntries(seconds.map((length) => [String(length), length]));
const withS = (...seconds: number[]): Record<string, number> =>
  Object.fromEntries(seconds.map((length) => [`${length}s`, length]));

export const simModels: Readonly<Record<string, SimModel>> = {
  'fal-ai/flux/dev': { kind: 'still', unit: 'megapixels', unitPriceUsd: 0.025 },
  'fal-ai/flux/schnell': { kind: 'still', unit: 'megapixels', unitPriceUsd: 0.003 },
  'fal-ai/flux-pro/v1.1': { kind: 'still', unit: 'megapixels', unitPriceUsd: 0.04 },
  'fal-ai/kling-video/v2.5-turbo/pro/image-to-video': {
    kind: 'clip',
    unit: 'seconds',
    unitPriceUsd: 0.07,
    durations: bare(5, 10),
    heightPx: 1080,
  },
  'fal-ai/kling-video/v2.5-turbo/standard/image-to-video': {
    kind: 'clip',
    unit: 'seconds',
    unitPriceUsd: 0.042,
    durations: bare(5, 10),
    heightPx: 720,
  },
  'fal-ai/ltx-2.3/image-to-video': {
    kind: 'clip',
    unit: 'seconds',
    unitPriceUsd: 0.06,
    durations: bare(6, 8, 10),
    heightPx: 1080,
  },
  'fal-ai/ltx-2.3/image-to-video/fast': {
    kind: 'clip',
    unit: 'seconds',
    unitPriceUsd: 0.04,
    durations: bare(6, 8, 10),
    heightPx: 1080,
  },
  'fal-ai/veo3.1/image-to-video': {
    kind: 'clip',
    unit: 'seconds',
    unitPriceUsd: 0.2,
    durations: withS(4, 6, 8),
    heightPx: 720,
  },
  'fal-ai/veo3.1/fast/image-to-video': {
    kind: 'clip',
    unit: 'seconds',
    unitPriceUsd: 0.1,
    durations: withS(4, 6, 8),
    heightPx: 720,
  },
};

const namedSizes: Readonly<Record<string, readonly [number, number]>> = {
  square_hd: [1024, 1024],
  square: [512, 512],
  portrait_4_3: [768, 1024],
  portrait_16_9: [576, 1024],
  landscape_4_3: [1024, 768],
  landscape_16_9: [1024, 576],
};

type Input = Readonly<Record<string, unknown>>;

/** Fal's own list of what is wrong with an input; empty when it is fine. */
export function checkInput(model: SimModel, input: Input): { loc: string[]; msg: string; type: string }[] {
  const problems: { loc: string[]; msg: string; type: string }[] = [];
  if (typeof input['prompt'] !== 'string' || input['prompt'] === '') {
    problems.push({ loc: ['body', 'prompt'], msg: 'field required', type: 'missing' });
  }
  if (model.kind === 'clip') {
    if (typeof input['image_url'] !== 'string') {
      problems.push({ loc: ['body', 'image_url'], msg: 'field required', type: 'missing' });
    }
    const duration = input['duration'] ?? Object.keys(model.durations ?? {})[0];
    if (typeof duration !== 'string' || model.durations?.[duration] === undefined) {
      const options = Object.keys(model.durations ?? {}).join("', '");
      problems.push({
        loc: ['body', 'duration'],
        msg: `Input should be '${options}'`,
        type: 'literal_error',
      });
    }
  } else if (stillSizeOf(input) === null) {
    problems.push({ loc: ['body', 'image_size'], msg: 'Input should be a valid size', type: 'value_error' });
  }
  return problems;
}

export function stillSizeOf(input: Input): { widthPx: number; heightPx: number } | null {
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

export function clipSecondsOf(model: SimModel, input: Input): number {
  const spelling = String(input['duration'] ?? Object.keys(model.durations ?? {})[0]);
  return model.durations?.[spelling] ?? 5;
}

export function unitsOf(model: SimModel, input: Input): number {
  if (model.kind === 'clip') return clipSecondsOf(model, input);
  const size = stillSizeOf(input) ?? { widthPx: 1024, heightPx: 768 };
  return Math.ceil((size.widthPx * size.heightPx) / 1_000_000);
}
