import { expect, test } from 'vitest';
import { createEnvironmentKeys } from './create-environment-keys.ts';

test.each([
  [{ FAL_KEY: 'whole' }, 'whole'],
  [{ FAL_KEY_ID: 'id', FAL_KEY_SECRET: 'secret' }, 'id:secret'],
  [{ FAL_KEY_ID: 'id' }, null],
  [{ FAL_KEY: '' }, null],
  [{}, null],
])('%j gives %j', async (env, key) => {
  const store = createEnvironmentKeys(env);
  expect(await store.get('fal')).toBe(key);
  expect((await store.describe('fal')).kept).toBe(key === null ? null : 'environment');
  expect(await store.get('another')).toBeNull();
});

test.each([
  [{ REPLICATE_API_TOKEN: 'r8' }, 'replicate', 'r8'],
  [{ OPENAI_API_KEY: 'sk' }, 'openai', 'sk'],
  [{ OPENAI_API_KEY: '' }, 'openai', null],
  [{ CLOUDFLARE_ACCOUNT_ID: 'account', CLOUDFLARE_API_TOKEN: 'token' }, 'cloudflare', 'account:token'],
  [{ CLOUDFLARE_API_TOKEN: 'token' }, 'cloudflare', null],
])('%j gives %s the key %j', async (env, provider, key) => {
  expect(await createEnvironmentKeys(env).get(provider)).toBe(key);
});

test('it takes no key and lets none go', async () => {
  const store = createEnvironmentKeys({ FAL_KEY: 'whole' });
  expect((await store.set('fal', 'other', true)).ok).toBe(false);
  expect((await store.remove('fal')).ok).toBe(false);
  expect(await store.get('fal')).toBe('whole');
});
