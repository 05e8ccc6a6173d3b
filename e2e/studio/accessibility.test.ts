import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, overflowing, photograph } from './look-at.ts';
import { openStudioPage, type StudioPage } from './open-studio-page.ts';

const story = `INT. LIGHTHOUSE - NIGHT

Mara trims the lamp.

MARA
Not tonight.

EXT. PIER - DAWN

A boat knocks against the pier.
`;

const floating = '[role="dialog"]';

let studio: StudioPage;
let page: Page;
beforeAll(async () => {
  studio = await openStudioPage();
  page = studio.page;
});
afterAll(() => studio.close());

/**
 * Looks at what is on the screen in both themes, and keeps a photograph of each. Of what floats over a page that was
 * looked at before, only what floats is examined.
 */
async function examine(name: string, within?: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await accessibilityFaults(page, within), `${name}, ${theme}`).toEqual([]);
    await photograph(page, `screen-${name}-${theme}`);
  }
}

const goTo = async (name: 'Write' | 'Board' | 'Cut' | 'Deliver'): Promise<void> => {
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('main', { name }).waitFor();
};

test('the empty library and the dialog of a new project', async () => {
  await page.getByRole('button', { name: 'Open the sample story' }).waitFor();
  await examine('library-empty');
  await page.getByRole('button', { name: 'New project', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.waitFor();
  await examine('new-project-file', floating);
  await dialog.getByText('From text').click();
  await dialog.getByLabel('Text', { exact: true }).fill(story);
  await dialog.getByLabel('Title').fill('The Lamp');
  await examine('new-project-text', floating);
  await dialog.getByRole('combobox', { name: 'Size' }).click();
  await page.getByRole('option', { name: '960 × 540' }).click();
  await dialog.getByRole('button', { name: 'Make project' }).click();
});

test('Write', async () => {
  await page.getByRole('option', { name: /^Scene 2/ }).click();
  await examine('write');
  await page.getByRole('textbox', { name: 'Script' }).getByText('Mara trims').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Rain.');
  await page.getByText(/The text has changed/).waitFor();
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox', { name: 'Find in script' }).fill('lamp');
  await examine('write-changed');
  await page.keyboard.press('Escape');
  await page.getByText('Outline', { exact: true }).click();
  await examine('write-outline');
});

test('the Board, before and after it is drawn', async () => {
  await goTo('Board');
  await page.getByRole('gridcell', { name: /^Shot 1A/ }).click();
  await page.getByRole('heading', { name: 'Camera' }).waitFor();
  await examine('board-new');
  await page
    .getByRole('button', { name: /^Generate \d+ clips · free/ })
    .first()
    .click();
  await page.getByText('Everything is generated').first().waitFor({ timeout: 90_000 });
  await examine('board');
  await page.getByRole('button', { name: 'Generation settings' }).click();
  await page.getByRole('dialog', { name: 'Generation settings' }).waitFor();
  await examine('board-generation', floating);
  await page.keyboard.press('Escape');
});

test('Cut, with nothing and with a clip selected', async () => {
  await goTo('Cut');
  await page.getByTestId('clip-grid').waitFor();
  await examine('cut');
  await page.getByTestId('clip-grid').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('combobox', { name: 'Take' }).waitFor();
  await examine('cut-clip');
});

test('Deliver', async () => {
  await goTo('Deliver');
  await page
    .getByText(/\d+ frames/)
    .first()
    .waitFor();
  await examine('deliver');
});

test('what floats over a project', async () => {
  const floats = [
    ['palette', 'Control+k', 'Find a command'],
    ['shortcuts', 'Control+/', 'Keyboard shortcuts'],
    ['work', 'Control+j', 'Work'],
  ] as const;
  for (const [name, keys, title] of floats) {
    await page.keyboard.press(keys);
    const sheet = page.getByRole('dialog', { name: title });
    await sheet.waitFor();
    await examine(name, floating);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  }
  for (const [name, button, title] of [
    ['spending', 'Free so far', 'Spending'],
    ['notices', /notice/i, 'Notices'],
  ] as const) {
    await page.getByRole('banner').getByRole('button', { name: button }).click();
    const sheet = page.getByRole('dialog', { name: title });
    await sheet.waitFor();
    await examine(name, floating);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  }
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command' }).fill('zzqqx');
  await page.getByText('Nothing fits these words.').waitFor();
  await examine('palette-nothing', floating);
  await page.keyboard.press('Escape');
});

test('under reduced motion nothing moves, whatever changes', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  await page.locator('html[data-theme="dark"]').waitFor();
  await page.getByRole('button', { name: 'Settings and help' }).waitFor();
  await page.evaluate(() => {
    document.documentElement.dataset['moved'] = '';
    document.addEventListener('transitionrun', ({ propertyName }) => {
      document.documentElement.dataset['moved'] += ` ${propertyName}`;
    });
  });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command' }).waitFor();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator('html[data-theme="light"]').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Find a command' }).waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.documentElement.dataset['moved'])).toBe('');
  await page.emulateMedia({ reducedMotion: 'no-preference', colorScheme: 'dark' });
});

test('a project that is not there', async () => {
  const { hash } = new URL(page.url());
  await page.evaluate(() => {
    location.hash = '#/project/01a1fdeb-bbfe-76d7-8352-5e9b815a5a71/write';
  });
  await page.getByRole('heading', { name: 'This project is not here' }).waitFor();
  await examine('project-gone');
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page
    .getByTestId('clip-grid')
    .or(page.getByText(/\d+ frames/))
    .first()
    .waitFor();
});

test('the library with a project, its search and its trash', async () => {
  await page.keyboard.press('Control+0');
  const card = page.getByRole('gridcell', { name: /^The Lamp\./ });
  await card.waitFor();
  await examine('library');
  await page.getByRole('searchbox', { name: 'Search all projects' }).fill('lamp');
  await page.locator('mark').first().waitFor();
  await examine('library-search');
  await page.keyboard.press('Escape');
  await card.focus();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: /^Trash, 1 project/ }).click();
  await card.waitFor();
  await examine('trash');
  await page.getByRole('button', { name: /^Empty trash/ }).click();
  await page.getByRole('dialog').waitFor();
  await examine('delete', floating);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await card.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Put back/ }).click();
  await page.getByRole('button', { name: 'Back to projects' }).click();
});

test('at 200 % the bar fits, and every page says what it is', async () => {
  await page.setViewportSize({ width: 640, height: 400 });
  await page.getByRole('gridcell', { name: /^The Lamp\./ }).focus();
  await page.keyboard.press('Enter');
  for (const name of ['Write', 'Board', 'Cut', 'Deliver'] as const) {
    await goTo(name);
    await photograph(page, `narrow-${name.toLowerCase()}`);
    expect(await overflowing(page, 'header'), name).toEqual([]);
    expect(await accessibilityFaults(page, 'main'), name).toEqual([]);
  }
});

test('nothing went wrong in the window', () => {
  expect(studio.errors).toEqual([]);
});
