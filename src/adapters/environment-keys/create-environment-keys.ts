import type { KeyStore } from '../../core/ports/key-store.ts';
import { fail, ok } from '../../domain/kernel/result.ts';

/** Fal's own two spellings of a key in the environment; null where there is none. */
export function falKey(env: NodeJS.ProcessEnv): string | null {
  if (env['FAL_KEY']) return env['FAL_KEY'];
  const { FAL_KEY_ID: id, FAL_KEY_SECRET: secret } = env;
  return id && secret ? `${id}:${secret}` : null;
}

/** Account and token in one, as the adapter takes them; null where one of the two is missing. */
function cloudflareKey(env: NodeJS.ProcessEnv): string | null {
  const { CLOUDFLARE_ACCOUNT_ID: accountId, CLOUDFLARE_API_TOKEN: token } = env;
  return accountId && token ? `${accountId}:${token}` : null;
}

/** Keys that stood in the environment when the studio started. They are read, never written. */
export function createEnvironmentKeys(env: NodeJS.ProcessEnv): KeyStore {
  const keys = new Map([
    ['fal', falKey(env)],
    ['replicate', env['REPLICATE_API_TOKEN'] || null],
    ['openai', env['OPENAI_API_KEY'] || null],
    ['google', env['GEMINI_API_KEY'] || env['GOOGLE_API_KEY'] || null],
    ['openrouter', env['OPENROUTER_API_KEY'] || null],
    ['cloudflare', cloudflareKey(env)],
  ]);
  const keyOf = (provider: string): string | null => keys.get(provider) ?? null;
  return {
    get: async (provider) => keyOf(provider),
    describe: async (provider) => ({
      kept: keyOf(provider) === null ? null : 'environment',
      wouldBeKept: 'environment',
      mayUseFile: false,
    }),
    set: async () =>
      fail(
        'keys.not-kept',
        'The environment takes no keys. Nothing was changed; set it before the studio starts.',
      ),
    remove: async (provider) =>
      keyOf(provider) === null
        ? ok(undefined)
        : fail(
            'keys.not-kept',
            'The key comes from the environment in which the studio was started. Nothing was changed; take it out there and start again.',
          ),
  };
}
