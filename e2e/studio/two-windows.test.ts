import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { type OpenFilm, openFilm } from './open-film.ts';
import { showPlace, testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
const story = 'INT. LAMP ROOM - NIGHT\n\nMara trims the wick. A radio crackles.\n\nShe turns the lamp.\n';

let film: OpenFilm;
let one: Page;
let two: Page;
let projectId: ProjectId;

const show = async (name: string): Promise<void> => {
  for (const page of [one, two]) await showPlace(page, `#/project/${projectId}/${name}`);
};
const frame = (page: Page, number: string) =>
  page.getByRole('gridcell', { name: new RegExp(`^Shot ${number},`) });
const frames = (page: Page) => page.getByRole('gridcell');
const script = (page: Page) => page.locator('[contenteditable]');
const status = (page: Page) => page.locator('footer [role="status"]');

beforeAll(async () => {
  if (!onServer) return;
  film = await openFilm({ story });
  ({ page: one, projectId } = film);
  two = await film.studio.openAnother();
});
afterAll(() => film?.close());

test.runIf(onServer)(
  'words typed in one window stand in the other, and a clash is told where it is',
  async () => {
    await show('write');
    await script(one).getByText('She turns the lamp.').click();
    await one.keyboard.press('End');
    await one.keyboard.type(' It is dark.');
    await script(two).getByText('She turns the lamp. It is dark.').waitFor();

    await script(two).getByText('It is dark.').click();
    await two.keyboard.press('End');
    await one.keyboard.type(' One.');
    await two.keyboard.type(' Two.');
    await Promise.race(
      [one, two].map((page) => page.getByText('This paragraph was also changed elsewhere.').waitFor()),
    );
  },
);

test.runIf(onServer)(
  'a shot that goes in one window leaves the other with a selection that is true',
  async () => {
    await show('board');
    await frame(one, '1B').click();
    await frame(two, '1B').click();
    const before = await frames(two).count();
    await one.keyboard.press('Delete');
    await expect.poll(() => frames(two).count()).toBe(before - 1);
    await two.getByText('No shot selected').waitFor();
    await two.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => frames(one).count()).toBe(before);
  },
);

test.runIf(onServer)('words typed in a shot that is deleted elsewhere are shown, not dropped', async () => {
  await frame(two, '1B').click();
  await two.keyboard.press('Enter');
  await two.keyboard.press('ControlOrMeta+a');
  await two.keyboard.type('Only I know this.');
  await frame(one, '1B').click();
  await one.keyboard.press('Delete');
  await status(two).filter({ hasText: 'Your words: “Only I know this.”' }).waitFor();
  await one.keyboard.press('ControlOrMeta+z');
});

test.runIf(onServer)('a timeline that is emptied and brought back is so in both', async () => {
  await show('cut');
  const clips = (page: Page) => page.getByText(/^The film: \d+ clips?/).first();
  const before = await clips(two).textContent();
  await one.getByRole('button', { name: 'Update timeline from shots' }).waitFor();
  await one.keyboard.press('ControlOrMeta+a');
  await one.keyboard.press('Delete');
  await expect.poll(() => clips(two).textContent()).not.toBe(before);
  await two.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => clips(two).textContent()).toBe(before);
});

test.runIf(onServer)('a project that goes to the trash or for good says so wherever it is open', async () => {
  await film.client.projects.setTrashed({ projectId, trashed: true });
  for (const page of [one, two]) await page.getByText('This project is in the trash').waitFor();
  await two.getByRole('button', { name: 'Put back' }).click();
  await one.getByText('This project is in the trash').waitFor({ state: 'detached' });
  await film.client.projects.setTrashed({ projectId, trashed: true });
  await film.client.projects.deleteForever({ projectId });
  for (const page of [one, two]) await page.getByText('This project is not here').waitFor();
  await one.getByRole('button', { name: 'To the library' }).click();
  await one.getByText('Reelwright').first().waitFor();
  expect(film.studio.errors).toEqual([]);
});
