import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { ModelFacts } from '../../domain/jobs/model-facts.ts';
import { flicksToSeconds } from '../../domain/kernel/time.ts';
import { aspectNames } from '../../domain/project/frame-shape.ts';

export interface OpenRouterModel {
  readonly id: string;
  readonly name: string;
  /** Ascending. */
  readonly durations: readonly number[];
  /** As OpenRouter spells them, from small to large: "720p", "1080p". */
  readonly resolutions: readonly string[];
  /** "16:9" and its like. */
  readonly aspects: readonly string[];
  readonly takesEndFrame: boolean;
  readonly takesSeed: boolean;
  /** Whether sound can be left out: it is asked for without, since the film has its own. */
  readonly hasAudioSwitch: boolean;
  /** Price of a second without sound by the resolution, US dollars × 10⁻⁶. */
  readonly secondUsdMicros: Readonly<Record<string, number>>;
  /** When the price was read from OpenRouter; null for one of this table. */
  readonly pricedAtMs: number | null;
}

/** The day on which the prices of the table were read. */
export const tablePricesDate = '2026-11-21';

const wide = ['16:9', '9:16'] as const;

/** The models that are known until OpenRouter's own list was read. */
export const openRouterModels: readonly OpenRouterModel[] = [
  {
    id: 'google/veo-3.1-fast',
    name: 'Veo 3.1 Fast',
    durations: [4, 6, 8],
    resolutions: ['720p', '1080p'],
    aspects: wide,
    takesEndFrame: true,
    takesSeed: true,
    hasAudioSwitch: true,
    secondUsdMicros: { '720p': 80_000, '1080p': 100_000 },
    pricedAtMs: null,
  },
  {
    id: 'google/veo-3.1',
    name: 'Veo 3.1',
    durations: [4, 6, 8],
    resolutions: ['720p', '1080p'],
    aspects: wide,
    takesEndFrame: true,
    takesSeed: true,
    hasAudioSwitch: true,
    secondUsdMicros: { '720p': 200_000, '1080p': 200_000 },
    pricedAtMs: null,
  },
  {
    id: 'google/veo-3.1-lite',
    name: 'Veo 3.1 Lite',
    durations: [4, 6, 8],
    resolutions: ['720p'],
    aspects: wide,
    takesEndFrame: false,
    takesSeed: true,
    hasAudioSwitch: true,
    secondUsdMicros: { '720p': 30_000 },
    pricedAtMs: null,
  },
];

/** What a project uses until somebody chooses. */
export const defaultOpenRouterModels = { clip: 'google/veo-3.1-fast' } as const;

export interface ClipShape {
  readonly seconds: number;
  readonly resolution: string;
  readonly aspect: string;
  readonly secondUsdMicros: number;
}

/** The next length up, or the longest; the smallest resolution that is large enough; the aspect that comes closest. */
export function clipShape(model: OpenRouterModel, request: PictureRequest): ClipShape {
  const asked = flicksToSeconds(request.durationFlicks);
  const priced = model.resolutions.filter((resolution) => model.secondUsdMicros[resolution] !== undefined);
  const needed = Math.min(request.widthPx, request.heightPx);
  const resolution = priced.find((one) => linesOf(one) >= needed) ?? priced.at(-1) ?? '720p';
  // Where Veo has to be long: with a last picture, and in 1080p.
  const isVeo = model.id.startsWith('google/veo-');
  const long = isVeo && (resolution !== '720p' || request.endFrameAssetId !== undefined);
  const fitting = long ? undefined : model.durations.find((length) => length >= asked - 0.001);
  return {
    seconds: fitting ?? model.durations.at(-1) ?? 5,
    resolution,
    aspect: closestAspect(model.aspects, request),
    secondUsdMicros: model.secondUsdMicros[resolution] ?? 0,
  };
}

/** "720p" → 720; "1K", "2K" and "4K" by their lines. */
export function linesOf(resolution: string): number {
  const named: Readonly<Record<string, number>> = { '1k': 1080, '2k': 1440, '4k': 2160 };
  return named[resolution.toLowerCase()] ?? Number.parseInt(resolution, 10);
}

function closestAspect(aspects: readonly string[], { widthPx, heightPx }: PictureRequest): string {
  const wanted = Math.log(widthPx / heightPx);
  const distance = (aspect: string): number => {
    const [width = 1, height = 1] = aspect.split(':').map(Number);
    return Math.abs(Math.log(width / height) - wanted);
  };
  return aspects.reduce((best, aspect) => (distance(aspect) < distance(best) ? aspect : best));
}

export function factsOfOpenRouterModel(model: OpenRouterModel): ModelFacts {
  const [cheapest] = Object.values(model.secondUsdMicros).sort((a, b) => a - b);
  const aspects = aspectNames.filter((aspect) => model.aspects.includes(aspect));
  return {
    provider: 'openrouter',
    id: model.id,
    name: model.name,
    kind: 'clip',
    lengthsSeconds: [...model.durations],
    mostSeconds: model.durations.at(-1) ?? null,
    aspects,
    mostPromptCharacters: 4_000,
    mostReferences: 0,
    takesEndFrame: model.takesEndFrame,
    takesSeed: model.takesSeed,
    makesSound: !model.hasAudioSwitch,
    voices: null,
    prices: [{ unit: 'second', usdMicros: cheapest ?? 0, pricedAtMs: model.pricedAtMs }],
    // OpenRouter passes on what the maker of the model holds, and does not say for how long.
    keptForMs: null,
    inputSchema: null,
    origin: model.pricedAtMs === null ? 'table' : 'provider',
    gone: false,
  };
}
