import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { accessibilityFaults, overflowing, photograph } from './look-at.ts';
import { smallFilm } from './open-film.ts';
import { openStudioPage, type StudioPage } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';

const story = `INT. LIGHTHOUSE - NIGHT

Mara waits at the window. The lamp turns slowly above her.

MARA
Nobody is coming tonight.
`;

let studio: StudioPage;
let page: Page;
let call: Awaited<ReturnType<typeof callStudio>>;
let projectId: ProjectId;
beforeAll(async () => {
  studio = await openStudioPage();
  page = studio.page;
  call = await callStudio(studio.server);
  const { project } = await call.client.projects.create({
    name: 'The Lamp.fountain',
    title: 'The Lamp',
    source: { from: 'words', words: story },
    settings: smallFilm,
  });
  projectId = project.id;
  await showDeliver(projectId);
});
afterAll(async () => {
  call.close();
  await studio.close();
});

async function showDeliver(id: ProjectId): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/project/${id}/deliver`);
  await page.getByRole('group', { name: 'Preset' }).waitFor();
}

const films = (): string[] => {
  const folder = join(studio.home, 'exports');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};

test('the page says what would be written, and why what is drawn is drawn', async () => {
  await page.getByText('shots without a take show their words').waitFor();
  await page.getByText('256 × 144').waitFor();
  await expect.poll(() => page.getByRole('note').textContent()).toContain('Some shots have no take yet');
  expect(await overflowing(page, 'main')).toEqual([]);
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await photograph(page, `deliver-${theme}-1280`);
    expect(await accessibilityFaults(page)).toEqual([]);
  }
});

test('the plan is read with the keyboard, stretch by stretch', async () => {
  const strip = page.getByRole('slider', { name: /The film from start to end/ });
  await strip.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => strip.getAttribute('aria-valuetext')).toMatch(/^0.0 sec to .*: Drawn/);
  await page.keyboard.press('End');
  expect(await strip.getAttribute('aria-valuenow')).toBe(await strip.getAttribute('aria-valuemax'));
});

test('a film is exported by its keys, is there, and is reported with its size', async () => {
  await page.getByText('Draft', { exact: true }).click();
  await page.getByRole('textbox', { name: 'File name' }).fill('First cut');
  await page.getByText(join(studio.home, 'exports', 'First cut.mp4')).waitFor();
  await page.getByRole('heading', { name: 'Deliver' }).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Export film' }).focus();
  await page.keyboard.press('Control+e');
  const report = page.getByRole('list', { name: 'Reports' });
  await report.getByText('First cut.mp4').waitFor();
  await report.getByText(/Draft · took/).waitFor();
  expect(films()).toEqual(['First cut.mp4']);
  expect(statSync(join(studio.home, 'exports', 'First cut.mp4')).size).toBeGreaterThan(1_000);
  await photograph(page, 'deliver-dark-1280-done');
});

test('the same name again gets a number, and nothing is replaced', async () => {
  await page.getByText(join(studio.home, 'exports', 'First cut 2.mp4')).waitFor();
  await page.getByRole('button', { name: 'Export film' }).click();
  await page.getByRole('list', { name: 'Reports' }).getByText('First cut 2.mp4').waitFor();
  expect(films()).toEqual(['First cut 2.mp4', 'First cut.mp4']);
});

test('an empty timeline says what to do, and does it', async () => {
  const empty = await call.client.projects.create({
    name: 'Empty.txt',
    title: 'Empty',
    source: { from: 'words', words: 'Once.' },
    settings: smallFilm,
  });
  const { items } = await call.client.timeline.get({ projectId: empty.project.id });
  await call.client.timeline.deleteItems({
    projectId: empty.project.id,
    itemIds: items.map(({ id }) => id),
    ripple: true,
  });
  await showDeliver(empty.project.id);
  await page.getByRole('heading', { name: 'There is no film yet' }).waitFor();
  await photograph(page, 'deliver-dark-1280-empty');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('nothing went wrong in the window', () => {
  expect(studio.errors).toEqual([]);
});
