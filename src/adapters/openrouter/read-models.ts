import { isRecord, textOf } from '../../net/read-answer.ts';
import { linesOf, type OpenRouterModel } from './openrouter-models.ts';

/**
 * The models of OpenRouter's list that make a clip from a picture and whose price can be counted beforehand. Prices of tokens, of
 * which nobody knows the number before, are left out with their models.
 */
export function readModels(
  body: Readonly<Record<string, unknown>>,
  pricedAtMs: number,
): readonly OpenRouterModel[] {
  const list = Array.isArray(body['data']) ? body['data'].filter(isRecord) : [];
  return list.flatMap((entry) => modelOf(entry, pricedAtMs));
}

function modelOf(entry: Readonly<Record<string, unknown>>, pricedAtMs: number): OpenRouterModel[] {
  const id = textOf(entry['id']);
  const durations = numbersOf(entry['supported_durations']);
  const resolutions = textsOf(entry['supported_resolutions']).filter((one) => linesOf(one) > 0);
  const aspects = textsOf(entry['supported_aspect_ratios']).filter((one) => /^\d{1,2}:\d{1,2}$/.test(one));
  const frames = textsOf(entry['supported_frame_images']);
  const skus = isRecord(entry['pricing_skus']) ? entry['pricing_skus'] : {};
  if (id === null || !/^[\w.:-]{1,80}\/[\w.:-]{1,120}$/.test(id)) return [];
  if (durations.length === 0 || aspects.length === 0 || !frames.includes('first_frame')) return [];
  const hasAudioSwitch = entry['generate_audio'] === true;
  const secondUsdMicros: Record<string, number> = {};
  for (const resolution of resolutions) {
    const price = pricePerSecond(skus, resolution, hasAudioSwitch);
    if (price !== null) secondUsdMicros[resolution] = price;
  }
  if (Object.keys(secondUsdMicros).length === 0) return [];
  return [
    {
      id,
      name: (textOf(entry['name']) ?? id).replace(/^[^:]{1,40}: /, ''),
      durations: durations.sort((a, b) => a - b),
      resolutions: resolutions.sort((a, b) => linesOf(a) - linesOf(b)),
      aspects,
      takesEndFrame: frames.includes('last_frame'),
      takesSeed: entry['seed'] === true,
      hasAudioSwitch,
      secondUsdMicros,
      pricedAtMs,
    },
  ];
}

/**
 * Providers spell the unit as they like: "duration_seconds_with_audio_720p", "image_to_video_duration_seconds_1080p",
 * "per-video-second-1080p", "cents_per_second_output". The most exact name counts; one of another resolution never does.
 */
export function pricePerSecond(
  skus: Readonly<Record<string, unknown>>,
  resolution: string,
  hasAudioSwitch: boolean,
): number | null {
  const own = resolution.toLowerCase();
  const sound = hasAudioSwitch ? ['_without_audio', ''] : ['', '_with_audio'];
  const names = sound.flatMap((audio) => [
    `image_to_video_duration_seconds${audio}_${own}`,
    `duration_seconds${audio}_${own}`,
    `image_to_video_duration_seconds${audio}`,
    `duration_seconds${audio}`,
  ]);
  const dollars = [...names, `per-video-second-${own}`, 'per-video-second'];
  const cents = [
    `cents_per_second_output_${own}`,
    'cents_per_second_output',
    `cents_per_video_output_second_${own}`,
    'cents_per_video_output_second',
  ];
  const found = dollars.map((name) => amountOf(skus[name])).find((amount) => amount !== null);
  if (found != null) return Math.ceil(found * 1_000_000);
  const inCents = cents.map((name) => amountOf(skus[name])).find((amount) => amount !== null);
  return inCents == null ? null : Math.ceil(inCents * 10_000);
}

function amountOf(value: unknown): number | null {
  const amount = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(amount) && amount > 0 && amount < 1_000 ? amount : null;
}

function numbersOf(value: unknown): number[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.filter((one) => typeof one === 'number' && one > 0 && one < 600).map(Number);
}

function textsOf(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.filter((one) => typeof one === 'string');
}
