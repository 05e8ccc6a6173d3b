import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StudioClient } from '../../src/contract/contract.ts';
import { accessibilityFaults, overflowing, photograph } from '../studio/look-at.ts';
import { smallFilm } from '../studio/open-film.ts';
import { showPlace, testHost } from '../studio/open-studio-page.ts';
import {
  type Device,
  type Internet,
  openDevice,
  openInternet,
  openWatchedDevice,
  pier,
  type WatchedDevice,
} from './open-devices.ts';

const onServer = testHost() === 'server';

let internet: Internet;
let device: WatchedDevice;
let page: Page;
let here: StudioClient;
let other: Device;
let there: StudioClient;

beforeAll(async () => {
  if (!onServer) return;
  internet = await openInternet();
  device = await openWatchedDevice(internet);
  ({ page } = device.studio);
  here = device.client;
  other = await openDevice(internet);
  there = other.client;
});
afterAll(async () => {
  await device?.close();
  await other?.close();
  await internet?.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });

/** In both themes, without faults that axe knows of; in both languages, without words that leave their place. */
async function lookAtIt(name: string, within: string): Promise<void> {
  for (const theme of ['dark', 'light']) {
    await here.studio.setPreference({ name: 'theme', value: theme });
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    expect(await accessibilityFaults(page, within), `${name} ${theme}`).toEqual([]);
    await photograph(page, `sync-${name}-${theme}`);
  }
  expect(await overflowing(page, within), name).toEqual([]);
  await here.studio.setPreference({ name: 'language', value: 'de' });
  await page.locator('html[lang="de"]').waitFor();
  await photograph(page, `sync-${name}-german`);
  expect(await overflowing(page, within), `${name} in German`).toEqual([]);
  await here.studio.setPreference({ name: 'language', value: 'en' });
  await page.locator('html[lang="en"]').waitFor();
}

test.runIf(onServer)(
  'a film of another device is opened here, goes with it, waits in the tunnel, and what was overwritten is put back',
  async () => {
    const source = { from: 'words', words: pier } as const;
    const { project } = await there.projects.create({ name: 'pier.fountain', source, settings: smallFilm });
    const projectId = project.id;
    await there.sync.turnOn({ projectId, organisationId: null });

    // The library says what is elsewhere, and brings it here.
    const elsewhere = page.getByRole('region', { name: 'On another device' });
    await elsewhere.waitFor();
    await lookAtIt('library', 'main');
    await elsewhere.getByRole('button', { name: /Open here/ }).click();
    await elsewhere.waitFor({ state: 'detached' });
    await page.getByRole('gridcell').first().waitFor();
    await showPlace(page, `#/project/${projectId}/write`);
    await button('Sync: Up to date').click();
    const panel = page.getByRole('dialog', { name: 'Sync' });
    await panel.getByText('You are').waitFor();
    await lookAtIt('up-to-date', '[role="dialog"]');
    await page.keyboard.press('Escape');

    // In the tunnel both reword the same paragraph.
    device.gate.cut();
    const blocks = await here.text.list({ projectId });
    const blockId = blocks.find(({ kind }) => kind === 'action')?.id ?? '';
    await here.text.editBlock({ projectId, blockId, text: 'Rain falls on the pier. A lamp swings.' });
    await button('Sync: Offline').click();
    await panel.getByText(/^\d+ changes?$/).waitFor();
    await lookAtIt('offline', '[role="dialog"]');
    await page.keyboard.press('Escape');
    await there.text.editBlock({ projectId, blockId, text: 'Snow falls on the planks. A lamp swings.' });
    await there.sync.now({ projectId });
    device.gate.mend();
    await here.sync.now({ projectId });

    // The later text stands; the other one is kept beside it, and comes back as an edit.
    await button(/Sync: .*1/).click();
    await panel.getByRole('button', { name: 'Look What was overwritten' }).click();
    const list = page.getByRole('dialog', { name: 'What was overwritten' });
    await list.getByRole('region', { name: 'Was overwritten' }).waitFor();
    await lookAtIt('conflict', '[role="dialog"]');
    await list.getByRole('button', { name: 'Put back' }).click();
    await list.getByText('Nothing is left to decide.').waitFor();
    await expect
      .poll(async () => (await there.text.list({ projectId })).find(({ id }) => id === blockId)?.text)
      .toBe('Rain falls on the pier. A lamp swings.');
    expect(device.studio.errors).toEqual([]);
  },
);
