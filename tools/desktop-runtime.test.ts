import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDesktopRuntime, installedRuntime } from './desktop-runtime.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-runtime-'));
  // The package writes the program's name once it has fetched one; before that it is the one of Linux.
  writeFileSync(join(folder, 'electron'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const none = { ELECTRON_OVERRIDE_DIST_PATH: join(tmpdir(), 'there-is-no-such-folder') };
const fetched = existsSync(
  join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'path.txt'),
);

test.runIf(!fetched)('a runtime that is there is used as it is', async () => {
  const env = { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: folder };
  const found = await findDesktopRuntime(() => undefined, { platform: 'linux', env, userId: 1000 });
  expect(found).toEqual({ program: join(folder, 'electron') });
  expect(installedRuntime(none)).toBeNull();
});

test('where no window can be, nothing is fetched', async () => {
  const said: string[] = [];
  const find = (env: Record<string, string>, userId: number) =>
    findDesktopRuntime((line) => said.push(line), { platform: 'linux', env: { ...none, ...env }, userId });
  expect(await find({}, 1000)).toEqual({ why: 'There is no display for a desktop window here' });
  expect(await find({ WAYLAND_DISPLAY: 'wayland-0' }, 0)).toEqual({
    why: 'A desktop window is not opened for the root user',
  });
  expect(said).toEqual([]);
});

test('without a network nobody waits for one', async () => {
  const env = { ...none, ELECTRON_MIRROR: 'https://nowhere.invalid/' };
  const begunMs = performance.now();
  const found = await findDesktopRuntime(() => undefined, { platform: 'darwin', env, userId: 501 });
  expect(found).toMatchObject({ why: expect.stringContaining('there is no network to fetch it') });
  expect(performance.now() - begunMs).toBeLessThan(5_000);
});
