import { expect, test } from 'vitest';
import { smallFilm } from './open-film.ts';
import { openStudioPage, testHost } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';

test.runIf(testHost() === 'server')(
  'a browser without a video decoder says which ones play, and everything but the preview works',
  async () => {
    await using studio = await openStudioPage();
    const { client, close } = await callStudio(studio.server);
    await client.studio.setPreference({ name: 'board.drawStills', value: false });
    const { project } = await client.projects.create({
      name: 'pier.fountain',
      source: { from: 'words', words: 'INT. PIER - DAY\n\nRain falls on the pier.\n' },
      settings: smallFilm,
    });
    await studio.context.addInitScript(() => {
      for (const name of ['VideoDecoder', 'AudioDecoder', 'VideoFrame', 'OffscreenCanvas'])
        Reflect.deleteProperty(window, name);
    });
    const page = await studio.openAnother();
    const show = (name: string) =>
      page.evaluate((to) => {
        location.hash = to;
      }, `#/project/${project.id}/${name}`);
    await show('cut');
    await page.getByRole('heading', { name: 'This browser cannot play the preview' }).waitFor();
    await page.getByText(/Chrome 94 or later, Edge 94 or later.*Everything else works here/).waitFor();
    expect(await page.getByRole('button', { name: 'Play', exact: true }).isDisabled()).toBe(true);

    await show('write');
    await page.locator('[contenteditable]').getByText('Rain falls on the pier.').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Still.');
    await expect
      .poll(async () => (await client.text.list({ projectId: project.id })).at(-1)?.text)
      .toContain('Still.');
    await show('board');
    await page.getByRole('gridcell').first().waitFor();
    await show('deliver');
    await page.getByRole('button', { name: /Export film/ }).click();
    await page
      .getByText(/The export of .*\.mp4 has begun\./)
      .first()
      .waitFor();
    expect(studio.errors).toEqual([]);
    close();
  },
);
