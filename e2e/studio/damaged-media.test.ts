import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { photograph } from './look-at.ts';
import { smallFilm } from './open-film.ts';
import { openStudioPage, testHost } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';

const story = 'INT. LIGHTHOUSE - NIGHT\n\nMara trims the lamp.\n\nEXT. PIER - DAWN\n\nA boat knocks.\n';

test.runIf(testHost() === 'server')(
  'a clip whose bytes have changed is named in Cut, keeps the film from being written, and is made again on the Board',
  async () => {
    await using studio = await openStudioPage();
    const { page, server } = studio;
    const { client, close } = await callStudio(server);
    const { project } = await client.projects.create({
      name: 'pier.fountain',
      source: { from: 'words', words: story },
      settings: smallFilm,
    });
    const projectId = project.id;
    const choice = { provider: 'animatic', stillModel: null, clipModel: null, slate: null };
    for await (const _ of await client.jobs.generate({ projectId, choice, maxCostUsdMicros: null }));
    await client.timeline.assemble({ projectId });
    const [first] = await client.shots.list({ projectId });
    const takes = await client.assets.takes({ projectId, shotId: first?.id ?? null });
    const assetId = takes.find(({ id }) => id === first?.chosenClipId)?.assetId ?? '';
    const file = join(studio.home, 'media', assetId.slice(0, 2), assetId.slice(2, 4), `${assetId}.mp4`);
    const whole = await readFile(file);
    await writeFile(file, Buffer.from(whole).fill(0, 0, 2_000));
    const at = `${server.origin}/#/project/${projectId}`;
    const line = page.locator('footer [role="status"]');

    await page.goto(`${at}/cut`);
    // Into the first shot, behind the title that the film begins with.
    const playhead = page.getByRole('textbox', { name: 'Playhead' }).first();
    await playhead.fill('00:00:05:00');
    await playhead.press('Enter');
    await line.filter({ hasText: /^1A clip .*has changed since it was stored/ }).waitFor();
    await photograph(page, 'cut-damaged');

    await page.goto(`${at}/deliver`);
    await page
      .getByRole('alert')
      .filter({ hasText: /One medium is missing or damaged.*“1A clip”/ })
      .waitFor();
    await photograph(page, 'deliver-damaged');
    const order = {
      projectId,
      destination: { to: 'exports-folder', fileName: 'film.mp4' },
      preset: 'draft',
      captions: 'none',
    } as const;
    await expect(client.exports.queue(order)).rejects.toThrow(/^1A clip .*has changed since it was stored/);
    await page.getByRole('alert').getByRole('button', { name: 'Check all files' }).click();
    await page.getByRole('button', { name: 'Examine', exact: false }).click();
    await page
      .getByText(/1A clip.*has changed since it was stored/)
      .first()
      .waitFor();

    await page.goto(`${at}/board`);
    await page.getByRole('gridcell', { name: /^Shot 1A.*file missing/ }).click();
    await page.getByText(/The file of this take has changed on the disk/).waitFor();
    await page.getByRole('button', { name: 'Make it again · free' }).click();
    await expect
      .poll(async () => (await client.assets.absent({ projectId })).length, { timeout: 60_000 })
      .toBe(0);
    expect((await readFile(file)).equals(whole)).toBe(true);
    await expect(client.exports.queue(order)).resolves.toMatchObject({ kind: 'export' });
    close();
  },
  240_000,
);
