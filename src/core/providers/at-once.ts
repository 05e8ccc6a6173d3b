import { z } from 'zod';
import { fail, type Result } from '../../domain/kernel/result.ts';
import type { Preferences } from '../machine-state/preferences.ts';
import type { Generator } from '../ports/generator.ts';

/** More than any account is given; a number beyond it is a slip of the hand. */
export const highestAtOnce = 100;

const Chosen = z.record(z.string(), z.int().min(1).max(highestAtOnce)).catch({});
const preference = 'providers.atOnce';

/**
 * How many requests may be open at a provider at once. Accounts differ, so a person says it on this device; until then it is
 * the adapter's own number. It holds from the next submit on.
 */
export interface AtOnce {
  of(generator: Pick<Generator, 'provider' | 'maxConcurrent'>): number;
  /** null takes the adapter's own number again. */
  set(provider: string, requests: number | null): Result<unknown>;
}

export function createAtOnce(preferences: Preferences): AtOnce {
  const chosen = (): Readonly<Record<string, number>> => Chosen.parse(preferences.all()[preference]);
  return {
    of: ({ provider, maxConcurrent }) => chosen()[provider] ?? maxConcurrent,
    set(provider, requests) {
      if (requests !== null && !Chosen.unwrap().safeParse({ [provider]: requests }).success) {
        return fail(
          'providers.at-once',
          `Between 1 and ${highestAtOnce} requests may be open at a provider at once. The number is as it was before.`,
        );
      }
      const { [provider]: _before, ...others } = chosen();
      return preferences.set(preference, requests === null ? others : { ...others, [provider]: requests });
    },
  };
}
