import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import {
  type LanguageModelSim,
  startLanguageModelSim,
} from '../../tools/language-model-sim/start-language-model-sim.ts';
import { root } from '../run-cli.ts';
import { accessibilityFaults, photograph } from './look-at.ts';
import { type OpenFilm, openFilm } from './open-film.ts';
import { testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
const story = readFileSync(join(root, 'resources/sample/the-night-ferry.fountain'), 'utf8');

let sim: LanguageModelSim;
let film: OpenFilm;
let projectId: ProjectId;

/** Looks at what is on the screen in both themes, and keeps a photograph of each. */
async function examine(name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await film.page.emulateMedia({ colorScheme: theme });
    await photograph(film.page, `reading-${name}-${theme}`);
    expect(await accessibilityFaults(film.page), `${name}, ${theme}`).toEqual([]);
  }
}

beforeAll(async () => {
  if (!onServer) return;
  sim = await startLanguageModelSim({ pauseMs: 100 });
  film = await openFilm({
    story,
    env: { REELWRIGHT_OPENAI_URL: sim.origin.origin, OPENAI_API_KEY: `sk-${'sim'.repeat(16)}` },
  });
  ({ projectId } = film);
  await film.show('write');
  await film.page.getByRole('main', { name: 'Write' }).waitFor();
});
afterAll(async () => {
  await film?.close();
  await sim?.close();
});

test.runIf(onServer)('a price stands before anything is sent, and a limit is asked for', async () => {
  const { page } = film;
  await page.getByRole('option', { name: /^Scene 1/ }).waitFor();
  await page.keyboard.press('Control+Shift+B');
  const dialog = page.getByRole('dialog', { name: 'Break down with a language model' });
  const start = dialog.getByRole('button', { name: /^Break down · at most \$/ });
  await start.waitFor();
  await examine('dialog');
  await dialog.getByLabel('Spend at most').fill('nothing');
  await start.click();
  await dialog.getByText('An amount in US dollars').waitFor();
  expect(sim.asked()).toEqual([]);
  await dialog.getByLabel('Spend at most').fill('2');
});

test.runIf(onServer)('the words stream in; what came of it is said, and one undo takes it back', async () => {
  const { page } = film;
  const before = await film.client.shots.list({ projectId });
  sim.setFaults([{ fault: 'leave-out', times: 2 }]);
  await page.getByRole('button', { name: /^Break down · at most \$/ }).click();
  await page.getByRole('log', { name: 'What the model writes' }).getByText('Seen by the model').waitFor();
  await examine('running');
  await page
    .getByRole('main')
    .getByText(/scenes? (was|were) broken down by the language model for \$/)
    .waitFor();
  await page.getByRole('button', { name: 'Where and why' }).click();
  await page.getByText('the answer leaves out words of the story').first().waitFor();
  await examine('ended');
  const read = await film.client.shots.list({ projectId });
  expect(read.some(({ description }) => description.startsWith('Seen by the model'))).toBe(true);
  await page.getByRole('region', { name: 'Break down' }).getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(async () => (await film.client.shots.list({ projectId })).map(({ description }) => description))
    .toEqual(before.map(({ description }) => description));
  expect(film.studio.errors).toEqual([]);
});

test.runIf(onServer)('a provider without a key says so, and leads to the settings', async () => {
  const { page } = film;
  await page.keyboard.press('Control+Shift+B');
  const dialog = page.getByRole('dialog', { name: 'Break down with a language model' });
  await dialog.getByLabel('Provider').selectOption('google');
  await dialog.getByText('This provider has no key yet.').waitFor();
  await examine('no-key');
  await dialog.getByRole('button', { name: 'Enter a key…' }).click();
  await page.getByRole('heading', { name: /keys/i }).first().waitFor();
});
