import type { EngineLimits } from './engine-limits.ts';

/** Longest pause that a provider is believed to mean; after it, asking costs nothing and says whether it is meant still. */
const longestRetryAfterMs = 24 * 3_600_000;

/**
 * Pause before try number `tries` + 1, milliseconds: anywhere between nothing and the doubled base (AWS, "Exponential
 * Backoff And Jitter", 2015, the full-jitter form), but never less than the provider asked for and, so that waiting
 * jobs do not all come back in the same instant, up to a tenth more than that.
 */
export function backoffMs(
  tries: number,
  retryAfterMs: number | null,
  random: () => number,
  limits: Pick<EngineLimits, 'backoffBaseMs' | 'backoffCapMs'>,
): number {
  if (retryAfterMs !== null)
    return Math.ceil(Math.min(retryAfterMs, longestRetryAfterMs) * (1 + random() * 0.1));
  const longest = Math.min(limits.backoffCapMs, limits.backoffBaseMs * 2 ** Math.min(tries, 30));
  return Math.ceil(random() * longest);
}
