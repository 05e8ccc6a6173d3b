import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { probeMedia } from '../../src/adapters/libav/probe-media.ts';
import { flicksPerSecond } from '../../src/domain/kernel/time.ts';
import { pixelsAt } from '../../src/testing/media/read-pixels.ts';
import { writeTestFilm } from '../../src/testing/media/write-test-film.ts';
import { openStudioPage, type StudioPage } from './open-studio-page.ts';

const story = `INT. LIGHTHOUSE - NIGHT

Mara trims the lamp.

MARA
Not tonight.

EXT. PIER - DAWN

A boat knocks against the pier.
`;

let studio: StudioPage;
let page: Page;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-journey-'));
  studio = await openStudioPage();
  page = studio.page;
});
afterAll(async () => {
  await studio.close();
  rmSync(folder, { recursive: true, force: true });
});

const goTo = async (name: 'Write' | 'Board' | 'Cut' | 'Deliver'): Promise<void> => {
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('main', { name }).waitFor();
};
const frame = (number: string): Locator =>
  page.getByRole('gridcell', { name: new RegExp(`^Shot ${number},`) });
const numbers = (): Promise<string[]> =>
  page
    .getByRole('gridcell')
    .evaluateAll((nodes) => nodes.map((node) => /^Shot (\w+)/.exec(node.textContent ?? '')?.[1] ?? ''));
/** The line at the foot of the window; pages have lines of their own there. */
const status = (): Promise<string | null> => page.locator('footer [role="status"]').last().textContent();
const said = (text: RegExp) => expect.poll(status, { timeout: 10_000 }).toMatch(text);
const cell = (): Locator => page.getByTestId('clip-grid').locator('[aria-selected]');

test('one click on the sample leads to Cut, where it is drawn for nothing, and can be stopped', async () => {
  await page.getByRole('button', { name: 'Open the sample story' }).click();
  await page.getByRole('main', { name: 'Cut' }).waitFor();
  await said(/free of charge.*Fal key/);
  await page.getByRole('button', { name: /1 running/ }).click();
  const work = page.getByRole('dialog', { name: 'Work' });
  await work.getByRole('progressbar').waitFor();
  await work.getByRole('button', { name: 'Cancel' }).click();
  await work.getByText('Cancelled').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Free so far' }).waitFor();
  await page.getByRole('link', { name: 'Back to the library' }).click();
  await page.getByRole('gridcell', { name: /^The Night Ferry/ }).waitFor();
});

test('a story is pasted and becomes a project that opens where it is written', async () => {
  await page.getByRole('button', { name: 'New project', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.getByText('From text').click();
  await dialog.getByLabel('Text', { exact: true }).fill(story);
  await dialog.getByLabel('Title').fill('The Lamp');
  await dialog.getByRole('combobox', { name: 'Size' }).click();
  await page.getByRole('option', { name: '960 × 540' }).click();
  await dialog.getByRole('button', { name: 'Make project' }).click();
  await page.getByRole('main', { name: 'Write' }).waitFor();
  await page.getByRole('option', { name: /^Scene 2, EXT\. PIER - DAWN/ }).waitFor();
});

test('a word that is changed in Write marks its shots, and one press brings them up to date', async () => {
  await page.getByText('A boat knocks against the pier.').last().waitFor();
  const script = page.getByRole('textbox', { name: 'Script' });
  await script.getByText('Mara trims the lamp.').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' The radio crackles.');
  await page.getByText(/The text has changed/).waitFor();
  await page.getByRole('button', { name: /^Update scenes and shots/ }).click();
  await page.getByText(/The text has changed/).waitFor({ state: 'detached' });
  await said(/Scenes and shots follow the text: 2 scenes/);
});

test('on the Board everything is drawn by one press, free, and nothing of it is outdated', async () => {
  await goTo('Board');
  await frame('1A').waitFor();
  await page.getByRole('button', { name: /^Generate \d+ clips · free/ }).click();
  await page.getByText('Everything is generated').first().waitFor({ timeout: 90_000 });
  await expect.poll(() => page.getByRole('radio', { name: /^Outdated/ }).textContent()).toBe('Outdated');
});

test('a shot is edited, made again, and its earlier take is chosen back', async () => {
  await frame('2A').click();
  const inspector = page.getByRole('textbox', { name: 'What the camera sees' });
  await inspector.fill('Nobody is on the pier.');
  await inspector.blur();
  await page.getByRole('radio', { name: 'Outdated 1' }).waitFor();
  await page.getByRole('button', { name: 'Generate 1 clip · free' }).first().click();
  const second = page.getByRole('button', { name: /^Clip 2,.*Chosen$/ });
  await second.waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: /^Clip 1 Outdated,/ }).click();
  await page.getByRole('button', { name: /^Clip 1 Outdated,.*Chosen$/ }).waitFor();
  await page.getByRole('button', { name: /^Clip 2,/ }).click();
  await second.waitFor();
});

test('a frame is dragged before another, and undo brings it back', async () => {
  const before = await numbers();
  const [from, to] = [await frame('1B').boundingBox(), await frame('1A').boundingBox()];
  if (from === null || to === null) throw new Error('The frames are not on the screen.');
  const description = await frame('1B').textContent();
  await page.mouse.move(from.x + 40, from.y + 40);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 40, { steps: 3 });
  await page.mouse.move(to.x + 8, to.y + 40, { steps: 6 });
  await page.mouse.up();
  const words = (description ?? '').replace(/^.*?\. /, '').slice(0, 12);
  await page.getByRole('gridcell', { name: new RegExp(`^Shot 1A,.*${words}`) }).waitFor();
  await page.locator('footer').getByRole('button', { name: /Undo/ }).click();
  await page.getByRole('gridcell', { name: new RegExp(`^Shot 1B,.*${words}`) }).waitFor();
  expect(await numbers()).toEqual(before);
});

