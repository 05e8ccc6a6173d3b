import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestStudio } from '../../src/testing/create-test-studio.ts';
import { accessibilityFaults, photograph } from './look-at.ts';
import { openStudioPage, type StudioPage } from './open-studio-page.ts';

let home: string;
let studio: StudioPage;
let page: Page;
let title: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'reelwright-shell-'));
  {
    await using bench = await createTestStudio({ home });
    const projectId = await bench.openStory();
    ({ title } = (await bench.client.projects.get({ projectId })).project);
  }
  studio = await openStudioPage({ home });
  page = studio.page;
  await page.getByRole('main').waitFor();
});
afterAll(async () => {
  await studio.close();
  rmSync(home, { recursive: true, force: true });
});

const status = () => page.locator('footer [role="status"]');
const focused = (): Promise<string> =>
  page.evaluate(() => document.activeElement?.tagName.toLowerCase() ?? 'nothing');

test('a project is found and opened from the palette with the keyboard alone; the focus goes to its page', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command' }).waitFor();
  await page.keyboard.type(title.slice(0, 8).toLowerCase());
  await page.getByRole('option', { name: `Open ${title}` }).waitFor();
  expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
  await photograph(page, 'shell-palette');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Pages of the project' }).waitFor();
  await expect.poll(focused).toBe('main');
  await expect.poll(() => page.title()).toBe(`Board – ${title} – Reelwright`);
});

test('the frame is clean to a screen reader', async () => {
  expect(await accessibilityFaults(page, 'header')).toEqual([]);
  expect(await accessibilityFaults(page, 'footer')).toEqual([]);
});

test('pages change with keys and links, and the title and the mark in the bar with them', async () => {
  for (const [keys, name] of [
    ['Control+1', 'Write'],
    ['Control+4', 'Deliver'],
    ['Control+2', 'Board'],
  ] as const) {
    await page.keyboard.press(keys);
    await page.getByRole('link', { name, exact: true }).and(page.locator('[aria-current="page"]')).waitFor();
    await expect.poll(() => page.title()).toContain(name);
    expect(await focused()).not.toBe('body');
  }
});

test('the settings open over a project and lead back to the page it was on', async () => {
  await page.keyboard.press('Control+,');
  await page.getByRole('link', { name: 'Back to the project' }).click();
  await page
    .getByRole('link', { name: 'Board', exact: true })
    .and(page.locator('[aria-current="page"]'))
    .waitFor();
});

test('renaming says what was done, and undo, by its button or its keys, takes it back', async () => {
  const name = page.getByRole('button', { name: title });
  await name.click();
  await page.keyboard.type('Another name');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Another name' }).waitFor();
  await expect.poll(() => status().textContent()).toContain('Rename project');
  expect(await page.title()).toContain('Another name');
  await page.locator('footer').getByRole('button', { name: /Undo/ }).click();
  await name.waitFor();
  await expect.poll(() => status().textContent()).toContain('Undone: Rename project');
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('button', { name: 'Another name' }).waitFor();
  await page.keyboard.press('Control+z');
  await name.waitFor();
});

test('Escape leaves a name as it was', async () => {
  await page.getByRole('button', { name: title }).click();
  await page.keyboard.type('Nothing of this');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: title }).waitFor();
});

test('a budget is set, shown in the bar beside what was spent, and can be taken back', async () => {
  const spend = page.getByRole('button', { name: 'Free so far' });
  await spend.click();
  expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
  await photograph(page, 'shell-spending');
  await page.getByRole('button', { name: 'Set budget' }).click();
  const amount = page.getByRole('textbox', { name: 'US dollars' });
  await expect.poll(() => amount.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('a lot');
  await page.getByText('Type an amount in US dollars').waitFor();
  await amount.fill('12.50');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '$0.00 / $12.50' }).waitFor();
  await page.keyboard.press('Control+z');
  await spend.waitFor();
});

test('a second window sees at once what the first one does', async () => {
  const other = await studio.openAnother();
  await other.getByRole('main').waitFor();
  const here = await page.evaluate(() => location.hash);
  await other.evaluate((hash) => {
    location.hash = hash;
  }, here);
  await other.getByRole('button', { name: title }).click();
  await other.keyboard.type('From the second window');
  await other.keyboard.press('Enter');
  await page.getByRole('button', { name: 'From the second window' }).waitFor();
  await page.keyboard.press('Control+z');
  await other.getByRole('button', { name: title }).waitFor();
  await other.close();
});

test('every shortcut stands on one sheet that can be searched', async () => {
  await page.keyboard.press('Control+/');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.waitFor();
  expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
  await photograph(page, 'shell-shortcuts');
  await page.keyboard.type('undo');
  await expect.poll(() => sheet.locator('dt').allInnerTexts()).toEqual(['Undo']);
  await page.keyboard.press('Control+/');
  await sheet.waitFor({ state: 'detached' });
  await expect.poll(focused).not.toBe('body');
});

test('work and notices open, say what there is, and close with Escape', async () => {
  await page.keyboard.press('Control+j');
  const work = page.getByRole('dialog', { name: 'Work' });
  await expect.poll(() => work.textContent()).toMatch(/Nothing is running|Under way|Ended/);
  expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^(Notices|\d+ unread notices?)$/ }).click();
  await page.getByRole('dialog', { name: 'Notices' }).waitFor();
  await page.keyboard.press('Escape');
});

test('the theme changes by command, is kept, and is there before the first paint of the next window', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('change theme');
  await page.keyboard.press('Enter');
  await expect.poll(() => status().textContent()).toContain('Theme: Dark');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('change theme');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('light');
  const other = await studio.context.newPage();
  await other.goto(`${studio.server.origin}/`, { waitUntil: 'commit' });
  await other.waitForSelector('html[data-theme="light"]', { state: 'attached' });
  await other.close();
  await photograph(page, 'shell-light');
});

test('a project that is not here says so and leads to the library', async () => {
  await page.evaluate(() => {
    location.hash = '#/project/00000000-0000-7000-8000-000000000000/cut';
  });
  await page.getByRole('heading', { name: 'This project is not here' }).waitFor();
  await page.getByRole('button', { name: 'To the library' }).click();
  await page.waitForURL(/#\/library$/);
});

test('the console stayed silent', () => {
  expect(studio.errors).toEqual([]);
});
