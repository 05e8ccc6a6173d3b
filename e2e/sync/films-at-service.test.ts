import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, overflowing, photograph } from '../studio/look-at.ts';
import { smallFilm } from '../studio/open-film.ts';
import { showPlace, testHost } from '../studio/open-studio-page.ts';
import { type Internet, openInternet, openWatchedDevice, pier, type WatchedDevice } from './open-devices.ts';

const onServer = testHost() === 'server';

let internet: Internet;
let device: WatchedDevice;
beforeAll(async () => {
  if (!onServer) return;
  internet = await openInternet();
  device = await openWatchedDevice(internet);
});
afterAll(async () => {
  await device?.close();
  await internet?.close();
});

test.runIf(onServer)(
  'a film is removed from the service in its panel, and brought back in the settings',
  async () => {
    const { client } = device;
    const { page } = device.studio;
    const lookAtIt = async (name: string): Promise<void> => {
      for (const [width, height, theme] of [
        [1280, 800, 'dark'],
        [1920, 1080, 'light'],
      ] as const) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: theme });
        expect(await overflowing(page, 'body'), name).toEqual([]);
        expect(await accessibilityFaults(page), name).toEqual([]);
        await photograph(page, `films-at-service-${name}-${theme}`);
      }
    };
    const source = { from: 'words', words: pier } as const;
    const { project } = await client.projects.create({ name: 'pier.fountain', source, settings: smallFilm });
    const projectId = project.id;

    await showPlace(page, '#/settings/account');
    await page.getByText('No film is at the service.').scrollIntoViewIfNeeded();
    await client.sync.turnOn({ projectId, organisationId: null });
    await client.sync.now({ projectId });
    await page.getByRole('list', { name: 'Films at the service' }).getByText('Yours · Owner').waitFor();

    await showPlace(page, `#/project/${projectId}/board`);
    await page.getByRole('button', { name: 'Sync: Up to date' }).click();
    await lookAtIt('panel');
    await page.getByRole('button', { name: 'Remove from the service …' }).click();
    const dialog = page.getByRole('dialog', { name: /^Remove “.*” from the service\?$/ });
    await dialog.waitFor();
    await lookAtIt('question');
    const sure = dialog.getByRole('button', { name: 'Remove from the service' });
    device.gate.cut();
    await sure.click();
    await dialog.getByRole('alert').getByText('Everything is saved on this computer').waitFor();
    device.gate.mend();
    await sure.click();
    await page.getByText('stays on this computer.').first().waitFor();
    expect((await client.sync.overview()).projects).toEqual([]);
    expect((await client.shots.list({ projectId })).length).toBeGreaterThan(0);

    await showPlace(page, '#/settings/account');
    const removed = page.getByRole('list', { name: 'Removed from the service' });
    await removed.scrollIntoViewIfNeeded();
    await lookAtIt('removed');
    await removed.getByRole('button', { name: /^Bring back/ }).click();
    await page
      .getByRole('list', { name: 'Films at the service' })
      .getByText('not synced on this computer')
      .waitFor();
    await removed.waitFor({ state: 'detached' });
    expect((await client.sync.overview()).elsewhere).toMatchObject([{ id: projectId }]);
    await lookAtIt('back');
  },
);