test('in Cut clips are trimmed, split, dissolved and titled with the mouse, and all of it can be undone', async () => {
  await goTo('Cut');
  const stage = page.getByTestId('timeline-stage');
  await stage.waitFor();
  await page.getByTestId('clip-grid').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => cell().getAttribute('aria-label')).toMatch(/, clip on/);
  const first = await cell().boundingBox();
  if (first === null) throw new Error('No clip has the focus.');
  const name = await cell().getAttribute('aria-label');
  // Its end is drawn to the left.
  const y = first.y + first.height - 24;
  await page.mouse.move(first.x + first.width - 3, y);
  await page.mouse.down();
  await page.mouse.move(first.x + first.width - 40, y, { steps: 6 });
  await page.mouse.up();
  await said(/trim/i);
  await expect.poll(() => cell().getAttribute('aria-label')).not.toBe(name);
  await page.locator('footer').getByRole('button', { name: /Undo/ }).click();
  await expect.poll(() => cell().getAttribute('aria-label')).toBe(name);

  // The ruler is above the tracks: a press puts the playhead there.
  const box = await stage.boundingBox();
  if (box === null) throw new Error('The timeline is not on the screen.');
  await page.mouse.click(first.x + first.width / 2, box.y + 10);
  await page.getByRole('button', { name: /^Split at playhead/ }).click();
  await said(/Split/);
  await page.getByRole('button', { name: /^Dissolve at cut/ }).click();
  await said(/[Dd]issolve/);
  await page.getByRole('button', { name: /^Add title/ }).click();
  await said(/[Tt]itle/);
  const words = page.getByRole('textbox', { name: 'Text' });
  await words.fill('A Night');
  await words.blur();
  await said(/[Tt]itle|words/);
  await page.keyboard.press('Control+z');
  await said(/^Undone/);
  await page.keyboard.press('Control+Shift+z');
  await said(/^Done again/);
});

test('the cut plays and stops', async () => {
  const time = (): Promise<string> =>
    page
      .getByRole('region', { name: 'Program viewer' })
      .textContent()
      .then((text) => /\d\d:\d\d:\d\d:\d\d/.exec(text ?? '')?.[0] ?? '');
  const before = await time();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(time, { timeout: 20_000 }).not.toBe(before);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
});

test('own media is imported and lies in the bin', async () => {
  const path = join(folder, 'own sea.mp4');
  await writeTestFilm(path, { colour: () => [200, 30, 30] });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Import media/ }).click(),
  ]);
  await chooser.setFiles(path);
  await page.getByText('own sea', { exact: false }).first().waitFor();
});

test('Deliver writes the film, reports it, and the file is what was promised', async () => {
  await goTo('Deliver');
  await page.getByText('Draft', { exact: true }).click();
  await page.getByText('960 × 540').waitFor();
  const path = (await page.getByText(/The Lamp\.mp4$/).textContent()) ?? '';
  const length = await page
    .getByText(/\d+ frames/)
    .first()
    .textContent();
  await page.getByRole('button', { name: /^Export film/ }).click();
  const report = page.getByRole('list', { name: 'Reports' });
  await report.getByText('The Lamp.mp4').waitFor({ timeout: 90_000 });
  await report.getByText(/Draft · took/).waitFor();
  await report.getByRole('button', { name: 'Copy path' }).click();

  const { facts } = await probeMedia(path);
  expect(facts.video).toMatchObject({ codec: 'h264', widthPx: 960, heightPx: 540, fpsNum: 24, fpsDen: 1 });
  expect(facts.audio).toMatchObject({ codec: 'aac' });
  const frames = Math.round((facts.durationFlicks / flicksPerSecond) * 24);
  expect(length).toContain(String(frames));
  const pixels = await pixelsAt(path, facts.durationFlicks / 2);
  expect(new Set(pixels).size).toBeGreaterThan(20);
});

test('a second window shows the same film', async () => {
  const other = await studio.openAnother();
  await other.getByRole('gridcell', { name: /^The Lamp\./ }).dblclick();
  await other.getByRole('button', { name: 'The Lamp', exact: true }).waitFor();
  await other.close();
});

test('in the library a project is duplicated, renamed, trashed and put back, and found by its words', async () => {
  await page.getByRole('link', { name: 'Back to the library' }).click();
  const card = page.getByRole('gridcell', { name: /^The Lamp\./ });
  await card.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Duplicate/ }).click();
  const copy = page.getByRole('gridcell', { name: /^The Lamp \(2\)\./ });
  await copy.waitFor();
  await copy.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Rename/ }).click();
  await page.getByRole('textbox', { name: 'Title of the project' }).fill('Second Lamp');
  await page.keyboard.press('Enter');
  const renamed = page.getByRole('gridcell', { name: /^Second Lamp\./ });
  await renamed.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Move to trash/ }).click();
  await renamed.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Trash, 1 project/ }).click();
  await renamed.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Put back/ }).click();
  await page.getByRole('button', { name: 'Back to projects' }).click();
  await renamed.waitFor();
  await page.getByRole('searchbox', { name: 'Search all projects' }).fill('crackles');
  await page.locator('mark', { hasText: 'crackles' }).first().waitFor();
});

test('nothing went wrong in the window', () => {
  expect(studio.errors).toEqual([]);
});
