import { expect, test } from 'vitest';
import { smallFilm } from './open-film.ts';
import { openStudioPage, testHost } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';

const words = 'INT. LAMP ROOM - NIGHT\n\nMara trims the wick.\n';
const choice = {
  provider: 'animatic',
  stillModel: null,
  clipModel: null,
  slate: false,
  upTo: 'still',
} as const;

test.runIf(testHost() === 'server')(
  'the browser is asked only when it is switched on, and tells of the end of work while nobody looks',
  async () => {
    await using studio = await openStudioPage();
    const { page, context } = studio;
    const calls = await callStudio(studio.server);
    // A browser that would say yes, and notes what it is asked and shown.
    await context.addInitScript(() => {
      const seen = { asked: 0, shown: [] as string[] };
      class Noted {
        static permission = 'default';
        static async requestPermission(): Promise<string> {
          seen.asked += 1;
          Noted.permission = 'granted';
          return 'granted';
        }
        constructor(_title: string, { body }: { body: string }) {
          seen.shown.push(body);
        }
        close(): void {}
      }
      Object.assign(window, { Notification: Noted, seenNotices: seen });
      document.hasFocus = () => false;
    });
    await page.reload();
    const seen = () =>
      page.evaluate(
        () => (window as unknown as { seenNotices: { asked: number; shown: string[] } }).seenNotices,
      );
    await calls.client.studio.setPreference({ name: 'board.drawStills', value: false });
    const { project } = await calls.client.projects.create({
      name: 'lamp.fountain',
      source: { from: 'words', words },
      settings: smallFilm,
    });
    const run = () =>
      calls.client.jobs.start({
        projectId: project.id,
        choice: { ...choice, again: true },
        maxCostUsdMicros: null,
      });
    const ended = async () => (await calls.client.studio.notices()).length;
    await run();
    await expect.poll(ended, { timeout: 60_000 }).toBe(1);
    await page
      .getByText(/take was made|takes were made/)
      .first()
      .waitFor();
    expect(await seen()).toEqual({ asked: 0, shown: [] });

    await page.evaluate(() => {
      location.hash = '#/settings/appearance';
    });
    await page.getByRole('switch', { name: 'Tell me when work ends while I am elsewhere' }).click();
    await expect.poll(seen).toEqual({ asked: 1, shown: [] });
    await expect.poll(async () => (await calls.client.studio.preferences())['notices.outside']).toBe(true);
    await calls.client.studio.readNotices({ ids: [] });
    await run();
    await expect.poll(async () => (await seen()).shown, { timeout: 60_000 }).toHaveLength(1);
    expect((await seen()).shown[0]).toMatch(/made/);
    calls.close();
  },
);
