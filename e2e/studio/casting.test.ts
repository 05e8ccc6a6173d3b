import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './look-at.ts';
import { type OpenFilm, openFilm } from './open-film.ts';
import { testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
const story = 'INT. KITCHEN - NIGHT\n\nMARA (60s, tall) lights the stove.\n\nMARA\nNot tonight.\n';
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAABHNCSVQICAgIfAhkiAAAAAFzUkdCAK7OHOkAAAANSURBVAiZY/jPwPAfAAUAAf+rzjaJAAAAAElFTkSuQmCC',
  'base64',
);

let film: OpenFilm;
let page: Page;

beforeAll(async () => {
  if (!onServer) return;
  film = await openFilm({ story });
  ({ page } = film);
  await film.show('board');
  await page.getByRole('gridcell').first().waitFor();
});
afterAll(() => film?.close());

/** The prompt that the inspector shows for the first shot. */
const part = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}: .*Click to put`) });

test.runIf(onServer)('people, places and the look are described once, and every prompt says it', async () => {
  await page.getByRole('gridcell').first().click();
  await page.getByRole('button', { name: 'Cast, places and look…' }).click();
  const dialog = page.getByRole('dialog');

  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Add pictures…' }).click();
  await (await chooser).setFiles({ name: 'mara.png', mimeType: 'image/png', buffer: pixel });
  await dialog.getByRole('img', { name: 'MARA, picture 1' }).waitFor();

  await dialog.getByRole('tab', { name: 'Places 1' }).click();
  await dialog.getByLabel('Looks like').fill('copper pans, one small window');
  await dialog.getByLabel('Looks like').press('Control+Enter');
  await dialog.getByRole('tab', { name: 'Look' }).click();
  await dialog.getByLabel('Palette').fill('teal and rust');
  await dialog.getByLabel('Palette').press('Control+Enter');
  expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });

  await expect.poll(() => part('Place').textContent()).toContain('copper pans, one small window');
  await expect.poll(() => part('Palette').textContent()).toBe('teal and rust');

  await page.keyboard.press('Control+z');
  await expect.poll(() => part('Palette').count()).toBe(0);
});

test.runIf(onServer)('a part of a prompt is put in other words, and back', async () => {
  await page.getByRole('gridcell').first().click();
  await part('Camera').click();
  const words = page.getByRole('textbox', { name: 'Camera, in your words' });
  await words.fill('through the keyhole');
  await words.press('Control+Enter');
  await expect.poll(() => part('Camera').textContent()).toBe('through the keyhole');
  const { client, projectId } = film;
  const [shot] = await client.shots.list({ projectId });
  expect(shot?.promptParts).toEqual({ framing: 'through the keyhole' });

  await page.getByRole('button', { name: 'Camera: back to composed' }).click();
  await expect.poll(async () => (await client.shots.list({ projectId }))[0]?.promptParts).toEqual({});
  // The rows reach the page a moment after the call is answered.
  await expect.poll(() => part('Camera').textContent()).not.toBe('through the keyhole');
});
