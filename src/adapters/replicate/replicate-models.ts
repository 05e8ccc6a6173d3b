import type { ModelFacts } from '../../domain/jobs/model-facts.ts';

interface ReplicateModelBase {
  /** "owner/name", or "owner/name:version" for one that runs by its version. */
  readonly id: string;
  readonly name: string;
  readonly promptLimit: number;
  /** Fields that every request to this model carries. */
  readonly fixed: Readonly<Record<string, string | number | boolean>>;
  readonly hasSeed: boolean;
  readonly hasNegativePrompt: boolean;
  /** US dollars × 10⁻⁶ per unit, as the model's page said on {@link tablePricesDate}. */
  readonly tablePriceUsdMicros: number;
}

export interface ReplicateStillModel extends ReplicateModelBase {
  readonly kind: 'still';
  /** What is charged: the picture, or the time of the machine, which is usually `usualSeconds`. */
  readonly unit: 'image' | 'compute-second';
  readonly usualSeconds: number | null;
  /** How the size is asked for: one of a few aspects, or sides in steps up to a longest. */
  readonly size:
    | { readonly by: 'aspect'; readonly aspects: readonly string[] }
    | { readonly by: 'sides'; readonly stepPx: number; readonly longestPx: number };
  readonly references: {
    readonly field: string;
    readonly most: number;
    readonly list: boolean;
  } | null;
}

export interface ReplicateClipModel extends ReplicateModelBase {
  readonly kind: 'clip';
  readonly unit: 'second';
  /** Lengths that it makes, whole seconds, ascending. */
  readonly lengthsSeconds: readonly number[];
  readonly startField: string;
  readonly endField: string | null;
}

export type ReplicateModel = ReplicateStillModel | ReplicateClipModel;

/** The day on which the prices of the table were read. */
export const tablePricesDate = '2026-11-21';

/** For as long as Replicate holds what was asked by its interface: input, output and files. */
export const keptForMs = 60 * 60_000;

const fluxAspects = ['1:1', '16:9', '21:9', '3:2', '2:3', '4:5', '5:4', '3:4', '4:3', '9:16', '9:21'];

const flux = {
  kind: 'still',
  unit: 'image',
  usualSeconds: null,
  size: { by: 'aspect', aspects: fluxAspects },
  references: null,
  promptLimit: 5_000,
  hasSeed: true,
  hasNegativePrompt: false,
} as const satisfies Partial<ReplicateStillModel>;

const seedance = {
  kind: 'clip',
  unit: 'second',
  lengthsSeconds: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  startField: 'image',
  endField: 'last_frame_image',
  promptLimit: 5_000,
  fixed: { resolution: '720p', fps: 24 },
  hasSeed: true,
  hasNegativePrompt: false,
} as const satisfies Partial<ReplicateClipModel>;

/** Every model the adapter can ask for, with the fields of its schema. */
export const replicateModels: readonly ReplicateModel[] = [
  {
    ...flux,
    id: 'black-forest-labs/flux-dev',
    name: 'FLUX.1 [dev]',
    fixed: { num_outputs: 1, output_format: 'png', megapixels: '1' },
    tablePriceUsdMicros: 25_000,
  },
  {
    ...flux,
    id: 'black-forest-labs/flux-schnell',
    name: 'FLUX.1 [schnell]',
    fixed: { num_outputs: 1, output_format: 'png', megapixels: '1' },
    tablePriceUsdMicros: 3_000,
  },
  {
    ...flux,
    id: 'black-forest-labs/flux-1.1-pro',
    name: 'FLUX1.1 [pro]',
    fixed: { output_format: 'png' },
    tablePriceUsdMicros: 40_000,
  },
  {
    ...flux,
    id: 'black-forest-labs/flux-kontext-pro',
    name: 'FLUX.1 Kontext [pro]',
    fixed: { output_format: 'png' },
    references: { field: 'input_image', most: 1, list: false },
    tablePriceUsdMicros: 40_000,
  },
  {
    ...flux,
    id: 'bytedance/seedream-4',
    name: 'Seedream 4',
    size: { by: 'aspect', aspects: ['1:1', '4:3', '3:4', '16:9', '9:16', '3:2', '2:3', '21:9'] },
    fixed: { size: '2K', max_images: 1, sequential_image_generation: 'disabled' },
    references: { field: 'image_input', most: 10, list: true },
    hasSeed: false,
    tablePriceUsdMicros: 30_000,
  },
  {
    ...flux,
    id: 'stability-ai/sdxl:7762fd07cf82c948538e41f63f77d685e02b063e37e496e96eefd46c929f9bdc',
    name: 'Stable Diffusion XL',
    unit: 'compute-second',
    usualSeconds: 6,
    size: { by: 'sides', stepPx: 8, longestPx: 1344 },
    fixed: { num_outputs: 1, apply_watermark: false },
    hasNegativePrompt: true,
    tablePriceUsdMicros: 975,
  },
  { ...seedance, id: 'bytedance/seedance-1-pro', name: 'Seedance 1 Pro', tablePriceUsdMicros: 60_000 },
  { ...seedance, id: 'bytedance/seedance-1-lite', name: 'Seedance 1 Lite', tablePriceUsdMicros: 36_000 },
  {
    kind: 'clip',
    unit: 'second',
    id: 'kwaivgi/kling-v2.5-turbo-pro',
    name: 'Kling 2.5 Turbo Pro',
    lengthsSeconds: [5, 10],
    startField: 'start_image',
    endField: null,
    promptLimit: 2_500,
    fixed: {},
    hasSeed: false,
    hasNegativePrompt: true,
    tablePriceUsdMicros: 70_000,
  },
];

/** What a project uses until somebody chooses. */
export const defaultReplicateModels = {
  still: 'black-forest-labs/flux-dev',
  clip: 'bytedance/seedance-1-pro',
} as const;

export function findReplicateModel(id: string): ReplicateModel | null {
  return replicateModels.find((model) => model.id === id) ?? null;
}

export function factsOfReplicateModel(model: ReplicateModel): ModelFacts {
  const lengths = model.kind === 'clip' ? [...model.lengthsSeconds] : null;
  return {
    provider: 'replicate',
    id: model.id,
    name: model.name,
    kind: model.kind,
    lengthsSeconds: lengths,
    mostSeconds: lengths?.at(-1) ?? null,
    aspects: null,
    mostPromptCharacters: model.promptLimit,
    mostReferences: model.kind === 'still' ? (model.references?.most ?? 0) : 0,
    takesEndFrame: model.kind === 'clip' && model.endField !== null,
    takesSeed: model.hasSeed,
    makesSound: false,
    voices: null,
    prices: [{ unit: model.unit, usdMicros: model.tablePriceUsdMicros, pricedAtMs: null }],
    keptForMs,
    inputSchema: null,
    origin: 'table',
    gone: false,
  };
}
