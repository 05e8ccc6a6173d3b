import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { startReplicateSim } from '../../tools/replicate-sim/start-replicate-sim.ts';
import { accessibilityFaults, photograph } from './look-at.ts';
import { openPaidFilm, type PaidFilm } from './open-paid-film.ts';
import { testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';

let replicate: Awaited<ReturnType<typeof startReplicateSim>>;
let film: PaidFilm;
let page: Page;
let projectId: ProjectId;

const card = (name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
const filmChoices = async () => (await film.client.projects.get({ projectId })).project.modelChoices;

beforeAll(async () => {
  if (!onServer) return;
  replicate = await startReplicateSim();
  film = await openPaidFilm({
    story: 'INT. LAMP ROOM - NIGHT\n\nMara trims the wick.\n',
    env: {
      REELWRIGHT_REPLICATE_URL: replicate.origin.origin,
      REPLICATE_API_TOKEN: 'r8_0123456789abcdef0123456789abcdef01234',
    },
  });
  ({ page, projectId } = film);
});
afterAll(async () => {
  await film?.close();
  await replicate?.close();
});

test.runIf(onServer)(
  'one provider makes the stills of all films, another their clips, and each says what it can do',
  async () => {
    await film.show('#/settings/models');
    const stills = card('Stills');
    await stills.getByLabel('Provider').selectOption('replicate');
    await card('Clips').getByLabel('Provider').selectOption('fal');
    await stills.getByText(/an image, of this version/).waitFor();
    await expect
      .poll(async () => (await film.client.studio.preferences())['generation'])
      .toMatchObject({ provider: 'replicate', clipProvider: 'fal' });
    await card('Speech').getByLabel('Provider').selectOption('fal');
    await card('Speech')
      .getByText(/voices/)
      .first()
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  },
);

test.runIf(onServer)('the order is made by a menu and moved by its arrows', async () => {
  const stills = card('Stills');
  const add = async (...names: string[]): Promise<void> => {
    await stills.getByRole('button', { name: 'Add', exact: true }).click();
    for (const name of names) await page.getByRole('menuitem', { name, exact: true }).click();
  };
  await add('Wait');
  await add('Animatic · free');
  await stills.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Fal', exact: true }).press('ArrowRight');
  await page.getByRole('menuitem', { name: /FLUX/ }).first().click();
  await stills.getByRole('button', { name: /^Earlier: Fal/ }).click();
  await expect
    .poll(async () => (await film.client.studio.preferences())['otherwise'])
    .toMatchObject({
      still: [{ kind: 'wait', minutes: 5 }, { kind: 'provider', provider: 'fal' }, { kind: 'animatic' }],
    });
  await photograph(page, 'models-studio');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test.runIf(onServer)(
  'a model is added by its id, chosen for one film, and its own form is filled in',
  async () => {
    await page.getByLabel('Model by its id').first().fill('acme/paint-9');
    await page.getByRole('button', { name: 'Add', exact: true }).last().press('Enter');
    await page.getByRole('button', { name: 'Remove Paint 9' }).waitFor();
    await page.getByLabel('For', { exact: true }).selectOption(projectId);
    const stills = card('Stills');
    // The film has nothing of its own yet: its sheet has come in the place of that of all films.
    await expect.poll(() => stills.getByLabel('Provider').inputValue()).toBe('');
    await stills.getByLabel('Provider').selectOption('fal');
    await stills.getByLabel('Model', { exact: true }).selectOption('acme/paint-9');
    await stills.getByRole('button', { name: 'Settings of the model…' }).click();
    await stills.getByLabel('steps').fill('900');
    await stills.getByLabel('steps').press('Enter');
    await page.getByText('The field "steps" of acme/paint-9 is not as the model wants it').first().waitFor();
    await stills.getByLabel('steps').fill('30');
    await stills.getByLabel('steps').press('Enter');
    await expect
      .poll(async () => (await filmChoices())['still'])
      .toMatchObject({ provider: 'fal', model: 'acme/paint-9', extra: { steps: 30 } });
    await photograph(page, 'models-film');
    expect(await accessibilityFaults(page)).toEqual([]);
    await film.client.projects.undo({ projectId });
    expect((await filmChoices())['still']?.extra).toBeUndefined();
  },
);

test.runIf(onServer)('the Board shows what the film has chosen, and leads to it', async () => {
  await film.show('board');
  await page.getByRole('button', { name: 'Generation settings' }).click();
  await expect.poll(() => page.getByLabel('Stills by').inputValue()).toBe('fal');
  await expect.poll(() => page.getByLabel('Still model').inputValue()).toBe('acme/paint-9');
  await photograph(page, 'models-board');
  await page.getByRole('button', { name: 'Models of this film…' }).click();
  await card('Stills').getByLabel('Provider').waitFor();
  await expect.poll(() => page.getByLabel('For', { exact: true }).inputValue()).toBe(projectId);
});
