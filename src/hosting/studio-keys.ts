import { join, resolve } from 'node:path';
import { createEnvironmentKeys } from '../adapters/environment-keys/create-environment-keys.ts';
import { createFileKeys } from '../adapters/file-keys/create-file-keys.ts';
import { combineKeyStores } from '../core/keys/combine-key-stores.ts';
import type { KeyStore } from '../core/ports/key-store.ts';
import { defaultHome } from '../core/store/default-home.ts';

/**
 * The keys of a data folder (null for the usual one): those that a person set, which are `own` or, where the host has
 * nothing better, in memory and with consent in a file of the folder; then those of the environment.
 */
export function studioKeys(home: string | null, env: NodeJS.ProcessEnv, own?: KeyStore): KeyStore {
  const folder = resolve(home ?? defaultHome());
  return combineKeyStores(own ?? createFileKeys(join(folder, 'keys.json')), createEnvironmentKeys(env));
}
