import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileKeys } from '../adapters/file-keys/create-file-keys.ts';
import { unwrap } from '../domain/kernel/result.ts';
import { studioKeys } from './studio-keys.ts';

test('a key that a person kept in the data folder serves every host, before the one of the environment', async () => {
  const home = mkdtempSync(join(tmpdir(), 'reelwright-keys-'));
  try {
    expect(await studioKeys(home, {}).get('fal')).toBeNull();
    expect(await studioKeys(home, { FAL_KEY: 'of-the-environment' }).get('fal')).toBe('of-the-environment');
    unwrap(await createFileKeys(join(home, 'keys.json')).set('fal', 'of-the-person', true));
    expect(await studioKeys(home, {}).get('fal')).toBe('of-the-person');
    expect(await studioKeys(home, { FAL_KEY: 'of-the-environment' }).get('fal')).toBe('of-the-person');
    const own = createFileKeys(null);
    expect(await studioKeys(home, {}, own).get('fal')).toBeNull();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
