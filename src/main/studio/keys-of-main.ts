import type { KeyKept, KeyStore } from '../../core/ports/key-store.ts';
import { ok } from '../../domain/kernel/result.ts';
import type { Asker } from '../line/questions.ts';
import type { MainQuestions, StudioSettings } from '../line/studio-messages.ts';

type Settings = Pick<StudioSettings, 'keys' | 'keysKept' | 'mayUseFile'>;

/** Keys as the main process keeps them: they came with the start, and are kept and forgotten by asking it. */
export function keysOfMain(settings: Settings, main: Pick<Asker<MainQuestions>, 'ask'>): KeyStore {
  const keys = new Map(Object.entries(settings.keys));
  const kept = new Map<string, KeyKept>([...keys.keys()].map((provider) => [provider, settings.keysKept]));
  return {
    get: async (provider) => keys.get(provider) ?? null,
    describe: async (provider) => ({
      kept: kept.get(provider) ?? null,
      wouldBeKept: settings.keysKept,
      mayUseFile: settings.mayUseFile,
    }),
    async set(provider, key, consentToFile) {
      const answer = await main.ask('keepKey', { provider, key, consentToFile });
      if (!answer.ok) return answer;
      keys.set(provider, key);
      kept.set(provider, answer.value);
      return ok(undefined);
    },
    async remove(provider) {
      const answer = await main.ask('keepKey', { provider, key: null, consentToFile: false });
      if (!answer.ok) return answer;
      keys.delete(provider);
      kept.delete(provider);
      return ok(undefined);
    },
  };
}
