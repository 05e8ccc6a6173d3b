import { createAnimaticGenerator } from '../adapters/animatic/create-animatic-generator.ts';
import { createCloudflareGenerator } from '../adapters/cloudflare/create-cloudflare-generator.ts';
import { createFalGenerator } from '../adapters/fal/create-fal-generator.ts';
import { createGoogleGenerator } from '../adapters/google/create-google-generator.ts';
import { createLanguageGenerator } from '../adapters/language-models/create-language-generator.ts';
import { languageProviders } from '../adapters/language-models/language-providers.ts';
import { createOpenAiGenerator } from '../adapters/openai/create-openai-generator.ts';
import { createOpenRouterGenerator } from '../adapters/openrouter/create-openrouter-generator.ts';
import { createReplicateGenerator } from '../adapters/replicate/create-replicate-generator.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Generator } from '../core/ports/generator.ts';
import type { KeyStore } from '../core/ports/key-store.ts';
import type { WorkerHost } from '../core/ports/worker-host.ts';
import { fail, ok, type Result } from '../domain/kernel/result.ts';
import { parseLoopbackOrigin } from '../net/loopback-origin.ts';
import { combineGenerators } from './combine-generators.ts';

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
  replicate: createReplicateGenerator,
  google: createGoogleGenerator,
  openai: createOpenAiGenerator,
  openrouter: createOpenRouterGenerator,
  cloudflare: createCloudflareGenerator,
};

/** The same for those of them that read stories: by themselves, or beside the adapter for pictures of the same provider. */
const readers: Readonly<Record<string, (parts: PaidParts) => Generator>> = Object.fromEntries(
  Object.values(languageProviders).map(({ provider }) => [
    provider,
    (parts: PaidParts) => createLanguageGenerator(provider, parts),
  ]),
);

/** Everything that a paid provider makes, behind its one name and key. */
function createPaid(provider: string): (parts: PaidParts) => Result<Generator> {
  const [pictures, reader] = [paid[provider], readers[provider]];
  return (parts) => {
    const made = pictures?.(parts);
    if (made === undefined)
      return reader === undefined ? fail('provider.unknown', provider) : ok(reader(parts));
    return made.ok && reader !== undefined ? ok(combineGenerators(made.value, reader(parts))) : made;
  };
}

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
  for (const provider of new Set([...Object.keys(paid), ...Object.keys(readers)])) {
    const made = openPaid(provider, createPaid(provider), env, { key: () => keys.get(provider), clock });
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
