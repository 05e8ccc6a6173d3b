import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Charge } from '../../src/domain/jobs/charge.ts';
import type { Job } from '../../src/domain/jobs/job.ts';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { compareLedger } from '../../src/testing/compare-ledger.ts';
import type { FalSimOptions } from '../../tools/fal-sim/start-fal-sim.ts';
import { dropFiles } from './drop-files.ts';
import { openPaidFilm, type PaidFilm, slowly } from './open-paid-film.ts';
import { testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
const shotsInAll = 60;
/** Thirty scenes, each a deed and an answer. */
const story = Array.from(
  { length: 30 },
  (_, n) =>
    `INT. CABIN ${n + 1} - NIGHT\n\nMara lights lamp ${n + 1} on the shelf.\n\nTOMAS\nLamp ${n + 1} is burning.\n`,
).join('\n');

let film: PaidFilm;
let page: Page;
let projectId: ProjectId;

/** What stands in the ledger, page by page. */
async function ledger(): Promise<Charge[]> {
  const lines: Charge[] = [];
  for (;;) {
    const next = await film.client.money.lines({
      filter: { projectId },
      offset: lines.length,
      limit: 100,
    });
    lines.push(...next.lines);
    if (lines.length >= next.total || next.lines.length === 0) return lines;
  }
}

const jobs = (): Promise<Job[]> => film.client.jobs.list({ projectId });
const charged = async (): Promise<number> =>
  (await ledger()).filter(({ state }) => state === 'charged').length;

beforeAll(async () => {
  if (!onServer) return;
  const sim: FalSimOptions = {
    ...slowly,
    latencyMs: 300,
    faults: [
      { fault: 'lose-answer', times: 4 },
      { fault: 'bad-gateway-after', times: 2 },
      { fault: 'rate-limit', times: 6 },
      { fault: 'failed-422', times: 1 },
      { fault: 'status-500', times: 5 },
      { fault: 'status-reset', times: 5 },
      { fault: 'result-503', times: 3 },
      { fault: 'media-reset', times: 5 },
      { fault: 'media-500', times: 3 },
    ],
  };
  film = await openPaidFilm({ story: null, key: 'environment', upTo: 'clip', sim });
  ({ page } = film);
  await film.client.providers.setAtOnce({ provider: 'fal', requests: 10 });
}, 60_000);
afterAll(() => film?.close());

test.runIf(onServer)('a story of sixty shots is dropped onto the library', async () => {
  await page.getByRole('button', { name: 'Open the sample story' }).waitFor();
  await dropFiles(page, 'footer', [{ name: 'cabins.fountain', bytes: story }]);
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.getByRole('button', { name: 'Make project' }).click();
  await expect.poll(async () => (await film.client.projects.list()).length).toBe(1);
  const [made] = await film.client.projects.list();
  if (made === undefined) throw new Error('no project was made');
  projectId = made.project.id;
  await expect.poll(async () => (await film.client.shots.list({ projectId })).length).toBe(shotsInAll);
});

test.runIf(onServer)('its price is said and a budget asked for before the first request', async () => {
  await page.getByRole('link', { name: 'Board' }).click();
  await page
    .getByRole('button', { name: /^Generate 60 .*\$\d/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/This would cost about \$\d/).waitFor();
  expect(film.sim.submits()).toHaveLength(0);
  await dialog.getByRole('textbox').fill('200');
  await dialog.getByRole('button', { name: 'Set budget and generate' }).click();
});

/** Kills the studio once so much is charged, and goes on with a click, to the end of the run. */
async function killAndGoOn(enough: number): Promise<void> {
  await expect.poll(charged, { timeout: 180_000 }).toBeGreaterThan(enough);
  await film.kill();
  await page
    .getByText(/more requests? \(about \$\d.*\) (is|are) not sent by/)
    .first()
    .waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Continue' }).first().click();
  await runEnds();
}

async function runEnds(): Promise<void> {
  const last = async () => (await film.activity())?.state;
  await expect.poll(last, { timeout: 240_000 }).toMatch(/done|failed/);
}

const missing = async (field: 'chosenStillId' | 'chosenClipId'): Promise<number> =>
  (await film.client.shots.list({ projectId })).filter((shot) => shot[field] === null).length;

/** Finds on the board what Fal took money for and did not make, and asks for each again: a click of its own. */
async function askAgainForFailed(field: 'chosenStillId' | 'chosenClipId'): Promise<void> {
  for (let failed = await missing(field); failed > 0; failed = await missing(field)) {
    await page.getByRole('radio', { name: `Failed ${failed}` }).click();
    await page.getByRole('gridcell').first().click();
    await page
      .getByRole('button', { name: /^Try again · about \$\d/ })
      .first()
      .click();
    await expect.poll(() => missing(field), { timeout: 30_000 }).toBe(failed - 1);
    await page.getByRole('radio', { name: /^All/ }).click();
  }
}

test.runIf(onServer)(
  'killed among its stills, it goes on with one click; what failed is asked for again',
  async () => {
    await killAndGoOn(12);
    await askAgainForFailed('chosenStillId');
  },
  600_000,
);

test.runIf(onServer)('no clip is paid for before its still was approved', async () => {
  expect(await missing('chosenClipId')).toBe(shotsInAll);
  await page
    .getByRole('button', { name: /^Review 60 stills/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Review stills' });
  await dialog.getByRole('button', { name: 'Approve all 60' }).click();
  await dialog.getByRole('button', { name: 'All are approved' }).waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
});

test.runIf(onServer)(
  'killed among its clips, it goes on with one click until every shot has its clip',
  async () => {
    await page
      .getByRole('button', { name: /^Generate 60 clips .*\$\d/ })
      .first()
      .click();
    await killAndGoOn(75);
    await askAgainForFailed('chosenClipId');
  },
  600_000,
);

test.runIf(onServer)(
  'nothing was paid twice, nothing paid is missing, and the ledger is the list',
  async () => {
    const reserved = async () => (await ledger()).filter(({ state }) => state === 'reserved');
    await expect.poll(reserved, { timeout: 30_000 }).toEqual([]);
    const lines = await ledger();
    expect(compareLedger(lines, await jobs(), film.sim.charges())).toEqual([]);
    expect(lines.filter(({ state }) => state === 'uncertain')).toEqual([]);
    expect(lines.filter(({ state }) => state === 'charged')).toHaveLength(film.sim.charges().length);
    // One was charged for without a result, as Fal does with inputs that it cannot read.
    expect(film.sim.charges()).toHaveLength(2 * shotsInAll + 1);
    expect(await film.client.assets.takes({ projectId, shotId: null })).toHaveLength(2 * shotsInAll);
    // Pictures that were asked for while the studio was down are there again.
    const broken = () =>
      page.evaluate(
        () => [...document.images].filter((image) => image.complete && image.naturalWidth === 0).length,
      );
    await expect.poll(broken).toBe(0);
    // A studio that is killed breaks off the answers that it was giving, and gives none until it is back.
    const isLostLine = (error: string): boolean => /ERR_CONNECTION_(REFUSED|RESET)/.test(error);
    expect(film.studio.errors.filter((error) => !isLostLine(error))).toEqual([]);
  },
);
