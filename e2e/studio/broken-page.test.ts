import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { type OpenFilm, openFilm } from './open-film.ts';
import { showPlace, testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
/** Neither is to run, whatever field it stands in. */
const markup = '<img src=x onerror="alert(1)"><script>alert(2)</script> \u202eمرحبا \u0007 "\'`';

let film: OpenFilm;
let projectId: ProjectId;

beforeAll(async () => {
  if (!onServer) return;
  film = await openFilm({ story: 'INT. PIER - DAY\n\nRain falls on the pier.\n\nA bell rings.\n' });
  ({ projectId } = film);
});
afterAll(() => film?.close());

const show = (page: Page, name: string): Promise<void> => showPlace(page, `#/project/${projectId}/${name}`);

test.runIf(onServer)('a part that cannot be loaded says so in its place; the other pages go on', async () => {
  const page = await film.studio.openAnother();
  await page.route(/assets\/board-page[^/]*\.js/, (route) => route.abort());
  await show(page, 'write');
  await page.locator('[contenteditable]').getByText('Rain falls on the pier.').waitFor();
  await show(page, 'board');
  await page.getByText('A part of the studio could not be loaded').waitFor();
  await page.getByRole('button', { name: 'Reload the window' }).waitFor();
  await show(page, 'write');
  await page.locator('[contenteditable]').getByText('Rain falls on the pier.').waitFor();
  await page.close();
});

test.runIf(onServer)(
  'a page that throws says what was kept, and the bar and the other pages go on',
  async () => {
    const page = await film.studio.openAnother();
    await page.evaluate(() => {
      // What every row of the storyboard asks of the browser.
      Object.defineProperty(window, 'ResizeObserver', {
        value: class {
          constructor() {
            throw new Error('broken on purpose');
          }
        },
      });
    });
    await show(page, 'board');
    await page.getByText('Something went wrong on this page').waitFor();
    await page.getByText('What went wrong').click();
    await page.getByText('broken on purpose').waitFor();
    await page.getByRole('link', { name: 'Write' }).waitFor();
    await expect.poll(async () => (await film.client.studio.diagnostics()).text).toContain('page board');
    await page.close();
  },
);

test.runIf(onServer)(
  'markup and words without end hold their place on every page, and nothing runs',
  async () => {
    const { page } = film;
    const executed: string[] = [];
    page.on('dialog', (dialog) => {
      executed.push(dialog.message());
      void dialog.dismiss();
    });
    const { client } = film;
    await client.projects.rename({ projectId, title: `${markup} ${'M'.repeat(400)}` });
    const [first, second] = await client.shots.list({ projectId });
    for (const [shot, words] of [
      [first, 'x'.repeat(10_000)],
      [second, markup.repeat(50)],
    ] as const)
      if (shot !== undefined)
        await client.shots.edit({ projectId, shotId: shot.id, fields: { description: words } });
    const [block] = await client.text.list({ projectId });
    if (block !== undefined)
      await client.text.editBlock({ projectId, blockId: block.id, text: `INT. ${markup} - DAY` });
    for (const name of ['write', 'board', 'cut', 'deliver']) {
      await show(page, name);
      await page.getByRole('main', { name: name, exact: false }).waitFor();
      await page.getByText('alert(2)').first().waitFor();
      const stray = await page.evaluate(() => [
        document.documentElement.scrollWidth - innerWidth,
        document.documentElement.scrollHeight - innerHeight,
        document.querySelectorAll('img[src="x"]').length,
      ]);
      expect(stray).toEqual([0, 0, 0]);
    }
    await expect(client.projects.rename({ projectId, title: 'x'.repeat(10_000) })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(executed).toEqual([]);
  },
);
