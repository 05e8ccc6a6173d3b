import { existsSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { photograph } from './look-at.ts';
import { openStudioPage, type StudioPage } from './open-studio-page.ts';

/** From an empty library to a film in a file without touching the mouse. */
const story = `INT. LIGHTHOUSE - NIGHT

Mara trims the lamp.

MARA
Not tonight.

EXT. PIER - DAWN

A boat knocks against the pier.
`;

let studio: StudioPage;
let page: Page;
beforeAll(async () => {
  studio = await openStudioPage();
  page = studio.page;
});
afterAll(() => studio.close());

/** Presses keys one after the other. */
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const isFocused = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));
/** Goes on with Tab until the focus is there, as somebody would who does not know a shortcut. */
const tabTo = async (place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await place.first().waitFor({ state: 'attached' });
  for (let step = 0; step < 80; step++) {
    if (await isFocused(place.first())) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never reaches ${place}.`);
};
/** A command by its name, from the palette. */
const runCommand = async (name: string): Promise<void> => {
  await press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command' }).waitFor();
  await page.keyboard.type(name);
  await page
    .getByRole('option', { name: new RegExp(`^${name}`, 'i') })
    .first()
    .waitFor();
  await press('Enter');
  await page.getByRole('combobox', { name: 'Find a command' }).waitFor({ state: 'detached' });
};
const status = (): Promise<string | null> => page.locator('footer [role="status"]').last().textContent();
const said = (text: RegExp) => expect.poll(status, { timeout: 10_000 }).toMatch(text);
const frame = (number: string): Locator =>
  page.getByRole('gridcell', { name: new RegExp(`^Shot ${number},`) });
const focusedText = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

/** What has the focus, where it is nothing, or cannot be seen to have it. */
const lostFocus = (): Promise<string | null> =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return 'Nothing has the focus.';
    const box = activeElement.getBoundingClientRect();
    return box.width > 0 && box.height > 0
      ? null
      : `${activeElement.outerHTML.slice(0, 120)} cannot be seen.`;
  });
afterEach(async (context) => {
  if (context.task.result?.state === 'fail')
    await photograph(page, `keyboard-${context.task.name.slice(0, 20)}`);
  await expect.poll(lostFocus).toBeNull();
});

test('the sample is one press of Enter away, and a story is made from pasted text', async () => {
  await expect.poll(focusedText).toBe('Open the sample story');
  await runCommand('New project from pasted text');
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await expect.poll(() => isFocused(dialog.getByLabel('Text', { exact: true }))).toBe(true);
  await page.keyboard.insertText(story);
  await press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(focusedText).toBe('Open the sample story');

  await runCommand('New project from pasted text');
  await dialog.waitFor();
  await page.keyboard.insertText(story);
  await press('Tab');
  await page.keyboard.type('The Lamp');
  await tabTo(dialog.getByRole('combobox', { name: 'Size' }));
  await press('Enter', 'Home', 'Enter');
  await dialog.getByRole('combobox', { name: 'Size' }).filter({ hasText: '960 × 540' }).waitFor();
  await tabTo(dialog.getByRole('button', { name: 'Make project' }));
  await press('Enter');
  await page.getByRole('main', { name: 'Write' }).waitFor();
});

test('the script is written, left with Escape, and its shots follow it', async () => {
  await page.getByRole('option', { name: /^Scene 2, EXT\. PIER - DAWN/ }).waitFor();
  await tabTo(page.getByRole('textbox', { name: 'Script' }));
  await press('Control+End');
  await page.keyboard.type(' Rain falls.');
  await page.getByText(/The text has changed/).waitFor();
  await press('Escape');
  const breakdown = page.getByRole('listbox', { name: 'Scenes and shots' });
  await expect.poll(() => isFocused(breakdown)).toBe(true);
  // The scene of the caret is selected; its shot comes with an arrow.
  await page.getByRole('option', { selected: true, name: /^Scene 2/ }).waitFor();
  await press('ArrowDown');
  await page.getByRole('option', { selected: true, name: /^Shot 2A/ }).waitFor();
  await press('Control+b');
  await said(/Scenes and shots follow the text/);
});

test('shots are reworded, moved, drawn, made again and chosen on the Board', async () => {
  await press('Control+2');
  await tabTo(frame('1A'));
  await press('ArrowRight', 'Enter');
  await page.getByRole('textbox', { name: 'What the camera sees' }).first().waitFor();
  await press('Control+a');
  await page.keyboard.type('The radio glows.');
  await press('Enter');
  await page.getByRole('gridcell', { name: /^Shot 1B.*The radio glows\./ }).waitFor();
  await expect.poll(focusedText).toMatch(/^Shot 1B/);
  await press('Alt+ArrowLeft');
  await page.getByRole('gridcell', { name: /^Shot 1A.*The radio glows\./ }).waitFor();
  await press('Control+z');
  await page.getByRole('gridcell', { name: /^Shot 1B.*The radio glows\./ }).waitFor();

  await press('Control+Shift+g');
  await page.getByText('Everything is generated').first().waitFor({ timeout: 90_000 });
  await tabTo(frame('1B'), 'Shift+Tab');
  await runCommand('Generate another take');
  await page.getByRole('button', { name: /^Clip 2,.*Chosen$/ }).waitFor({ timeout: 60_000 });
  await tabTo(page.getByRole('button', { name: /^Clip 1,/ }));
  await press('Enter');
  await page.getByRole('button', { name: /^Clip 1,.*Chosen$/ }).waitFor();
});

test('clips are walked, split, dissolved, titled and taken back in Cut', async () => {
  await press('Control+3');
  const grid = page.getByTestId('clip-grid');
  await tabTo(grid);
  await press('ArrowRight', ' ');
  await expect
    .poll(() => grid.locator('[aria-selected="true"]').getAttribute('aria-label'))
    .toMatch(/clip on/);
  await runCommand('One second on');
  await expect.poll(() => isFocused(grid)).toBe(true);
  await press('s');
  await said(/Split/);
  await press('Control+t');
  await said(/[Dd]issolve/);
  await press('t');
  await said(/[Tt]itle/);
  await press('Control+z');
  await said(/^Undone.*title/i);
  await press('Control+Shift+z');
  await said(/^Done again/);
  await runCommand('Play forward');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await press('k');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
});

test('the film is exported and its path copied', async () => {
  await press('Control+4');
  await page
    .getByText(/\d+ frames/)
    .first()
    .waitFor();
  await tabTo(page.getByRole('group', { name: 'Preset' }));
  const path = (await page.getByText(/The Lamp\.mp4$/).textContent()) ?? '';
  await press('Control+e');
  const reports = page.getByRole('list', { name: 'Reports' });
  await reports.getByText('The Lamp.mp4').waitFor({ timeout: 120_000 });
  await tabTo(reports.getByRole('button', { name: 'Copy path' }));
  await press('Enter');
  await said(/clipboard/);
  expect(existsSync(path)).toBe(true);
});

test('what floats goes with Escape, one step at a time', async () => {
  await press('Control+j');
  await page.getByRole('dialog', { name: 'Work' }).waitFor();
  await press('Escape');
  await page.getByRole('dialog', { name: 'Work' }).waitFor({ state: 'detached' });
  await expect.poll(lostFocus).toBeNull();
  await press('Control+/');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.waitFor();
  await press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await expect.poll(lostFocus).toBeNull();
  await press('Control+,');
  await page.getByRole('navigation', { name: 'Settings' }).waitFor();
  await press('Control+4');
  await page.getByRole('main', { name: 'Deliver' }).waitFor();
});

test('a project is renamed, copied, thrown away, put back and found', async () => {
  await press('Control+0');
  await tabTo(page.getByRole('gridcell').first());
  await press('F2');
  await page.keyboard.type('Second Lamp');
  await press('Enter');
  await page.getByRole('gridcell', { name: /^Second Lamp\./ }).waitFor();
  await expect.poll(focusedText).toMatch(/^Second Lamp/);
  await press('Control+d');
  await expect.poll(() => page.getByRole('gridcell').count()).toBe(2);
  await press('Delete');
  await expect.poll(() => page.getByRole('gridcell').count()).toBe(1);
  await expect.poll(lostFocus).toBeNull();
  await runCommand('Put back');
  await expect.poll(() => page.getByRole('gridcell').count()).toBe(2);
  await press('Control+Shift+f');
  await page.keyboard.type('rain');
  await page.locator('mark').first().waitFor();
  await press('Escape');
  await expect.poll(() => page.getByRole('gridcell').count()).toBe(2);
});

test('nothing went wrong in the window', () => {
  expect(studio.errors).toEqual([]);
});
