import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ProjectId, ShotId } from '../../src/domain/kernel/ids.ts';
import { dropFiles } from './drop-files.ts';
import { accessibilityFaults, photograph } from './look-at.ts';
import { smallFilm } from './open-film.ts';
import { openStudioPage, type StudioPage, showPlace } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';

const story = [
  'INT. LIGHTHOUSE - NIGHT',
  '',
  'MARA (60s, tall) trims the wick. A radio crackles on the shelf.',
  '',
  'MARA',
  'Not tonight.',
  '',
  'She turns the lamp. The beam sweeps the rocks.',
  '',
  'EXT. PIER - DAWN',
  '',
  'Grey water. A small boat knocks against the stage. Mara runs down the steps.',
].join('\n');

/** Of one pixel each. */
const redPixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAABHNCSVQICAgIfAhkiAAAAAFzUkdCAK7OHOkAAAANSURBVAiZY/jPwPAfAAUAAf+rzjaJAAAAAElFTkSuQmCC',
  'base64',
);
const bluePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAABHNCSVQICAgIfAhkiAAAAAFzUkdCAK7OHOkAAAANSURBVAiZY2Bg+P8fAAMCAf/EIAA6AAAAAElFTkSuQmCC',
  'base64',
);

let studio: StudioPage;
let page: Page;
let projectId: ProjectId;
let errorsBefore = 0;
let studioCalls: Awaited<ReturnType<typeof callStudio>>;

beforeAll(async () => {
  studio = await openStudioPage();
  studioCalls = await callStudio(studio.server);
  await studioCalls.client.studio.setPreference({ name: 'board.drawStills', value: false });
});
afterAll(async () => {
  studioCalls?.close();
  await studio?.close();
});

