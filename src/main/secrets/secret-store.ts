import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Electron's safeStorage, as much of it as is used here. */
export interface Cipher {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(bytes: Buffer): string;
  /** Linux only: where the key of the cipher comes from. */
  getSelectedStorageBackend?(): string;
}

export type Kept = 'system' | 'session' | 'file';

/**
 * The person's keys, encrypted by the system's own secret store. On a Linux without one, Electron would use a password
 * that everybody knows: then keys stay in memory until the application ends, unless the person agreed to a file.
 */
export interface SecretStore {
  /** How a key that is set now is kept, and whether a file would hold it with consent. */
  readonly keeping: { readonly usual: 'system' | 'session'; readonly mayUseFile: boolean };
  /** All keys, decrypted, by provider. What cannot be decrypted any more is left out. */
  all(): Readonly<Record<string, string>>;
  /** Keeps a key, or forgets it for null. Answers how. Throws where the file cannot be written. */
  keep(provider: string, key: string | null, consentToFile: boolean): Kept;
}

const SecretsFile = z.object({ version: z.literal(1), secrets: z.record(z.string(), z.string()) });

export function openSecretStore(path: string, cipher: Cipher): SecretStore {
  const available = cipher.isEncryptionAvailable();
  const sound = available && cipher.getSelectedStorageBackend?.() !== 'basic_text';
  const usual = sound ? 'system' : 'session';
  const memory = new Map<string, string>();
  const stored = new Map(Object.entries(readSecrets(path)));

  const write = (): void => {
    if (stored.size === 0) {
      rmSync(path, { force: true });
      return;
    }
    const next = `${path}.new`;
    writeFileSync(next, JSON.stringify({ version: 1, secrets: Object.fromEntries(stored) }), { mode: 0o600 });
    chmodSync(next, 0o600);
    renameSync(next, path);
  };

  return {
    keeping: { usual, mayUseFile: !sound && available },
    all() {
      const keys: Record<string, string> = {};
      for (const [provider, encrypted] of stored) {
        const key = decrypt(cipher, encrypted);
        if (key !== null) keys[provider] = key;
      }
      return { ...keys, ...Object.fromEntries(memory) };
    },
    keep(provider, key, consentToFile) {
      memory.delete(provider);
      const wasStored = stored.delete(provider);
      const toFile = key !== null && (sound || (consentToFile && available));
      if (toFile) stored.set(provider, cipher.encryptString(key).toString('base64'));
      else if (key !== null) memory.set(provider, key);
      if (toFile || wasStored) write();
      return toFile && !sound ? 'file' : usual;
    },
  };
}

function decrypt(cipher: Cipher, encrypted: string): string | null {
  try {
    return cipher.decryptString(Buffer.from(encrypted, 'base64'));
  } catch {
    // Another user's or another machine's file, or a changed login: the person sets the key again.
    return null;
  }
}

function readSecrets(path: string): Record<string, string> {
  try {
    return SecretsFile.parse(JSON.parse(readFileSync(path, 'utf8'))).secrets;
  } catch {
    // None was kept yet, or the file is damaged: keys are set again, nothing else depends on it.
    return {};
  }
}
