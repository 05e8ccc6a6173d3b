import { expect, test } from 'vitest';
import { smallFilm } from './open-film.ts';
import { openStudioPage, testHost } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';
import { servingPid } from './serving-pid.ts';

/** A held process (SIGSTOP) gives time to look; Windows has none. The desktop's own is tested with its built bundles. */
const heldProcesses = testHost() === 'server' && process.platform !== 'win32';

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
      settings: smallFilm,
    });
    for (const one of [page, second]) await one.getByText('Low Tide').first().waitFor();
    expect((await client.studio.notices()).map(({ code }) => code)).toEqual(['studio.restarted']);
    close();
  },
);

test.runIf(heldProcesses)(
  'a studio that hangs is said, and what was typed meanwhile is saved when it answers',
  async () => {
    await using studio = await openStudioPage();
    const { page, server, home } = studio;
    const { client, close } = await callStudio(server);
    const { project } = await client.projects.create({
      name: 'low tide.txt',
      source: { from: 'words', words: 'Rain falls on the harbour.' },
      settings: smallFilm,
    });
    await page.clock.install();
    await page.goto(`${server.origin}/#/project/${project.id}/write`);
    await page.reload();
    await page.locator('[contenteditable]').getByText('Rain falls on the harbour.').click();
    await page.keyboard.press('End');
    const pid = servingPid(home);
    process.kill(pid, 'SIGSTOP');
    try {
      await page.keyboard.type(' The lamp is out.');
      await expect
        .poll(async () => {
          await page.clock.fastForward(3_000);
          return page.getByText('The studio has not answered since').count();
        })
        .toBe(1);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await page.getByText('The studio has not answered since').waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await client.text.list({ projectId: project.id })).at(-1)?.text)
      .toContain('The lamp is out.');
    close();
  },
);

test.runIf(heldProcesses)(
  'a studio that was ended leaves a window that says so and keeps what it shows',
  async () => {
    await using studio = await openStudioPage();
    const { page, server } = studio;
    await page.clock.install();
    await page.reload();
    await page.getByText('Reelwright').first().waitFor();
    await server.stop();
    await page.getByText('The connection to the studio is lost since').waitFor();
    await page.getByRole('button', { name: 'Try again now' }).click();
    // After a while nobody expects it back, and the window says what to do.
    await expect
      .poll(async () => {
        await page.clock.fastForward(5_000);
        return page.getByText('Start it with “npm start”').count();
      })
      .toBe(1);
    // What was typed and shown stays; nothing blanks the window.
    expect(await page.locator('#root').textContent()).toContain('Reelwright');
  },
);
