import { expect, test } from 'vitest';
import { openStudioPage, testHost } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';

const settings = { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null } as const;
const sentence = 'The drive made a strange noise. Nothing was changed.';
/** What a window is told by; a test of their own has lines that are cut. */
const streams = /\/(studio|projects)\/watch$/;

/** What stands in the place of a page, or of the window, that threw. */
const broken = /Something went wrong on this page|This window had to stop|could not be loaded/;

/** A call as it travels: its number and the address of its procedure. */
interface Sent {
  readonly i: string;
  readonly p?: { readonly u?: string };
}

const refusalOf = (id: string): string =>
  JSON.stringify({
    i: id,
    p: {
      s: 500,
      h: {},
      b: {
        json: {
          defined: true,
          code: 'FAULT',
          status: 500,
          message: sentence,
          data: { code: 'test.noise' },
        },
      },
    },
  });

test.runIf(testHost() === 'server')(
  'what a page asks for when it opens, or at the press of a button, may be refused: none blanks or breaks, and the reason is said',
  async () => {
    await using studio = await openStudioPage();
    const { page, server } = studio;
    const { client, close } = await callStudio(server);
    await client.studio.setPreference({ name: 'board.drawStills', value: false });
    const { project } = await client.projects.create({
      name: 'pier.fountain',
      source: { from: 'words', words: 'INT. PIER - DAY\n\nRain falls.\n\nMARA\nNobody hears it.\n' },
      settings,
    });
    const refused = new Set<string>();
    await page.routeWebSocket(/\/rpc$/, (line) => {
      const far = line.connectToServer();
      line.onMessage((message) => {
        const sent = typeof message === 'string' ? (JSON.parse(message) as Sent) : null;
        const address = sent?.p?.u;
        if (sent === null || address === undefined || streams.test(address)) return far.send(message);
        refused.add(address);
        line.send(refusalOf(sent.i));
      });
    });
    const at = `#/project/${project.id}`;
    for (const hash of [
      '#/library',
      `${at}/write`,
      `${at}/board`,
      `${at}/cut`,
      `${at}/deliver`,
      '#/settings/storage',
      '#/settings/budgets',
    ]) {
      await page.goto(`${server.origin}/${hash}`);
      await page.reload();
      await page.locator('main, [role="main"]').first().waitFor();
      // Everything that can be pressed is pressed once, in whatever order it stands.
      const buttons = page.locator('#root button:enabled:visible');
      const count = Math.min(await buttons.count(), 30);
      for (let i = 0; i < count; i++) {
        await buttons
          .nth(i)
          .click({ timeout: 500, noWaitAfter: true })
          .catch(() => undefined);
        await page.keyboard.press('Escape');
        await page.evaluate((to) => {
          if (location.hash !== to) location.hash = to;
        }, hash);
      }
      expect([hash, ((await page.locator('#root').textContent()) ?? '').length > 20]).toEqual([hash, true]);
      expect([hash, await page.getByText(broken).count()]).toEqual([hash, 0]);
    }
    await page.goto(`${server.origin}/#/library`);
    await page.reload();
    await page.getByText(sentence).first().waitFor();
    await page.goto(`${server.origin}/${at}/board`);
    await page.getByRole('gridcell').first().click();
    const description = page.getByLabel('What the camera sees', { exact: true });
    await description.fill('A lamp in the rain.');
    await description.press('Tab');
    await page.locator('footer [role="status"]').filter({ hasText: sentence }).waitFor();
    expect(await description.inputValue()).toBe('A lamp in the rain.');
    expect([...refused]).toEqual(
      expect.arrayContaining([
        '/projects/list',
        '/projects/undoLabels',
        '/jobs/providers',
        '/shots/editMany',
      ]),
    );
    expect(studio.errors.filter((words) => !words.includes('strange noise'))).toEqual([]);
    close();
  },
);
