import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { startFalSim } from '../../../tools/fal-sim/start-fal-sim.ts';
import { createEnvironmentKeys } from '../../adapters/environment-keys/create-environment-keys.ts';
import { createFalGenerator } from '../../adapters/fal/create-fal-generator.ts';
import { createFileKeys } from '../../adapters/file-keys/create-file-keys.ts';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import type { KeyStore } from '../ports/key-store.ts';
import { combineKeyStores } from './combine-key-stores.ts';

const canary = 'canary-0f3a:0123456789abcdef0123456789abcdef';

/** A studio with Fal at a stand-in that takes the canary alone. */
async function openWithFal(keys: KeyStore): Promise<{ studio: TestStudio; end: () => Promise<void> }> {
  const sim = await startFalSim({ keys: [canary] });
  const fal = unwrap(
    createFalGenerator({ key: () => keys.get('fal'), clock: createSystemClock(), origin: sim.origin }),
  );
  const studio = createTestStudio({ keys, generators: [fal] });
  return {
    studio,
    end: async () => {
      await studio.cleanup();
      await sim.close();
    },
  };
}

test('a key makes its provider ready at once, its test costs nothing, and removing it makes it not ready', async () => {
  const { studio, end } = await openWithFal(createFileKeys(null));
  const { client } = studio;
  const ready = async () => (await client.jobs.providers()).find(({ provider }) => provider === 'fal')?.ready;
  try {
    expect(await ready()).toBe(false);
    expect(await client.keys.list()).toEqual([
      { provider: 'fal', set: false, kept: null, wouldBeKept: 'session', mayUseFile: false },
    ]);
    await expect(client.keys.test({ provider: 'fal' })).rejects.toMatchObject({
      data: { code: 'provider.key-missing' },
    });
    expect(
      await client.keys.set({ provider: 'fal', key: ` ${canary} `, consentToFile: false }),
    ).toMatchObject({
      set: true,
      kept: 'session',
    });
    expect(await ready()).toBe(true);
    expect((await client.keys.test({ provider: 'fal' })).message).toContain('Nothing was charged');
    await client.keys.set({ provider: 'fal', key: 'a-wrong-key-of-mine', consentToFile: false });
    await expect(client.keys.test({ provider: 'fal' })).rejects.toMatchObject({
      data: { code: 'provider.key-refused' },
    });
    expect((await client.keys.remove({ provider: 'fal' })).set).toBe(false);
    expect(await ready()).toBe(false);
  } finally {
    await end();
  }
});

test('what no key looks like is refused, and paid work without a key does not begin', async () => {
  const { studio, end } = await openWithFal(createFileKeys(null));
  const { client } = studio;
  try {
    await expect(
      client.keys.set({ provider: 'fal', key: 'two words', consentToFile: false }),
    ).rejects.toMatchObject({ data: { code: 'provider.key-refused' } });
    await expect(
      client.keys.set({ provider: 'nobody', key: canary, consentToFile: false }),
    ).rejects.toMatchObject({ data: { code: 'provider.unknown' } });
    const projectId = await studio.openStory();
    const choice = { provider: 'fal', stillModel: null, clipModel: null, slate: false };
    await expect(client.jobs.start({ projectId, choice, maxCostUsdMicros: 1_000_000 })).rejects.toMatchObject(
      { data: { code: 'provider.key-missing' } },
    );
    expect(await client.activities.list()).toEqual([]);
  } finally {
    await end();
  }
});

test('a key that was set counts before the one of the environment, which comes back without it', async () => {
  const keys = combineKeyStores(
    createFileKeys(null),
    createEnvironmentKeys({ FAL_KEY: 'of-the-environment' }),
  );
  expect(await keys.describe('fal')).toMatchObject({ kept: 'environment', wouldBeKept: 'session' });
  unwrap(await keys.set('fal', 'of-the-person', false));
  expect(await keys.get('fal')).toBe('of-the-person');
  unwrap(await keys.remove('fal'));
  expect(await keys.get('fal')).toBe('of-the-environment');
  expect((await keys.remove('fal')).ok).toBe(false);
});

test('the key is nowhere in the data folder, and in nothing that a window may read', async () => {
  const { studio, end } = await openWithFal(createFileKeys(null));
  const { client, home } = studio;
  try {
    await client.keys.set({ provider: 'fal', key: canary, consentToFile: false });
    await client.keys.test({ provider: 'fal' });
    await client.studio.reportProblem({
      where: 'window',
      message: `it had Key ${canary} in it`,
      stack: `Error: ${canary}\n    at run (https://x.localhost/?token=${canary})`,
    });
    const projectId = await studio.openStory();
    const told = [
      await client.keys.list(),
      await client.studio.diagnostics(),
      await client.studio.notices(),
      await client.studio.doctor(),
      await client.jobs.providers(),
      await client.projects.get({ projectId }),
      process.env,
      process.argv,
    ];
    expect(JSON.stringify(told)).not.toContain(canary);
    studio.studio.parts.store.snapshot();
    const found = execFileSync('sh', ['-c', `grep -rlaF "${canary}" "${home}" || true`]).toString();
    expect(found).toBe('');
  } finally {
    await end();
  }
});
