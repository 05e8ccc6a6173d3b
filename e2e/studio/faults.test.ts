import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { allCommands } from '../../src/renderer/actions/all-commands.ts';
import { commands as names } from '../../src/renderer/words/en/commands.ts';
import { smallFilm } from './open-film.ts';
import { openStudioPage, testHost } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';

const sentenceOf = (address: string): string =>
  `The drive made a strange noise at ${address}. Nothing was changed.`;
/** What a window is told by; a test of their own has lines that are cut. */
const streams = /\/(studio|projects)\/watch$/;

/** What stands in the place of a page, or of the window, that threw. */
const broken = /Something went wrong on this page|This window had to stop|could not be loaded/;

/** A call as it travels: its number and the address of its procedure. */
interface Sent {
  readonly i: string;
  readonly p?: { readonly u?: string };
}

const refusalOf = (id: string, address: string): string =>
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
          message: sentenceOf(address),
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
      settings: smallFilm,
    });
    const refused = new Set<string>();
    await page.routeWebSocket(/\/rpc$/, (line) => {
      const far = line.connectToServer();
      line.onMessage((message) => {
        const sent = typeof message === 'string' ? (JSON.parse(message) as Sent) : null;
        const address = sent?.p?.u;
        if (sent === null || address === undefined || streams.test(address)) return far.send(message);
        refused.add(address);
        line.send(refusalOf(sent.i, address));
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
    await page.getByText(sentenceOf('/projects/list')).first().waitFor();
    await page.goto(`${server.origin}/${at}/board`);
    await page.getByRole('gridcell').first().click();
    const description = page.getByLabel('What the camera sees', { exact: true });
    await description.fill('A lamp in the rain.');
    await description.press('Tab');
    await page
      .locator('footer [role="status"]')
      .filter({ hasText: sentenceOf('/shots/editMany') })
      .waitFor();
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

/** Rows that a window asks for by itself, and whose refusal takes nothing from a person: why each is said nowhere. */
const quiet: Readonly<Record<string, string>> = {
  '/studio/about': 'names of looks and folders; the settings, where somebody asks for them, say it',
  '/projects/search': 'finds within stories while somebody types; the commands stand there all the same',
  '/studio/setPreference': 'where somebody was, kept unasked; what is set by hand says that it was not kept',
  '/jobs/providers': 'the free one is there without being listed',
  '/models/list': 'names of models in a list, whose ids stand there without it; the settings say it',
  '/money/caps':
    'what is left of the month, beside a price that stands alone without it; the limit holds all the same',
};

/** As many frames as a person would see before the next key: a slow machine takes longer for them. */
const framesPass = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 4; frames++) await new Promise(requestAnimationFrame);
  });

const shows = (part: Locator): Promise<boolean> =>
  part.waitFor({ timeout: 1_000 }).then(
    () => true,
    () => false,
  );

test.runIf(testHost() === 'server')(
  'every command of every page is refused: each row’s fault is said, and the page stands',
  async () => {
    await using studio = await openStudioPage();
    const { page, server } = studio;
    const { client, close } = await callStudio(server);
    await client.studio.setPreference({ name: 'board.drawStills', value: false });
    const { project } = await client.projects.create({
      name: 'pier.fountain',
      source: {
        from: 'words',
        words:
          'INT. PIER - DAY\n\nRain falls.\n\nMARA\nNobody hears it.\n\nEXT. SEA - DAY\n\nA boat turns.\n',
      },
      settings: smallFilm,
    });
    const projectId = project.id;
    await client.scenes.breakDown({ projectId });
    await client.timeline.assemble({ projectId });
    const refused = new Set<string>();
    let refusing = false;
    await page.routeWebSocket(/\/rpc$/, (line) => {
      const far = line.connectToServer();
      line.onMessage((message) => {
        const sent = typeof message === 'string' ? (JSON.parse(message) as Sent) : null;
        const address = sent?.p?.u;
        if (!refusing || sent === null || address === undefined || streams.test(address))
          return far.send(message);
        refused.add(address);
        line.send(refusalOf(sent.i, address));
      });
    });
    await page.addInitScript(() => {
      const heard = new Set<string>();
      (window as unknown as { heard: Set<string> }).heard = heard;
      const listen = (): void => {
        for (const [, row = ''] of (document.body?.textContent ?? '').matchAll(
          /strange noise at (\/[\w/]+)\./g,
        ))
          heard.add(row);
      };
      new MutationObserver(listen).observe(document, { subtree: true, childList: true, characterData: true });
    });
    const belongs: Readonly<Record<string, string>> = {
      project: 'library',
      text: 'write',
      scene: 'write',
      shot: 'board',
      timeline: 'cut',
      export: 'deliver',
    };
    const heard = new Set<string>();
    const at = `#/project/${projectId}`;
    const pages: readonly (readonly [string, () => Promise<void>])[] = [
      ['#/library', async () => undefined],
      [`${at}/write`, () => page.locator('[contenteditable]').getByText('Rain falls.').click()],
      [`${at}/board`, () => page.getByRole('gridcell').first().click()],
      [
        `${at}/cut`,
        async () => {
          await page.getByTestId('clip-grid').focus();
          await page.keyboard.press('ArrowRight');
        },
      ],
      [`${at}/deliver`, () => page.getByRole('main').click()],
    ];
    for (const [hash, begin] of pages) {
      for (const { id } of allCommands.filter(
        (command) => belongs[command.id.split('.')[0] ?? ''] === hash.split('/').at(-1),
      )) {
        refusing = false;
        if (
          !(await page.evaluate(
            (to) => location.hash === to && document.querySelector('[role="dialog"]') === null,
            hash,
          ))
        ) {
          await page.goto(`${server.origin}/${hash}`);
          await page.reload();
          await begin();
        }
        refusing = true;
        const palette = page.getByRole('combobox', { name: 'Find a command' });
        await page.keyboard.press('Control+k');
        // What the command before has opened may take the keys: then the page is opened anew, which takes its time.
        if (!(await shows(palette))) {
          await page.reload();
          await begin();
          await expect
            .poll(
              async () => {
                if (!(await palette.isVisible())) await page.keyboard.press('Control+k');
                return shows(palette);
              },
              { timeout: 20_000 },
            )
            .toBe(true);
        }
        await palette.fill(names[id]);
        const option = page.getByRole('option', { name: names[id] }).first();
        if ((await option.count()) > 0 && (await option.getAttribute('aria-disabled')) !== 'true')
          await option.click({ noWaitAfter: true });
        else await page.keyboard.press('Escape');
        await framesPass(page);
        // What this command was refused is said before the next one opens the page anew. Some rows are said elsewhere:
        // which were said nowhere is asked at the end.
        const fresh = [...refused].filter((row) => !heard.has(row) && !(row in quiet));
        await page
          .waitForFunction(
            (rows) => rows.every((row) => (window as unknown as { heard: Set<string> }).heard.has(row)),
            fresh,
            { timeout: 1_000 },
          )
          .catch(() => undefined);
        await page.keyboard.press('Escape');
        expect([hash, id, await page.getByText(broken).count()]).toEqual([hash, id, 0]);
        for (const row of await page.evaluate(() => [...(window as unknown as { heard: Set<string> }).heard]))
          heard.add(row);
      }
    }
    expect(heard.size).toBeGreaterThan(15);
    expect([...refused].filter((row) => !heard.has(row) && !(row in quiet))).toEqual([]);
    expect(studio.errors.filter((words) => !words.includes('strange noise'))).toEqual([]);
    close();
  },
  600_000,
);
