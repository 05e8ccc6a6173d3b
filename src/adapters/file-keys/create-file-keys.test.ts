import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeKeyStore } from '../../core/ports/key-store.conformance.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { createFileKeys } from './create-file-keys.ts';

const inFolder = (use: (path: string, folder: string) => Promise<void>) => async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reelwright-keys-'));
  try {
    await use(join(folder, 'keys.json'), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

describeKeyStore('keys in a file', true, () => {
  const folder = mkdtempSync(join(tmpdir(), 'reelwright-keys-'));
  return {
    open: () => createFileKeys(join(folder, 'keys.json')),
    cleanup: () => rmSync(folder, { recursive: true, force: true }),
  };
});
describeKeyStore('keys in memory', false, () => ({
  open: () => createFileKeys(null),
  cleanup: () => undefined,
}));

test(
  'without consent nothing is written',
  inFolder(async (path, folder) => {
    const store = createFileKeys(path);
    unwrap(await store.set('fal', 'canary', false));
    expect(readdirSync(folder)).toEqual([]);
    expect(await store.describe('fal')).toEqual({
      kept: 'session',
      wouldBeKept: 'session',
      mayUseFile: true,
    });
  }),
);

test(
  'with consent the file is its owner’s alone, and the last key that goes takes it along',
  inFolder(async (path) => {
    const store = createFileKeys(path);
    unwrap(await store.set('fal', 'canary', true));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await store.describe('fal')).kept).toBe('file');
    unwrap(await store.remove('fal'));
    expect(existsSync(path)).toBe(false);
  }),
);

test(
  'taking consent back takes the key out of the file',
  inFolder(async (path) => {
    const store = createFileKeys(path);
    unwrap(await store.set('fal', 'canary', true));
    unwrap(await store.set('fal', 'another', false));
    expect(existsSync(path)).toBe(false);
    expect(await store.get('fal')).toBe('another');
  }),
);

test(
  'a damaged file is none, and is replaced with the next key',
  inFolder(async (path) => {
    writeFileSync(path, '{"version":1,"keys":');
    const store = createFileKeys(path);
    expect(await store.get('fal')).toBeNull();
    unwrap(await store.set('fal', 'canary', true));
    expect(readFileSync(path, 'utf8')).toContain('canary');
  }),
);

test(
  'where nothing can be written, the fault does not say the key and the one before stays',
  inFolder(async (path) => {
    mkdirSync(path);
    const set = await createFileKeys(path).set('fal', 'canary', true);
    expect(set).toMatchObject({ ok: false, fault: { code: 'keys.not-kept' } });
    expect(JSON.stringify(set)).not.toContain('canary');
  }),
);
