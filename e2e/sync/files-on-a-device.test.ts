import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AssetId, ProjectId, ShotId } from '../../src/domain/kernel/ids.ts';
import { uploadNameHeader } from '../../src/renderer/client/media-addresses.ts';
import { writeTestFilm } from '../../src/testing/media/write-test-film.ts';
import { accessibilityFaults, overflowing, photograph } from '../studio/look-at.ts';
import { smallFilm } from '../studio/open-film.ts';
import { showPlace, testHost } from '../studio/open-studio-page.ts';
import { signIn } from '../studio/raw-http.ts';
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
let maker: Device;
let viewer: WatchedDevice;
let page: Page;
let folder: string;

beforeAll(async () => {
  if (!onServer) return;
  folder = mkdtempSync(join(tmpdir(), 'reelwright-files-'));
  internet = await openInternet();
  maker = await openDevice(internet);
  viewer = await openWatchedDevice(internet);
  ({ page } = viewer.studio);
  // Two cores draw nothing beside what is looked at.
  await viewer.client.studio.setPreference({ name: 'board.drawStills', value: false });
});
afterAll(async () => {
  await viewer?.close();
  await maker?.close();
  await internet?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

/** Coloured noise: a film that is large for its length. */
function noise(rgba: Uint8Array, frame: number): void {
  let seed = frame * 7_919 + 1;
  for (let at = 0; at < rgba.length; at += 4) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    rgba.fill(64 + ((seed >> 16) & 127), at, at + 3);
  }
}

async function lookAtIt(name: string, within: string): Promise<void> {
  const { client } = viewer;
  for (const theme of ['dark', 'light']) {
    await client.studio.setPreference({ name: 'theme', value: theme });
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    expect(await accessibilityFaults(page, within), `${name} ${theme}`).toEqual([]);
    await photograph(page, `files-${name}-${theme}`);
  }
  expect(await overflowing(page, within), name).toEqual([]);
  await client.studio.setPreference({ name: 'theme', value: 'dark' });
}

/** Sends a file as a window does. */
async function upload({ server }: Device, path: string): Promise<string> {
  const cookie = await signIn(server);
  const { host, port } = new URL(server.origin);
  const headers = { host, origin: server.origin, cookie, [uploadNameHeader]: 'the-pier.mp4' };
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, method: 'POST', path: '/uploads', headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        answer.on('end', () => resolve(JSON.parse(text).uploadId));
      },
    );
    asked.on('error', reject);
    asked.end(readFileSync(path));
  });
}

/** A film with one clip that is large enough for a proxy, on the device that makes it. */
async function makeFilm(): Promise<{ projectId: ProjectId; shotId: ShotId; original: AssetId }> {
  const { client } = maker;
  const path = join(folder, 'the-pier.mp4');
  await writeTestFilm(path, { widthPx: 640, heightPx: 360, frames: 48, paint: noise, crf: 14 });
  const source = { from: 'words', words: pier } as const;
  const { project } = await client.projects.create({ name: 'pier.fountain', source, settings: smallFilm });
  await client.scenes.breakDown({ projectId: project.id });
  const [shot] = await client.shots.list({ projectId: project.id });
  const [asset] = await client.assets.importUploads({ uploadIds: [await upload(maker, path)] });
  if (shot === undefined || asset === undefined) throw new Error('there are a shot and a file');
  // biome-ignore lint/correctness/useHookAtTopLevel: a call of the contract, and no hook
  await client.assets.useAsTake({ projectId: project.id, shotId: shot.id, assetId: asset.id });
  await client.timeline.assemble({ projectId: project.id });
  return { projectId: project.id, shotId: shot.id, original: asset.id };
}

test.runIf(onServer)(
  'a film opened on another device is looked at by its proxies, says where each file is, and is exported of originals',
  async () => {
    const { projectId, original } = await makeFilm();
    const { client } = viewer;
    await maker.client.sync.turnOn({ projectId, organisationId: null });
    await expect
      .poll(async () => (await maker.client.sync.media({ projectId })).toMake, { timeout: 60_000 })
      .toBe(0);
    await client.sync.openHere({ projectId });
    await client.sync.chooseMedia({ projectId, choice: 'proxies' }).catch(() => undefined);
    const away = async () => {
      await client.sync.chooseMedia({ projectId, choice: 'proxies' });
      return (await client.sync.media({ projectId })).away.find(({ assetId }) => assetId === original);
    };
    await expect
      .poll(() => away().catch(() => undefined), { timeout: 60_000 })
      .toMatchObject({
        ...{ place: 'cloud', proxy: 'here' },
      });

    await showPlace(page, `#/project/${projectId}/cut`);
    await page.getByRole('region', { name: 'Bin' }).waitFor();
    await page.getByRole('button', { name: /1A/ }).first().waitFor();
    // Into the clip, which begins behind the title: the playhead by the ruler, the selection by the clip itself.
    await page.mouse.click(600, 490);
    await page.getByText('Proxy', { exact: true }).waitFor();
    await page.mouse.click(600, 680);
    await page.getByRole('button', { name: 'Fetch the original' }).waitFor();
    await lookAtIt('cut', 'main');

    await showPlace(page, `#/project/${projectId}/board`);
    // The clip that is selected in the Cut is a shot that is selected here.
    await page.locator('[data-shot][aria-selected="true"]').waitFor();
    const fetch = page.getByRole('button', { name: 'Fetch the original' });
    await fetch.waitFor();
    await lookAtIt('board', 'main');

    await showPlace(page, `#/project/${projectId}/deliver`);
    const first = page.getByRole('button', { name: /^Fetch it first/ });
    await first.waitFor();
    await lookAtIt('deliver', 'main');

    await page.getByRole('button', { name: /^Sync:/ }).click();
    await page.getByRole('button', { name: 'Look Files' }).click();
    const dialog = page.getByRole('dialog', { name: 'Files that are not here' });
    await dialog.waitFor();
    await lookAtIt('list', '[role="dialog"]');
    await dialog.getByRole('button', { name: /^Fetch 1 used file/ }).click();
    await dialog.getByText('Every file is on this computer.').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => first.count()).toBe(0);
    await showPlace(page, `#/project/${projectId}/cut`);
    await page.getByRole('region', { name: 'Bin' }).waitFor();
    await expect.poll(() => page.getByText('Proxy', { exact: true }).count()).toBe(0);
    expect(await client.assets.examine({ assetId: original })).toEqual({ fault: null });
  },
);
