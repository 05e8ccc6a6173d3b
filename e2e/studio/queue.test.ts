import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { accessibilityFaults, overflowing, photograph } from './look-at.ts';
import { openPaidFilm, type PaidFilm, paidChoice } from './open-paid-film.ts';
import { testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
const rooms = [
  'LAMP ROOM',
  'HARBOUR',
  'KITCHEN',
  'BOAT',
  'CHURCH',
  'CELLAR',
  'ROAD',
  'HILL',
  'SHORE',
  'ATTIC',
];
const story = rooms
  .map((room) => `INT. ${room} - NIGHT\n\nMara walks through the ${room.toLowerCase()}.\n`)
  .join('\n');
const choice = paidChoice('still');

let film: PaidFilm;
let page: Page;
let projectId: ProjectId;

const everything = { projectId: null, provider: null, batchId: null };
const counts = async () => (await film.client.queue.summary({ filter: everything })).counts;
const list = () => page.getByRole('listbox', { name: 'Jobs' });

beforeAll(async () => {
  if (!onServer) return;
  film = await openPaidFilm({ story, key: 'environment', budgetUsd: 50 });
  ({ page, projectId } = film);
  page.setDefaultTimeout(20_000);
});
afterAll(() => film?.close());

test.runIf(onServer)('an empty queue says what it is for, and is a key away', async () => {
  await page.getByRole('button', { name: 'Work', exact: true }).waitFor();
  await page.keyboard.press('Control+5');
  await page.getByRole('heading', { name: 'Nothing is open' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await photograph(page, 'queue-dark-1280-empty');
});

test.runIf(onServer)(
  'what waits because of a pause says so; what went wrong says why and what to do',
  async () => {
    // One answer is lost and nobody can say what became of it; one is refused for what it says.
    film.sim.setFaults([
      { fault: 'lose-answer', times: 1 },
      { fault: 'list-forbidden', times: null },
      { fault: 'refuse-422', times: 1 },
    ]);
    await film.client.jobs.start({ projectId, choice, maxCostUsdMicros: null });
    const ended = async () => {
      const { attention, failed, done } = await counts();
      return [attention, failed, done];
    };
    await expect.poll(ended, { timeout: 90_000 }).toEqual([1, 1, rooms.length - 2]);
    // The end of the batch is told once, with the way to what went wrong and to asking for it again.
    const notices = page.getByRole('region', { name: 'Notices' });
    await notices.getByText(/^8 of 10 takes were made for \$0\.20\. 1 request failed\./).waitFor();
    await notices.getByRole('button', { name: 'Show the jobs' }).waitFor();
    await notices.getByRole('button', { name: 'Try again …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ask for 2 jobs again' });
    await dialog.getByText(/was not charged before/).waitFor();
    await dialog.getByText(/is charged once more/).waitFor();
    // What may be billed twice is not sent with the rest unless somebody says so.
    await dialog.getByRole('button', { name: /^Send 1 job · / }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await photograph(page, 'queue-dark-1280-batch');
    await page.keyboard.press('Escape');
    await list()
      .getByRole('option', { name: /Perhaps billed/ })
      .waitFor();
    await film.show('cut');
    await page.getByTestId('clip-grid').focus();
    // Behind the title of the film.
    await page.keyboard.press('ArrowRight');
    await page.getByRole('gridcell', { name: /1A.*May have been billed/ }).waitFor({ state: 'attached' });
    await photograph(page, 'cut-dark-1280-marks');
    await film.show('#/queue');
    // Nobody finds the lost one by itself until the list may be read.
    film.sim.setFaults([{ fault: 'list-forbidden', times: null }]);
    await page.getByRole('button', { name: 'Pause everything' }).click();
    await page.getByText(/Paused since .* Nothing new is sent/).waitFor();
    await film.client.jobs.start({ projectId, choice: { ...choice, again: true }, maxCostUsdMicros: null });
    await expect.poll(async () => (await counts()).waiting).toBeGreaterThan(5);
    const lost = list().getByRole('option', { name: /Perhaps billed/ });
    await lost.click();
    const details = page.getByRole('complementary', { name: 'Details' });
    await details
      .getByText(/may have been billed/)
      .first()
      .waitFor();
    await details.getByRole('button', { name: 'Look for its result · free' }).waitFor();
    await list()
      .getByRole('option', { name: /Waits: the queue is paused/ })
      .first()
      .waitFor();
  },
);

describe.runIf(onServer).each(['dark', 'light'] as const)('in the %s theme', (theme) => {
  test.each([
    [1280, 800],
    [1920, 1080],
  ])('the queue of %i × %i stays in its place and is clean to a screen reader', async (width, height) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme });
    expect(await overflowing(page, 'main')).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await photograph(page, `queue-${theme}-${width}-jobs`);
  });
});

test.runIf(onServer)(
  'asking again says what it costs and that it may be billed once more, before it is sent',
  async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('radio', { name: /^Needs you/ }).click();
    await list()
      .getByRole('option', { name: /Perhaps billed/ })
      .click();
    await page.getByRole('main').getByRole('button', { name: 'Try again …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ask for 1 job again' });
    await dialog
      .getByText(/was or may have been charged before, and is charged once more: \$0\.\d+/)
      .waitFor();
    await dialog.getByRole('button', { name: /^Send 1 job · \$0\.\d+$/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await photograph(page, 'queue-light-1280-again');
    const before = film.sim.submits().length;
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(film.sim.submits()).toHaveLength(before);
  },
);

test.runIf(onServer)(
  'all that waits is taken back with the keyboard, and nothing of it was charged',
  async () => {
    await page.getByRole('radio', { name: /^Waiting/ }).click();
    await list().getByRole('option').first().waitFor();
    await list().focus();
    await page.keyboard.press('Control+a');
    await page.getByText(/jobs selected/).waitFor();
    const charged = film.sim.charges().length;
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await counts()).waiting).toBe(0);
    await page.getByText(/taken back, nothing charged/).waitFor();
    await page.getByRole('button', { name: 'Resume', exact: true }).click();
    await page.getByText('The queue runs again.').waitFor();
    expect(film.sim.charges()).toHaveLength(charged);
  },
);

