import type { ProviderHealth } from '../../../../contract/providers.ts';

/** How a provider stands for a person: what is missing here comes before what it does there. */
export function reachOf(
  { free, reach }: Pick<ProviderHealth, 'free' | 'reach'>,
  isReady: boolean,
): ProviderHealth['reach'] | 'noKey' | 'here' {
  if (free) return 'here';
  return isReady ? reach : 'noKey';
}

const known = [
  'provider.key',
  'provider.no-balance',
  'provider.rate-limited',
  'provider.unreachable',
] as const;

/** What to do about a trouble, by the beginning of its code. */
export function nextOf(code: string): (typeof known)[number] | 'other' {
  return known.find((start) => code.startsWith(start)) ?? 'other';
}
