import { expect, test } from 'vitest';
import { openStudioPage, testHost } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';
import { servingPid } from './serving-pid.ts';

/** A held process (SIGSTOP) gives time to look; Windows has none. The desktop's own is tested with its built bundles. */
const heldProcesses = testHost() === 'server' && process.platform !== 'win32';
const settings = { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null } as const;

test.runIf(heldProcesses)(
  'a window whose studio dies says so, goes on when it is back, and has missed nothing',
  async () => {
    await using studio = await openStudioPage();
    const { page, server, home } = studio;
    const second = await studio.openAnother();
    for (const one of [page, second]) await one.getByText('Reelwright').first().waitFor();

    const search = page.getByPlaceholder('Search all projects');
    await search.fill('low ti');

    // The keeper is held, so that there is time to look at a window without a studio.
    server.process.kill('SIGSTOP');
    process.kill(servingPid(home), 'SIGKILL');
    const lost = page.getByText('The connection to the studio is lost since');
    await lost.waitFor();
    expect(await page.locator('#root').textContent()).not.toBe('');

    await search.pressSequentially('de');

    server.process.kill('SIGCONT');
    await server.seen(/back at the same address/);
    await page.getByText('Connected again').waitFor();
    await lost.waitFor({ state: 'detached' });

    // What was typed before and meanwhile is there, and nothing else was lost either.
    expect(await search.inputValue()).toBe('low tide');
    await search.fill('');

    const { client, close } = await callStudio(server);
    await client.projects.create({
      name: 'Low Tide.txt',
      source: { from: 'words', words: 'Rain falls on the harbour.' },
      settings,
    });
    for (const one of [page, second]) await one.getByText('Low Tide').first().waitFor();
    close();
  },
);

test.runIf(heldProcesses)(
  'a studio that was ended leaves a window that says so and keeps what it shows',
  async () => {
    await using studio = await openStudioPage();
    const { page, server } = studio;
    await page.getByText('Reelwright').first().waitFor();
    await server.stop();
    await page.getByText('The connection to the studio is lost since').waitFor();
    await page.getByRole('button', { name: 'Try again now' }).click();
    // What was typed and shown stays; nothing blanks the window.
    expect(await page.locator('#root').textContent()).toContain('Reelwright');
  },
);
