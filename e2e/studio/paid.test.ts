import { readdirSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { openPaidFilm, type PaidFilm, paidChoice } from './open-paid-film.ts';
import { testHost } from './open-studio-page.ts';
import { servingPid } from './serving-pid.ts';

const onServer = testHost() === 'server';
/** Looked for everywhere afterwards. */
const canary = 'canary-5d1f6c:0123456789abcdef0123456789abcdef';
const story = 'INT. LAMP ROOM - NIGHT\n\nMara trims the wick. A radio crackles.\n';

let film: PaidFilm;
let page: Page;
let projectId: ProjectId;

/** What the settings say of Fal, beside the other providers. */
const falCard = () =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Fal', exact: true }) });
const generate = () => page.getByRole('button', { name: /^Generate \d+/ }).first();

beforeAll(async () => {
  if (!onServer) return;
  film = await openPaidFilm({ story, key: 'none', sim: { keys: [canary] } });
  ({ page, projectId } = film);
});
afterAll(() => film?.close());

/** What a page's scripts hold, as words. */
async function heapOf(shown: Page): Promise<string> {
  const session = await shown.context().newCDPSession(shown);
  const pieces: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const heap = pieces.join('');
  // It is the real one: what stands on the page is in it.
  expect(heap).toContain('Replace key');
  return heap;
}

/** A process and all that it has started, as far as they live. */
async function processesOf(pid: number): Promise<number[]> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ').filter(Boolean);
  return [pid, ...(await Promise.all(children.map((child) => processesOf(Number(child))))).flat()];
}

test.runIf(onServer)(
  'a key that is refused is said with its reason, and one that works is never shown',
  async () => {
    await film.show('#/settings');
    const field = falCard().getByLabel(/^(Key|Another key)$/);
    await field.fill('wrong');
    await falCard().getByRole('button', { name: 'Set key' }).click();
    await page
      .getByText(/Fal refused the key .* Nothing was charged\./)
      .first()
      .waitFor();
    await field.fill(canary);
    await falCard().getByRole('button', { name: 'Replace key' }).click();
    await page
      .getByText(/Fal refused the key/)
      .first()
      .waitFor({ state: 'detached' });
    await expect.poll(() => field.inputValue()).toBe('');
  },
);

test.runIf(onServer)(
  'a price is on the button, and the first paid click asks for a budget before anything is sent',
  async () => {
    await film.client.studio.setPreference({
      name: 'generation',
      value: { provider: 'fal', stillModel: null, clipModel: null, upTo: 'still' },
    });
    await film.show('board');
    await page
      .getByRole('button', { name: /^Generate \d+ .* about \$\d/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/This would cost about \$\d/).waitFor();
    for (const wrong of ['-5', 'abc', '', '0', '<b>1</b>', 'NaN']) {
      await dialog.getByRole('textbox').fill(wrong);
      await page.keyboard.press('Enter');
      expect(await dialog.count()).toBe(1);
    }
    expect(film.sim.submits()).toHaveLength(0);
    await expect(
      film.client.jobs.start({
        projectId,
        choice: paidChoice('still'),
        maxCostUsdMicros: null,
      }),
    ).rejects.toMatchObject({ data: { code: 'money.no-cap' } });
  },
);

test.runIf(onServer)('a budget that is reached in the middle stops there, and the bar says so', async () => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('0.03');
  await dialog.getByRole('button', { name: 'Set budget and generate' }).click();
  await expect.poll(async () => (await film.activity())?.state, { timeout: 20_000 }).toBe('failed');
  expect(film.sim.submits()).toHaveLength(1);
  expect((await film.client.studio.notices())[0]).toMatchObject({ code: 'money.cap-reached' });
  await page.getByRole('button', { name: /\$0\.03 \/ \$0\.03/ }).waitFor();
});

test.runIf(onServer)(
  'what may have been billed is never sent again unasked, and asking names the price',
  async () => {
    await film.client.projects.setBudget({ projectId, budgetUsdMicros: 5_000_000 });
    // A key that may not read the list of requests: nobody can say what became of the lost one.
    film.sim.setFaults([
      { fault: 'lose-answer', times: 1 },
      { fault: 'list-forbidden', times: null },
    ]);
    const before = film.sim.submits().length;
    await generate().click();
    await expect.poll(async () => (await film.activity())?.state, { timeout: 20_000 }).toBe('failed');
    const sent = film.sim.submits().length;
    expect(sent - before).toBeGreaterThan(0);
    await page
      .getByRole('gridcell', { name: /May have been billed/i })
      .first()
      .click();
    const again = page.getByRole('button', { name: /^Generate again · about \$\d.* · may be billed twice$/ });
    await again.waitFor();
    expect(film.sim.submits()).toHaveLength(sent);
    await again.click();
    await expect.poll(() => film.sim.submits().length).toBe(sent + 1);
    await again.waitFor({ state: 'detached' });
  },
);

test.runIf(onServer)(
  'the key is nowhere: not on the page, in what was said, in the diagnostics, or in the data folder',
  async () => {
    // What is still being fetched comes and goes in the data folder.
    await expect.poll(async () => (await film.activity())?.state).toMatch(/done|failed/);
    const diagnostics = await film.client.studio.diagnostics();
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    for (const text of [await page.content(), film.studio.server.said(), diagnostics.text, kept])
      expect(text).not.toContain('canary-5d1f6c');
    for (const entry of readdirSync(film.studio.home, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      expect(bytes.includes('canary-5d1f6c'), entry.name).toBe(false);
    }
    expect(film.sim.leakedKeys()).toBe(0);
    // Nor with any process of the studio, as another program of this person may read it.
    for (const pid of await processesOf(servingPid(film.studio.home))) {
      for (const part of ['environ', 'cmdline'])
        expect(readFileSync(`/proc/${pid}/${part}`).includes('canary-5d1f6c'), `${part} of ${pid}`).toBe(
          false,
        );
    }
    // Nor in a film that was made of what the key paid for.
    await film.client.timeline.assemble({ projectId });
    const written = await film.client.exports.queue({
      projectId,
      destination: { to: 'exports-folder', fileName: 'canary.mp4' },
      preset: 'draft',
      captions: 'sidecar',
    });
    const endedFilm = async () =>
      (await film.client.activities.list()).find(({ id }) => id === written.id)?.state;
    await expect.poll(endedFilm, { timeout: 60_000 }).toBe('done');
    expect(readFileSync(written.path ?? '').includes('canary-5d1f6c')).toBe(false);
    await rm(written.path ?? '', { force: true });
    await rm((written.path ?? '').replace(/mp4$/, 'srt'), { force: true });
    // Nor in the memory of a window that was opened since: the page is told "set" and no more.
    await page.reload();
    await film.show('#/settings');
    await falCard().getByRole('button', { name: 'Remove' }).waitFor();
    expect(await heapOf(page)).not.toContain('canary-5d1f6c');
    await film.show('#/settings');
    await falCard().getByRole('button', { name: 'Remove' }).click();
    await falCard().getByText('No key', { exact: true }).waitFor();
    expect(film.studio.errors).toEqual([]);
  },
);
