import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StudioClient } from '../../src/contract/contract.ts';
import { type FalSim, startFalSim } from '../../tools/fal-sim/start-fal-sim.ts';
import { accessibilityFaults, photograph } from '../studio/look-at.ts';
import { smallFilm } from '../studio/open-film.ts';
import { showPlace, testHost } from '../studio/open-studio-page.ts';
import { type Internet, openInternet, openWatchedDevice, pier, type WatchedDevice } from './open-devices.ts';

const onServer = testHost() === 'server';

const falKey = 'a-name:a-secret';

let internet: Internet;
let fal: FalSim;
let device: WatchedDevice;
let page: Page;
let client: StudioClient;

beforeAll(async () => {
  if (!onServer) return;
  internet = await openInternet();
  fal = await startFalSim({ keys: [falKey], queueReads: 0, runReads: 0 });
  device = await openWatchedDevice(internet, { REELWRIGHT_FAL_URL: fal.origin.origin, FAL_KEY: falKey });
  ({ client } = device);
  ({ page } = device.studio);
});
afterAll(async () => {
  await device?.close();
  await fal?.close();
  await internet?.close();
});

test.runIf(onServer)(
  'somebody without an account watches by link and comments; the studio sees it on its shot, answers and resolves it',
  async () => {
    const source = { from: 'words', words: pier } as const;
    const { project } = await client.projects.create({ name: 'pier.fountain', source, settings: smallFilm });
    const projectId = project.id;
    await client.scenes.breakDown({ projectId });
    await client.projects.setBudget({ projectId, budgetUsdMicros: 5_000_000 });
    const choice = {
      provider: 'fal',
      stillModel: null,
      clipModel: null,
      slate: false,
      upTo: 'still',
    } as const;
    for await (const _ of await client.jobs.generate({ projectId, choice, maxCostUsdMicros: 5_000_000 }));
    await client.timeline.assemble({ projectId });
    await client.sync.turnOn({ projectId, organisationId: null });
    await showPlace(page, `#/project/${projectId}/cut`);

    await page.getByRole('radio', { name: 'Comments' }).click();
    await page.getByText('No comments yet').waitFor();
    await page.getByRole('button', { name: 'Share …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share the cut' });
    await dialog.getByLabel('What it is called').fill('Rough cut');
    await dialog.getByLabel('Password (optional)').fill('open sesame');
    await dialog.getByRole('button', { name: 'Make link' }).click();
    const url = (await dialog.getByTestId('share-url').textContent()) ?? '';
    await dialog.getByRole('button', { name: 'Publish the cut as it is now' }).click();
    await dialog.getByText('Publishing the cut').waitFor();
    await photograph(page, 'share-dialog-publishing');
    await dialog.getByTestId('shown-cut').getByText('Nothing was edited here since.').waitFor();
    expect(
      (await client.activities.list()).filter(({ kind }) => kind === 'publish').map(({ state }) => state),
    ).toEqual(['done']);
    expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
    await photograph(page, 'share-dialog');
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

    const context = await page
      .context()
      .browser()
      ?.newContext({ viewport: { width: 390, height: 800 } });
    const watcher = await context?.newPage();
    if (watcher === undefined) throw new Error('There is no browser for the watcher.');
    const strays: string[] = [];
    watcher.on('request', (request) => {
      const { origin } = internet.storage.origin;
      const isFilm = request.resourceType() === 'media' && request.url().startsWith(origin);
      if (!isFilm && !request.url().startsWith(device.gate.origin)) strays.push(request.url());
    });
    await watcher.goto(url);
    await watcher.getByLabel('Password').fill('open sesamy');
    await watcher.keyboard.press('Enter');
    await watcher.getByText('That is not the password.').waitFor();
    expect(await accessibilityFaults(watcher, 'main')).toEqual([]);
    // The first address has run out when it is used: the page asks for the next.
    internet.storage.setFaults([{ fault: 'expired', match: 'GET' }]);
    await watcher.getByLabel('Password').fill('open sesame');
    await watcher.keyboard.press('Enter');
    const film = watcher.locator('video');
    await film.evaluate(async (video: HTMLVideoElement) => {
      video.muted = true;
      video.currentTime = 5;
      await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
      if (video.videoWidth === 0) throw new Error('The film has no picture.');
    });
    await watcher.getByLabel('Your name').fill('Willa');
    await watcher.getByRole('textbox', { name: /^Comment/ }).fill('<img src=x onerror=alert(1)> Too dark');
    await watcher.getByRole('button', { name: 'Send' }).click();
    await watcher.getByText('Your comment was sent.').waitFor();

    const card = page.getByRole('listitem').filter({ hasText: 'Too dark' });
    // By the stream, and not by asking now and then.
    await card.waitFor({ timeout: 2_000 });
    await page.getByTestId('comment-mark').waitFor();
    expect(await card.getByText('<img src=x onerror=alert(1)> Too dark').count()).toBe(1);
    await photograph(page, 'comments-in-cut');
    await card.getByRole('button', { name: 'Answer', exact: true }).click();
    await card.getByLabel('Answer to Willa').fill('Brighter soon');
    await card.getByRole('button', { name: 'Send' }).click();
    await card.getByText('Brighter soon').waitFor();
    await watcher.getByText('Brighter soon').waitFor();
    await watcher.getByText('Ada Byron').waitFor();
    for (const colorScheme of ['dark', 'light'] as const) {
      await watcher.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(watcher, 'main'), colorScheme).toEqual([]);
      await photograph(watcher, `watch-phone-${colorScheme}`);
    }
    await watcher.setViewportSize({ width: 1440, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await watcher.emulateMedia({ colorScheme });
      await photograph(watcher, `watch-desktop-${colorScheme}`);
    }

    // Without a line: what is said and done waits, says so, and is told once when there is one.
    device.gate.cut();
    await card.getByRole('button', { name: 'Answer', exact: true }).click();
    await card.getByLabel('Answer to Willa').fill('Said in a tunnel');
    await card.getByRole('button', { name: 'Send' }).click();
    await card.getByText('waits to be sent').waitFor();
    await watcher.getByText('There is no connection.').waitFor();
    await photograph(page, 'comment-waits');
    device.gate.mend();
    await client.shares.exchangeComments({ projectId });
    await card.getByText('waits to be sent').waitFor({ state: 'detached' });
    await watcher.getByText('Said in a tunnel').waitFor();
    expect(await watcher.getByText('Said in a tunnel').count()).toBe(1);

    // By the keyboard from comment to comment.
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Comments' }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.locator('li[aria-current="true"]').filter({ hasText: 'Too dark' }).waitFor();

    // Made again on the Board: what was said is put to the words, and what it costs is said first.
    await card.getByRole('button', { name: 'Make the shot again …' }).click();
    const again = page.getByRole('dialog', { name: /in other words/ });
    await again.getByText('A comment on the cut:').waitFor();
    expect(await again.getByRole('textbox', { name: 'Words' }).inputValue()).toContain('Too dark');
    const go = again.getByRole('button', { name: /^Generate · \$/ });
    await go.waitFor();
    await photograph(page, 'make-again-with-price');
    await go.click();
    await again.waitFor({ state: 'detached' });
    await showPlace(page, `#/project/${projectId}/cut`);
    await page.getByRole('radio', { name: 'Comments' }).click();
    await card.getByText('New take', { exact: true }).waitFor();
    await watcher.getByText('This shot was made again').waitFor();
    await card.getByRole('button', { name: 'Resolve' }).click();
    await page.getByTestId('comment-mark').waitFor({ state: 'detached' });
    await watcher.getByText('Done', { exact: true }).waitFor();

    const [link] = await client.shares.list({ projectId });
    await client.shares.revoke({ projectId, shareId: link?.id ?? '' });
    await watcher.getByText('The link is not right').waitFor();
    expect(strays).toEqual([]);
    await context?.close();
  },
);
