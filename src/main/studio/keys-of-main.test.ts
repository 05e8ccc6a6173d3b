import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeKeyStore } from '../../core/ports/key-store.conformance.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import type { MainQuestions } from '../line/studio-messages.ts';
import { openSecretStore } from '../secrets/secret-store.ts';
import { keysOfMain } from './keys-of-main.ts';

describeKeyStore('keysOfMain over a store of secrets', true, () => {
  const folder = mkdtempSync(join(tmpdir(), 'reelwright-keys-'));
  return {
    open() {
      const secrets = openSecretStore(join(folder, 'keys.json'), {
        isEncryptionAvailable: () => true,
        encryptString: (text) => Buffer.from(text).reverse(),
        decryptString: (bytes) => Buffer.from(bytes).reverse().toString(),
      });
      const settings = {
        keys: secrets.all(),
        keysKept: secrets.keeping.usual,
        mayUseFile: secrets.keeping.mayUseFile,
      };
      return keysOfMain(settings, {
        ask: async (_name, given) => {
          const { provider, key, consentToFile } = given as MainQuestions['keepKey']['ask'];
          return ok(secrets.keep(provider, key, consentToFile) as never);
        },
      });
    },
    cleanup: () => rmSync(folder, { recursive: true, force: true }),
  };
});

test('a key that main could not keep is not used', async () => {
  const keys = keysOfMain(
    { keys: {}, keysKept: 'system', mayUseFile: false },
    { ask: async () => fail('studio.gone', 'Gone.') },
  );
  expect((await keys.set('fal', 'key', false)).ok).toBe(false);
  expect(await keys.get('fal')).toBeNull();
});
