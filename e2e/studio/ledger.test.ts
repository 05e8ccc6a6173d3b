import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Charge } from '../../src/domain/jobs/charge.ts';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { compareLedger } from '../../src/testing/compare-ledger.ts';
import { accessibilityFaults } from './look-at.ts';
import { openPaidFilm, type PaidFilm, paidChoice } from './open-paid-film.ts';
import { testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
const story =
  'INT. LAMP ROOM - NIGHT\n\nMara trims the wick.\n\nEXT. PIER - DAY\n\nGulls wheel over the nets.\n';

let film: PaidFilm;
let page: Page;
let projectId: ProjectId;

const show = (sheet: string): Promise<void> => film.show(`#/settings/${sheet}`);
const generateStills = async (): Promise<void> => {
  await film.client.jobs.start({
    projectId,
    choice: paidChoice('still'),
    maxCostUsdMicros: 5_000_000,
  });
  await expect.poll(async () => (await film.activity())?.state, { timeout: 30_000 }).toMatch(/done|failed/);
};

beforeAll(async () => {
  if (!onServer) return;
  film = await openPaidFilm({ story });
  ({ page, projectId } = film);
});
afterAll(() => film?.close());

test.runIf(onServer)('before anything was paid the ledger says what it is for', async () => {
  await show('ledger');
  await page.getByText('Nothing was paid for yet').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test.runIf(onServer)(
  'a limit of the month set in the settings stops a paid run, and says which limit it was',
  async () => {
    await show('budgets');
    const field = page.getByLabel('Limit a month, all projects');
    await field.fill('a lot');
    await page.keyboard.press('Enter');
    await page.getByText('An amount such as 25 or 4.20.').waitFor();
    await field.fill('0.03');
    await page.keyboard.press('Enter');
    await page.getByText('The monthly limit is set.').first().waitFor();
    await generateStills();
    expect(film.sim.submits()).toHaveLength(1);
    expect((await film.client.studio.notices())[0]).toMatchObject({ code: 'money.month-cap-reached' });
    await page.getByText(/^\$0\.03 of \$0\.03$/).waitFor();
    await page.getByLabel('Limit a month, all projects').fill('');
    await page.keyboard.press('Enter');
    await page.getByText(/, no limit$/).waitFor();
  },
);

test.runIf(onServer)(
  'the ledger is the list of the provider, line by line, on the screen and in the file',
  async () => {
    await generateStills();
    await show('ledger');
    const lines = page.getByRole('list', { name: 'Lines' }).getByRole('listitem');
    await expect.poll(() => lines.count()).toBe(film.sim.charges().length);
    await page.getByRole('radio', { name: 'Provider' }).click();
    await page.getByRole('navigation', { name: 'Groups' }).getByRole('button', { name: /^Fal/ }).click();
    await expect.poll(() => lines.count()).toBe(film.sim.charges().length);
    await expect.poll(() => lines.first().textContent()).toContain('Charged');
    expect(await accessibilityFaults(page)).toEqual([]);

    const ledger: readonly Charge[] = (await film.client.money.lines({ filter: { projectId } })).lines;
    const jobs = await film.client.jobs.list({ projectId });
    expect(compareLedger(ledger, jobs, film.sim.charges())).toEqual([]);

    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toBe('reelwright-ledger.csv');
    const rows = readFileSync((await file.path()) ?? '', 'utf8')
      .trim()
      .split('\r\n');
    expect(rows).toHaveLength(ledger.length + 1);

    await page.getByRole('combobox', { name: 'State' }).selectOption('released');
    await page.getByText('No line is like that').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => lines.count()).toBe(film.sim.charges().length);
    expect(film.studio.errors).toEqual([]);
  },
);
