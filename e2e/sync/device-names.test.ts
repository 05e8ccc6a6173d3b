import { afterAll, beforeAll, expect, test } from 'vitest';
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
let other: Device;
beforeAll(async () => {
  if (!onServer) return;
  internet = await openInternet();
  device = await openWatchedDevice(internet);
  other = await openDevice(internet);
});
afterAll(async () => {
  await device?.close();
  await other?.close();
  await internet?.close();
});

test.runIf(onServer)('a computer is given a name in the settings, and the other one says it', async () => {
  const { page } = device.studio;
  const there = other.client;
  const source = { from: 'words', words: pier } as const;
  const { project } = await there.projects.create({ name: 'pier.fountain', source, settings: smallFilm });
  const projectId = project.id;
  await there.sync.turnOn({ projectId, organisationId: null });
  await device.client.sync.openHere({ projectId });

  await showPlace(page, '#/settings/account');
  const field = page.getByLabel('Name of this computer');
  await field.fill('The laptop');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await device.client.studio.preferences())['device.name']).toBe('The laptop');
  for (const theme of ['dark', 'light']) {
    await device.client.studio.setPreference({ name: 'theme', value: theme });
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    await page.getByText('This device').scrollIntoViewIfNeeded();
    expect(await accessibilityFaults(page, 'main'), theme).toEqual([]);
    await photograph(page, `device-name-${theme}`);
  }
  expect(await overflowing(page, 'main')).toEqual([]);

  // It is told with what the computer sends, and comes with the next list.
  await expect
    .poll(async () => (await device.client.shots.list({ projectId })).length, { timeout: 20_000 })
    .toBeGreaterThan(0);
  await device.client.projects.rename({ projectId, title: 'The pier at night' });
  await device.client.sync.now({ projectId });
  await expect
    .poll(
      async () => {
        await there.sync.now({ projectId });
        return (await there.sync.overview()).devices.map(({ name }) => name);
      },
      { timeout: 20_000 },
    )
    .toContain('The laptop');
});