/** Each test has a film and a window of its own; nothing of another's is seen in it. */
beforeEach(async () => {
  const { client } = studioCalls;
  const source = { from: 'words', words: story } as const;
  const made = await client.projects.create({ name: 'pier.fountain', source, settings: smallFilm });
  projectId = made.project.id;
  await client.scenes.breakDown({ projectId });
  errorsBefore = studio.errors.length;
  page = await studio.openAnother();
  await showPlace(page, `#/project/${projectId}/board`);
  await frames().first().waitFor();
  await page.evaluate(() => {
    const heard: string[] = [];
    (window as unknown as { heard: string[] }).heard = heard;
    new MutationObserver(() => {
      for (const status of document.querySelectorAll('[role="status"]')) {
        const words = status.textContent ?? '';
        if (heard.at(-1) !== words) heard.push(words);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
});
afterEach(() => page.close());

const frames = () => page.getByRole('gridcell');
const frame = (number: string) => page.getByRole('gridcell', { name: new RegExp(`^Shot ${number},`) });
const selected = (): Promise<string[]> =>
  page
    .locator('[role="gridcell"][aria-selected="true"]')
    .evaluateAll((nodes) => nodes.map((node) => /^Shot (\w+)/.exec(node.textContent ?? '')?.[1] ?? ''));
const focused = (): Promise<string> =>
  page.evaluate(() => /^Shot (\w+)/.exec(document.activeElement?.textContent ?? '')?.[1] ?? '');
/** What a screen reader was told since the page was opened: the words themselves are soon replaced by the next. */
const heard = (): Promise<string[]> => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
const said = (text: RegExp) =>
  expect.poll(async () => (await heard()).some((words) => text.test(words)), { timeout: 30_000 }).toBe(true);
const order = async (): Promise<ShotId[]> =>
  (await studioCalls.client.shots.list({ projectId })).map(({ id }) => id);

test('the storyboard is walked, selected and edited with the keyboard alone', async () => {
  await frame('1A').focus();
  await page.keyboard.press('ArrowRight');
  expect(await selected()).toEqual(['1B']);
  await page.keyboard.press('Shift+ArrowRight');
  expect(await selected()).toEqual(['1B', '1C']);
  await page.keyboard.press('End');
  expect(await focused()).toMatch(/^2/);
  await page.keyboard.type('1b');
  expect(await focused()).toBe('1B');

  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'What the camera sees' }).first().waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('The radio glows.');
  await page.keyboard.press('Enter');
  await page.getByRole('gridcell', { name: /^Shot 1B.*The radio glows\./ }).waitFor();
  await expect.poll(focused, { timeout: 30_000 }).toBe('1B');

  await page.keyboard.press('Alt+ArrowRight');
  await said(/^Moved to 1C/);
  await expect.poll(focused, { timeout: 30_000 }).toBe('1C');
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByRole('gridcell', { name: /^Shot 1B.*The radio glows\./ }).waitFor();
});

test('a shot is duplicated, deleted, and brought back, and the focus is never lost', async () => {
  const before = await order();
  await frame('1A').click();
  await page.keyboard.press('ControlOrMeta+d');
  await page.waitForFunction(() => /^Shot 1B/.test(document.activeElement?.textContent ?? ''));
  await page.keyboard.press('Delete');
  await said(/Delete shot/);
  expect(await order()).toEqual(before);
  await page.waitForFunction(() => /^Shot 1B/.test(document.activeElement?.textContent ?? ''));
});

test('frames are dragged to another scene, and Escape puts them back', async () => {
  const box = async (number: string) => {
    const found = await frame(number).boundingBox();
    if (found === null) throw new Error(`Shot ${number} is not on the screen.`);
    return found;
  };
  const [from, to] = [await box('1A'), await box('2A')];
  const drag = async (): Promise<void> => {
    await page.mouse.move(from.x + 40, from.y + 30);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 40, { steps: 3 });
    await page.mouse.move(to.x + 10, to.y + 30, { steps: 5 });
  };
  const [moved] = await order();
  await drag();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await said(/^Nothing was moved/);
  await drag();
  await page.mouse.up();
  await said(/moved\.$/);
  const shots = await studioCalls.client.shots.list({ projectId });
  const scenes = await studioCalls.client.scenes.list({ projectId });
  expect(shots.find(({ id }) => id === moved)?.sceneId).toBe(scenes[1]?.id);
});

test('one button makes all takes, free, and an edit then marks its shot alone', async () => {
  await page.getByRole('button', { name: /^Generate \d+ clips · free/ }).click();
  await page.getByText('Everything is generated').first().waitFor({ timeout: 120_000 });
  const [first] = await order();
  if (first === undefined) throw new Error('no shot');
  await studioCalls.client.shots.edit({
    projectId,
    shotId: first,
    fields: { description: 'Nobody is there.' },
  });
  await page.getByRole('gridcell', { name: /^Shot 1A.*outdated/ }).waitFor();
  await page.getByRole('radio', { name: /^Outdated 1/ }).click();
  await expect.poll(() => frames().count()).toBe(1);
}, 180_000);

test('a shot whose file is gone says so, counts as work, and is made again at the press of a button', async () => {
  await page.getByRole('button', { name: /^Generate \d+ clips · free/ }).click();
  await page.getByText('Everything is generated').first().waitFor({ timeout: 120_000 });
  const { client } = studioCalls;
  const [first] = await client.shots.list({ projectId });
  const takes = await client.assets.takes({ projectId, shotId: first?.id ?? null });
  const assetId = takes.find(({ id }) => id === first?.chosenClipId)?.assetId ?? '';
  const file = join(studio.home, 'media', assetId.slice(0, 2), assetId.slice(2, 4), `${assetId}.mp4`);
  await rm(file);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.getByRole('gridcell', { name: /^Shot 1A.*file missing/ }).waitFor();
  await page.getByRole('button', { name: /^Generate 1 clip · free/ }).waitFor();
  await page.getByRole('radio', { name: /^To generate 1/ }).click();
  await expect.poll(() => frames().count()).toBe(1);
  await page.getByRole('gridcell', { name: /^Shot 1A/ }).click();
  await page.getByText('The file of this take is gone from the disk. Generating makes it again.').waitFor();
  await photograph(page, 'board-file-missing');
  await page.getByRole('button', { name: 'Make it again · free' }).click();
  await page.getByText('Everything is generated').first().waitFor({ timeout: 60_000 });
  expect((await stat(file)).size).toBeGreaterThan(0);
}, 240_000);

test('the look of a film is changed for all of its pictures, and that can be undone', async () => {
  await page.getByRole('button', { name: 'Generation settings' }).click();
  const look = page.getByLabel('Look', { exact: true });
  await look.selectOption('noir');
  const style = async () => (await studioCalls.client.projects.get({ projectId })).project.style;
  await expect.poll(style).toBe('noir');
  await look.selectOption('cinema');
  await expect.poll(style).toBe('cinema');
  await photograph(page, 'board-generation-settings');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(style).toBe('noir');
});

test('a screen reader finds nothing in its way', async () => {
  await frame('1A').click();
  await page.getByRole('heading', { name: 'Camera' }).waitFor();
  for (const theme of ['dark', 'light']) {
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    expect(await accessibilityFaults(page), theme).toEqual([]);
  }
});

test('a picture that is dropped on a frame or on its takes becomes a take of the shot, and is chosen', async () => {
  const frame = page.getByRole('gridcell', { name: /^Shot 1B,/ });
  const shotId = (await frame.getAttribute('data-shot')) ?? '';
  const picture = { name: 'own.png', type: 'image/png', bytes: redPixel };
  expect(await dropFiles(page, `[role="gridcell"][data-shot="${shotId}"] p`, [picture])).toBe(true);
  await page.getByRole('button', { name: /^Still 1,.*Chosen$/ }).waitFor();
  expect(await frame.getAttribute('aria-selected')).toBe('true');
  const other = { name: 'other.png', type: 'image/png', bytes: bluePixel };
  expect(await dropFiles(page, 'ul [data-shot], div[data-shot] > ul', [other])).toBe(true);
  await page.getByRole('button', { name: /^Still 2,.*Chosen$/ }).waitFor();
  await expect.poll(() => page.locator('[data-takes-file]').count()).toBe(0);
  expect(studio.errors.slice(errorsBefore)).toEqual([]);
});
