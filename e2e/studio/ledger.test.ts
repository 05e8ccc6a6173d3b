import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Charge } from '../../src/domain/jobs/charge.ts';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { compareLedger } from '../../src/testing/compare-ledger.ts';
import { type FalSim, startFalSim } from '../../tools/fal-sim/start-fal-sim.ts';
import { accessibilityFaults } from './look-at.ts';
import { openStudioPage, type StudioPage, testHost } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';

const onServer = testHost() === 'server';
const settings = { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null } as const;
const key = 'test-id:1f6c';
const story =
  'INT. LAMP ROOM - NIGHT\n\nMara trims the wick.\n\nEXT. PIER - DAY\n\nGulls wheel over the nets.\n';

let sim: FalSim;
let studio: StudioPage;
let page: Page;
let projectId: ProjectId;
let calls: Awaited<ReturnType<typeof callStudio>>;

const show = async (sheet: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = `#/settings/${to}`;
  }, sheet);
};
const generateStills = async (): Promise<void> => {
  await calls.client.jobs.start({
    projectId,
    choice: { provider: 'fal', stillModel: null, clipModel: null, slate: false, upTo: 'still' },
    maxCostUsdMicros: 5_000_000,
  });
  await expect
    .poll(async () => (await calls.client.activities.list())[0]?.state, { timeout: 30_000 })
    .toMatch(/done|failed/);
};

beforeAll(async () => {
  if (!onServer) return;
  sim = await startFalSim({ keys: [key], mostClipHeightPx: 144 });
  studio = await openStudioPage({ env: { REELWRIGHT_FAL_URL: sim.origin.origin } });
  page = studio.page;
  calls = await callStudio(studio.server);
  await calls.client.keys.set({ provider: 'fal', key, consentToFile: true });
  const made = await calls.client.projects.create({
    name: 'lamp.fountain',
    source: { from: 'words', words: story },
    settings,
  });
  projectId = made.project.id;
});
afterAll(async () => {
  calls?.close();
  await studio?.close();
  await sim?.close();
});

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
    expect(sim.submits()).toHaveLength(1);
    expect((await calls.client.studio.notices())[0]).toMatchObject({ code: 'money.month-cap-reached' });
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
    await expect.poll(() => lines.count()).toBe(sim.charges().length);
    await page.getByRole('radio', { name: 'Provider' }).click();
    await page.getByRole('navigation', { name: 'Groups' }).getByRole('button', { name: /^Fal/ }).click();
    await expect.poll(() => lines.count()).toBe(sim.charges().length);
    expect(await lines.first().textContent()).toContain('Charged');
    expect(await accessibilityFaults(page)).toEqual([]);

    const ledger: readonly Charge[] = (await calls.client.money.lines({ filter: { projectId } })).lines;
    const jobs = await calls.client.jobs.list({ projectId });
    expect(compareLedger(ledger, jobs, sim.charges())).toEqual([]);

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
    await expect.poll(() => lines.count()).toBe(sim.charges().length);
    expect(studio.errors).toEqual([]);
  },
);
