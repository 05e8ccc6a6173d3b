import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cipher, openSecretStore } from './secret-store.ts';

const key = 'canary-key-123';

function cipher(over: Partial<Cipher> = {}): Cipher {
  return {
    isEncryptionAvailable: () => true,
    encryptString: (text) => Buffer.from(Buffer.from(text).map((byte) => byte ^ 0x5a)),
    decryptString: (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0x5a)).toString(),
    ...over,
  };
}

const newPath = (): string => join(mkdtempSync(join(tmpdir(), 'reelwright-secrets-')), 'keys.json');

describe('openSecretStore', () => {
  it('keeps a key encrypted in a file that only its owner reads, and finds it again', () => {
    const path = newPath();
    expect(openSecretStore(path, cipher()).keep('fal', key, false)).toBe('system');
    expect(readFileSync(path, 'utf8')).not.toContain(key);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(openSecretStore(path, cipher()).all()).toEqual({ fal: key });
  });

  it('keeps a key for the session alone where the cipher has a password that everybody knows', () => {
    const path = newPath();
    const weak = cipher({ getSelectedStorageBackend: () => 'basic_text' });
    const store = openSecretStore(path, weak);
    expect(store.keeping).toEqual({ usual: 'session', mayUseFile: true });
    expect(store.keep('fal', key, false)).toBe('session');
    expect(store.all()).toEqual({ fal: key });
    expect(existsSync(path)).toBe(false);
    expect(openSecretStore(path, weak).all()).toEqual({});
  });

  it('writes it there only with consent, and takes it out again when consent is withdrawn', () => {
    const path = newPath();
    const weak = cipher({ getSelectedStorageBackend: () => 'basic_text' });
    const store = openSecretStore(path, weak);
    expect(store.keep('fal', key, true)).toBe('file');
    expect(openSecretStore(path, weak).all()).toEqual({ fal: key });
    expect(store.keep('fal', key, false)).toBe('session');
    expect(openSecretStore(path, weak).all()).toEqual({});
  });

  it('writes nothing anywhere without a cipher, consent or not', () => {
    const path = newPath();
    const store = openSecretStore(path, cipher({ isEncryptionAvailable: () => false }));
    expect(store.keep('fal', key, true)).toBe('session');
    expect(existsSync(path)).toBe(false);
  });

  it('forgets a key, and leaves no file behind the last', () => {
    const path = newPath();
    const store = openSecretStore(path, cipher());
    store.keep('fal', key, false);
    store.keep('replicate', 'other', false);
    store.keep('fal', null, false);
    expect(openSecretStore(path, cipher()).all()).toEqual({ replicate: 'other' });
    store.keep('replicate', null, false);
    expect(existsSync(path)).toBe(false);
  });

  it('opens beside a damaged file, and without what cannot be decrypted', () => {
    const path = newPath();
    writeFileSync(path, '{"version":1,"secrets":{"fal":"!!"}}');
    const refusing = cipher({
      decryptString: () => {
        throw new Error('not this user');
      },
    });
    expect(openSecretStore(path, refusing).all()).toEqual({});
    writeFileSync(path, 'no JSON');
    expect(openSecretStore(path, cipher()).all()).toEqual({});
  });
});
