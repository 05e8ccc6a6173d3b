import { createAnimaticGenerator } from '../adapters/animatic/create-animatic-generator.ts';
import { createFalGenerator } from '../adapters/fal/create-fal-generator.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Generator } from '../core/ports/generator.ts';
import type { KeyStore } from '../core/ports/key-store.ts';
import type { WorkerHost } from '../core/ports/worker-host.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { parseLoopbackOrigin } from '../net/loopback-origin.ts';

/** What a paid provider's adapter is made of. */
interface PaidParts {
  /** The key that is set when it is asked something. */
  readonly key: () => Promise<string | null>;
  readonly clock: Clock;
  /** A server on this computer in place of every host of the provider; null for the provider itself. */
  readonly origin: URL | null;
}

/** The paid providers in the order in which they are shown. */
const paid: Readonly<Record<string, (parts: PaidParts) => Result<Generator>>> = {
  fal: createFalGenerator,
};

export interface GeneratorParts {
  readonly workers: WorkerHost;
  readonly folder: string;
  readonly keys: KeyStore;
  readonly clock: Clock;
  readonly env: NodeJS.ProcessEnv;
  /** The paid provider that is about to be used; null when none is. */
  readonly provider: string | null;
}

/**
 * The free generator and every paid one. An address in the environment (`REELWRIGHT_FAL_URL` and its like) that cannot be
 * used stops what needs that provider, and nothing else.
 */
export function createGenerators(parts: GeneratorParts): Result<Generator[]> {
  const { workers, folder, keys, clock, env } = parts;
  const generators: Generator[] = [createAnimaticGenerator({ workers, tempFolder: folder })];
  for (const [provider, create] of Object.entries(paid)) {
    const made = openPaid(provider, create, env, { key: () => keys.get(provider), clock });
    if (!made.ok && parts.provider === provider) return made;
    if (made.ok) generators.push(made.value);
  }
  return ok(generators);
}

function openPaid(
  provider: string,
  create: (parts: PaidParts) => Result<Generator>,
  env: NodeJS.ProcessEnv,
  parts: Omit<PaidParts, 'origin'>,
): Result<Generator> {
  const variable = `REELWRIGHT_${provider.toUpperCase()}_URL`;
  const address = env[variable];
  if (address === undefined || address === '') return create({ ...parts, origin: null });
  const origin = parseLoopbackOrigin(variable, address);
  return origin.ok ? create({ ...parts, origin: origin.value }) : origin;
}
