import type { KeyStore } from '../ports/key-store.ts';

/**
 * A store that takes keys over one that only has some: what a person set here counts before what the environment says,
 * and taking it away brings that back.
 */
export function combineKeyStores(own: KeyStore, fallback: KeyStore): KeyStore {
  return {
    get: async (provider) => (await own.get(provider)) ?? (await fallback.get(provider)),
    async describe(provider) {
      const facts = await own.describe(provider);
      return { ...facts, kept: facts.kept ?? (await fallback.describe(provider)).kept };
    },
    set: (...given) => own.set(...given),
    async remove(provider) {
      const { kept } = await own.describe(provider);
      return kept === null ? fallback.remove(provider) : own.remove(provider);
    },
  };
}
