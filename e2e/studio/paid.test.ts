import { readdirSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { type FalSim, startFalSim } from '../../tools/fal-sim/start-fal-sim.ts';
import { openStudioPage, type StudioPage, testHost } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';
import { servingPid } from './serving-pid.ts';

const onServer = testHost() === 'server';
const settings = { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null } as const;
/** Looked for everywhere afterwards. */
const canary = 'canary-5d1f6c:0123456789abcdef0123456789abcdef';
const story = 'INT. LAMP ROOM - NIGHT\n\nMara trims the wick. A radio crackles.\n';

let sim: FalSim;
let studio: StudioPage;
let page: Page;
let projectId: ProjectId;
let calls: Awaited<ReturnType<typeof callStudio>>;

const show = (hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);
/** What the settings say of Fal, beside the other providers. */
const falCard = () =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Fal', exact: true }) });
const generate = () => page.getByRole('button', { name: /^Generate \d+/ }).first();
const activity = async () => (await calls.client.activities.list())[0];

beforeAll(async () => {
  if (!onServer) return;
  sim = await startFalSim({ keys: [canary], mostClipHeightPx: 144 });
  const renderer = process.env['REELWRIGHT_TEST_RENDERER'];
  studio = await openStudioPage({
    args: ['--reuse-address', ...(renderer === undefined ? [] : ['--renderer', renderer])],
    env: { REELWRIGHT_FAL_URL: sim.origin.origin },
  });
  page = studio.page;
  calls = await callStudio(studio.server);
  await calls.client.studio.setPreference({ name: 'board.drawStills', value: false });
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
    await show('#/settings');
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
    await calls.client.studio.setPreference({
      name: 'generation',
      value: { provider: 'fal', stillModel: null, clipModel: null, upTo: 'still' },
    });
    await show(`#/project/${projectId}/board`);
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
    expect(sim.submits()).toHaveLength(0);
    await expect(
      calls.client.jobs.start({
        projectId,
        choice: { provider: 'fal', stillModel: null, clipModel: null, slate: false, upTo: 'still' },
        maxCostUsdMicros: null,
      }),
    ).rejects.toMatchObject({ data: { code: 'money.no-cap' } });
  },
);

test.runIf(onServer)('a budget that is reached in the middle stops there, and the bar says so', async () => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('0.03');
  await dialog.getByRole('button', { name: 'Set budget and generate' }).click();
  await expect.poll(async () => (await activity())?.state, { timeout: 20_000 }).toBe('failed');
  expect(sim.submits()).toHaveLength(1);
  expect((await calls.client.studio.notices())[0]).toMatchObject({ code: 'money.cap-reached' });
  await page.getByRole('button', { name: /\$0\.03 \/ \$0\.03/ }).waitFor();
});

test.runIf(onServer)(
  'what may have been billed is never sent again unasked, and asking names the price',
  async () => {
    await calls.client.projects.setBudget({ projectId, budgetUsdMicros: 5_000_000 });
    // A key that may not read the list of requests: nobody can say what became of the lost one.
    sim.setFaults([
      { fault: 'lose-answer', times: 1 },
      { fault: 'list-forbidden', times: null },
    ]);
    const before = sim.submits().length;
    await generate().click();
    await expect.poll(async () => (await activity())?.state, { timeout: 20_000 }).toBe('failed');
    const sent = sim.submits().length;
    expect(sent - before).toBeGreaterThan(0);
    await page
      .getByRole('gridcell', { name: /May have been billed/i })
      .first()
      .click();
    const again = page.getByRole('button', { name: /^Generate again · about \$\d.* · may be billed twice$/ });
    await again.waitFor();
    expect(sim.submits()).toHaveLength(sent);
    await again.click();
    await expect.poll(() => sim.submits().length).toBe(sent + 1);
    await again.waitFor({ state: 'detached' });
  },
);

test.runIf(onServer)(
  'the key is nowhere: not on the page, in what was said, in the diagnostics, or in the data folder',
  async () => {
    const diagnostics = await calls.client.studio.diagnostics();
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    for (const text of [await page.content(), studio.server.said(), diagnostics.text, kept])
      expect(text).not.toContain('canary-5d1f6c');
    for (const entry of readdirSync(studio.home, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      expect(bytes.includes('canary-5d1f6c'), entry.name).toBe(false);
    }
    expect(sim.leakedKeys()).toBe(0);
    // Nor with any process of the studio, as another program of this person may read it.
    for (const pid of await processesOf(servingPid(studio.home))) {
      for (const part of ['environ', 'cmdline'])
        expect(readFileSync(`/proc/${pid}/${part}`).includes('canary-5d1f6c'), `${part} of ${pid}`).toBe(
          false,
        );
    }
    // Nor in a film that was made of what the key paid for.
    await calls.client.timeline.assemble({ projectId });
    const film = await calls.client.exports.queue({
      projectId,
      destination: { to: 'exports-folder', fileName: 'canary.mp4' },
      preset: 'draft',
      captions: 'sidecar',
    });
    const endedFilm = async () =>
      (await calls.client.activities.list()).find(({ id }) => id === film.id)?.state;
    await expect.poll(endedFilm, { timeout: 60_000 }).toBe('done');
    expect(readFileSync(film.path ?? '').includes('canary-5d1f6c')).toBe(false);
    await rm(film.path ?? '', { force: true });
    await rm((film.path ?? '').replace(/mp4$/, 'srt'), { force: true });
    // Nor in the memory of a window that was opened since: the page is told "set" and no more.
    await page.reload();
    await show('#/settings');
    await falCard().getByRole('button', { name: 'Remove' }).waitFor();
    expect(await heapOf(page)).not.toContain('canary-5d1f6c');
    await show('#/settings');
    await falCard().getByRole('button', { name: 'Remove' }).click();
    await falCard().getByText('No key', { exact: true }).waitFor();
    expect(studio.errors).toEqual([]);
  },
);