test.runIf(onServer)(
  'a paid result whose answer was lost is found at the provider, and brought in free',
  async () => {
    await film.show('#/queue/find');
    await page.getByRole('heading', { name: 'Find my paid clips' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const charged = film.sim.charges().length;
    film.sim.setFaults([]);
    await page.getByRole('button', { name: 'Search · free' }).click();
    await page.getByText(/\d+ results are held/).waitFor();
    await photograph(page, 'queue-light-1280-find');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflowing(page, 'main')).toEqual([]);
    await page.getByRole('button', { name: /^Bring in 1 missing · free$/ }).click();
    // Where the studio has found it by itself in this moment, nothing is missing any more.
    await page
      .getByText(/1 result is being fetched|Nothing is missing any more/)
      .first()
      .waitFor();
    await expect
      .poll(async () =>
        (await film.client.jobs.list({ projectId })).filter(({ state }) => state === 'unknown'),
      )
      .toEqual([]);
    expect(film.sim.charges()).toHaveLength(charged);
  },
);

describe.runIf(onServer).each(['dark', 'light'] as const)('in the %s theme', (theme) => {
  test.each([
    ['providers', 'How the providers are'],
    ['states', 'What the states mean'],
  ])('the sheet of %s is clean to a screen reader', async (sheet, title) => {
    await page.emulateMedia({ colorScheme: theme });
    await film.show(`#/queue/${sheet}`);
    await page.getByRole('heading', { name: title }).waitFor();
    if (sheet === 'providers') {
      const card = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name: 'Fal', exact: true }) });
      await card.getByRole('button', { name: 'Check now · free' }).click();
      await card.getByText(/answered in/).waitFor();
    }
    expect(await overflowing(page, 'main')).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await photograph(page, `queue-${theme}-1280-${sheet}`);
  });
});

test.runIf(onServer)('in German every sheet stays in its place', async () => {
  await film.client.studio.setPreference({ name: 'language', value: 'de' });
  for (const sheet of ['jobs/done', 'find', 'providers', 'states']) {
    await film.show(`#/queue/${sheet}`);
    await page.getByRole('navigation', { name: 'Warteschlange' }).waitFor();
    await (sheet === 'jobs/done'
      ? page.getByRole('listbox', { name: 'Aufträge' }).getByRole('option').first()
      : page.getByRole('heading', { level: 2 }).first()
    ).waitFor();
    expect(await overflowing(page, 'main')).toEqual([]);
    await photograph(page, `queue-de-1280-${sheet.replace('/', '-')}`);
  }
});
