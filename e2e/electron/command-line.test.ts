import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unwrap } from '../../src/domain/kernel/result.ts';
import { findRunningStudio } from '../../src/hosting/control/find-running-studio.ts';
import { withDesktopBuild } from '../../src/testing/build-desktop.ts';
import { type Desktop, startDesktop } from '../../src/testing/electron-stand-in/start-desktop.ts';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await withDesktopBuild(() => startDesktop());
});
afterAll(() => desktop?.close());

test('the desktop app is found by a command line, takes its calls, and comes to the front', async () => {
  await expect.poll(() => existsSync(join(desktop.home, 'control.json')), { timeout: 30_000 }).toBe(true);
  const running = unwrap(await findRunningStudio(desktop.home));
  if (running === null) throw new Error('The desktop app was not found.');
  expect(running.what).toBe('the desktop app');
  const { client, close } = await running.open();
  expect(await client.studio.about()).toMatchObject({ host: 'electron', home: desktop.home });
  expect(unwrap(await running.show())).toBeNull();
  close();
  expect(await desktop.quit()).toBe(0);
  expect(existsSync(join(desktop.home, 'control.json'))).toBe(false);
});
