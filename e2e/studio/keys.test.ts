import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCloudflareSim } from '../../tools/cloudflare-sim/start-cloudflare-sim.ts';
import { startFalSim } from '../../tools/fal-sim/start-fal-sim.ts';
import { startGoogleSim } from '../../tools/google-sim/start-google-sim.ts';
import { startOpenAiSim } from '../../tools/openai-sim/start-openai-sim.ts';
import { startOpenRouterSim } from '../../tools/openrouter-sim/start-openrouter-sim.ts';
import { startReplicateSim } from '../../tools/replicate-sim/start-replicate-sim.ts';
import { accessibilityFaults } from './look-at.ts';
import { openStudioPage, type StudioPage, showPlace, testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
const account = '0123456789abcdef0123456789abcdef';

/** Every provider by the name on its card, with a key as it looks there. */
const providers: readonly { readonly name: string; readonly key: string; readonly account?: string }[] = [
  { name: 'Fal', key: 'canary-fal:0123456789abcdef' },
  { name: 'Replicate', key: 'r8_canary0123456789abcdef0123456789abcd' },
  { name: 'Google', key: 'AIzaCanary0123456789abcdef0123456789abc' },
  { name: 'OpenAI', key: 'sk-canary-0123456789abcdef0123456789abcdef' },
  { name: 'OpenRouter', key: 'sk-or-v1-canary0123456789abcdef0123456789abcdef' },
  { name: 'Cloudflare Workers AI', key: 'canary-token-0123456789abcdef0123456789', account },
];

let sims: readonly { readonly origin: URL; close(): Promise<void> }[] = [];
let studio: StudioPage;
let page: Page;

beforeAll(async () => {
  if (!onServer) return;
  sims = await Promise.all([
    startFalSim(),
    startReplicateSim(),
    startGoogleSim(),
    startOpenAiSim(),
    startOpenRouterSim(),
    startCloudflareSim(),
  ]);
  const names = ['FAL', 'REPLICATE', 'GOOGLE', 'OPENAI', 'OPENROUTER', 'CLOUDFLARE'];
  const env = Object.fromEntries(
    names.map((name, i) => [`REELWRIGHT_${name}_URL`, sims[i]?.origin.origin ?? '']),
  );
  studio = await openStudioPage({ env });
  page = studio.page;
  await showPlace(page, '#/settings/keys');
});
afterAll(async () => {
  await studio?.close();
  await Promise.all(sims.map((sim) => sim.close()));
});

test.runIf(onServer).each(providers)(
  '$name: a key is entered, tested for free, replaced and removed, and never shown',
  async ({ name, key, account: id }) => {
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
    const field = card.getByLabel(id === undefined ? /^(Key|Another key)$/ : 'API token');
    const enter = async (words: string): Promise<void> => {
      if (id !== undefined) await card.getByLabel('Account id').fill(id);
      await field.fill(words);
      await field.press('Enter');
    };
    await card.getByText('No key', { exact: true }).waitFor();
    await enter(key);
    await card
      .getByText(/took the key|The key works|answered/)
      .first()
      .waitFor();
    await expect.poll(() => field.inputValue()).toBe('');
    await card.getByRole('button', { name: 'Test', exact: true }).click();
    await card
      .getByText(/took the key|The key works|answered/)
      .first()
      .waitFor();
    await enter(`${key}-2`);
    await card.getByRole('button', { name: 'Remove', exact: true }).click();
    await card.getByText('No key', { exact: true }).waitFor();
    expect(await page.content()).not.toContain('canary');
  },
);

test.runIf(onServer)('the page of keys is for everybody', async () => {
  expect(await accessibilityFaults(page)).toEqual([]);
});
