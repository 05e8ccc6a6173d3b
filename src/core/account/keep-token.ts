import { ok, type Result } from '../../domain/kernel/result.ts';
import type { Secrets } from '../logs/secrets.ts';
import type { TokenKeeper } from '../ports/identity.ts';
import type { KeyFacts, KeyStore } from '../ports/key-store.ts';

/** The name of the account's token among the keys. No provider has it. */
const keyName = 'account';

export interface AccountTokens extends TokenKeeper {
  /** From here on the token outlives this process, as well as the store of keys can; in a file only with consent. */
  keep(consentToFile: boolean): Promise<Result<void>>;
  describe(): Promise<KeyFacts>;
}

/**
 * The account's token, a secret like a provider's key and kept beside them. Until somebody is signed in it is in memory
 * alone: it is worth nothing yet, and nobody has agreed to keep it.
 */
export function keepAccountToken(keys: KeyStore, secrets: Secrets): AccountTokens {
  let inMemory: string | null = null;
  let keeps: { readonly consentToFile: boolean } | null = null;
  const learned = (token: string | null): string | null => {
    if (token !== null) secrets.learn(token);
    return token;
  };
  return {
    read: async () => inMemory ?? learned(await keys.get(keyName)),
    async write(token) {
      inMemory = learned(token);
      if (token === null) {
        keeps = null;
        const { kept } = await keys.describe(keyName);
        return kept === null ? ok(undefined) : keys.remove(keyName);
      }
      if (keeps === null) {
        const { kept } = await keys.describe(keyName);
        // Of a start before: what was agreed to then holds for the token that replaces it.
        if (kept !== null && kept !== 'environment') keeps = { consentToFile: kept === 'file' };
      }
      return keeps === null ? ok(undefined) : keys.set(keyName, token, keeps.consentToFile);
    },
    async keep(consentToFile) {
      keeps = { consentToFile };
      const token = inMemory ?? (await keys.get(keyName));
      return token === null ? ok(undefined) : keys.set(keyName, token, consentToFile);
    },
    describe: () => keys.describe(keyName),
  };
}
