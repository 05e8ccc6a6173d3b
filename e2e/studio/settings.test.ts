import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFalSim } from '../../tools/fal-sim/start-fal-sim.ts';
import { accessibilityFaults, overflowing, photograph } from './look-at.ts';
import { openStudioPage, type StudioPage } from './open-studio-page.ts';

const canary = 'canary-7b1e:fedcba9876543210fedcba9876543210';
const sections = [
  'Keys',
  'Budgets',
  'Ledger',
  'Models',
  'Shortcuts',
  'Appearance',
  'Storage',
  'Account',
  'About',
] as const;

let studio: StudioPage;
let page: Page;
let sim: Awaited<ReturnType<typeof startFalSim>>;
beforeAll(async () => {
  sim = await startFalSim({ keys: [canary] });
  studio = await openStudioPage({ env: { REELWRIGHT_FAL_URL: sim.origin.origin } });
  page = studio.page;
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  await page.getByRole('heading', { name: 'Keys' }).waitFor();
});
afterAll(async () => {
  await studio.close();
  await sim.close();
});

const show = async (section: (typeof sections)[number]): Promise<void> => {
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: section }).click();
  await page.getByRole('region', { name: section === 'About' ? 'Reelwright' : section }).waitFor();
};

test('every sheet is among those that are looked at', async () => {
  const sheets = page.getByRole('navigation', { name: 'Settings' }).getByRole('link');
  expect(await sheets.allTextContents()).toEqual(sections);
});

describe.each(['dark', 'light'] as const)('in the %s theme', (theme) => {
  test.each(sections)('%s stays in its place and is clean to a screen reader', async (section) => {
    await page.emulateMedia({ colorScheme: theme });
    await show(section);
    expect(await overflowing(page, 'main')).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await photograph(page, `settings-${theme}-1280-${section.toLowerCase()}`);
  });
});

/** What the sheet says of Fal's key, among those of other providers. */
const falCard = () =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Fal', exact: true }) });

test('a key is set, tested without charge, and never comes back', async () => {
  await show('Keys');
  await falCard().getByLabel('Key', { exact: true }).fill(canary);
  await falCard().getByRole('button', { name: 'Set key' }).click();
  await page.getByText('Fal took the key. Nothing was charged.').waitFor();
  await falCard().getByText('Key is set').waitFor();
  await falCard().getByText('Kept in memory until the studio ends.').first().waitFor();
  expect(await page.content()).not.toContain(canary);
  await photograph(page, 'settings-light-1280-key-set');
  const found = execFileSync('sh', ['-c', `grep -rlaF "${canary}" "${studio.home}" || true`]).toString();
  expect(found).toBe('');
  expect(sim.submits()).toEqual([]);
});

test('a key that does not work is said, and removing it leaves none', async () => {
  await falCard().getByLabel('Another key').fill('not-a-key-of-anybody');
  await falCard().getByRole('button', { name: 'Replace key' }).click();
  await page.getByText(/Fal refused the key/).waitFor();
  await falCard().getByRole('button', { name: 'Remove' }).click();
  await falCard().getByText('No key', { exact: true }).waitFor();
});

test('keys of a command are changed by pressing them, a clash is said, and all go back', async () => {
  await show('Shortcuts');
  await page.getByRole('searchbox', { name: 'Find a command or keys' }).fill('Export film');
  await page.getByRole('button', { name: 'Change keys of “Export film”' }).click();
  await page.keyboard.press('Control+k');
  await page.getByRole('alert').getByText('is already “Find a command”').waitFor();
  await photograph(page, 'settings-light-1280-shortcut-clash');
  await page.keyboard.press('Control+Alt+x');
  await page.getByRole('button', { name: 'Usual keys for “Export film”' }).waitFor();
  await page.getByRole('button', { name: 'Usual keys for all' }).click();
  await page.getByRole('button', { name: 'Usual keys for “Export film”' }).waitFor({ state: 'detached' });
});

test('theme and language change at once and stay over a reload', async () => {
  await show('Appearance');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await page.getByLabel('Language').selectOption('de');
  await page.getByRole('heading', { name: 'Aussehen' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Aussehen' }).waitFor();
  for (const name of ['Schlüssel', 'Speicher', 'Tastenkürzel', 'Über']) {
    await page.getByRole('navigation', { name: 'Einstellungen' }).getByRole('link', { name }).click();
    await page.getByRole('region', { name: name === 'Über' ? 'Reelwright' : name }).waitFor();
    expect(await overflowing(page, 'main')).toEqual([]);
    await photograph(page, `settings-dark-1280-de-${name.toLowerCase()}`);
  }
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
});

test('nothing went wrong in the window', () => {
  expect(studio.errors.filter((line) => !line.includes('favicon'))).toEqual([]);
});
