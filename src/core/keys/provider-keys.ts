import type { KeyStatus } from '../../contract/keys.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Secrets } from '../logs/secrets.ts';
import type { Generator } from '../ports/generator.ts';
import type { KeyStore } from '../ports/key-store.ts';

/** The keys of the providers that need one, as a person sets, tests and removes them. A key goes in and never comes out. */
export interface ProviderKeys {
  list(): Promise<KeyStatus[]>;
  set(provider: string, key: string, consentToFile: boolean): Promise<Result<KeyStatus>>;
  remove(provider: string): Promise<Result<KeyStatus>>;
  /** Asks the provider something that is free. */
  test(provider: string): Promise<Result<string>>;
}

export interface ProviderKeysParts {
  readonly keys: KeyStore;
  readonly generators: readonly Generator[];
  readonly secrets: Secrets;
  readonly onChange: () => void;
}

export function createProviderKeys({ keys, generators, secrets, onChange }: ProviderKeysParts): ProviderKeys {
  const paid = generators.filter((generator) => !generator.free);
  const statusOf = async (provider: string): Promise<KeyStatus> => {
    const facts = await keys.describe(provider);
    return { provider, set: facts.kept !== null, ...facts };
  };
  const find = (provider: string): Result<Generator> => {
    const found = paid.find((generator) => generator.provider === provider);
    if (found !== undefined) return ok(found);
    return fail('provider.unknown', `No provider "${provider}" takes a key here. Nothing was changed.`);
  };
  const after = async (provider: string, done: Result<void>): Promise<Result<KeyStatus>> => {
    if (!done.ok) return done;
    onChange();
    return ok(await statusOf(provider));
  };
  return {
    list: () => Promise.all(paid.map(({ provider }) => statusOf(provider))),
    async set(provider, key, consentToFile) {
      const found = find(provider);
      if (!found.ok) return found;
      // Before it is anywhere else, so that nothing that goes wrong from here on can be logged with it.
      secrets.learn(key);
      const fit = found.value.checkKey?.(key) ?? ok(key);
      if (!fit.ok) return fit;
      return after(provider, await keys.set(provider, fit.value, consentToFile));
    },
    async remove(provider) {
      const found = find(provider);
      return found.ok ? after(provider, await keys.remove(provider)) : found;
    },
    async test(provider) {
      const found = find(provider);
      if (!found.ok) return found;
      return (await found.value.testKey?.()) ?? ok('This provider has nothing to test.');
    },
  };
}
