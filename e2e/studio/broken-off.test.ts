import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { type FalSim, startFalSim } from '../../tools/fal-sim/start-fal-sim.ts';
import { openStudioPage, type StudioPage, testHost } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';
import { servingPid } from './serving-pid.ts';

const onServer = testHost() === 'server';
const settings = { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null } as const;
const story = [1, 2, 3, 4, 5, 6]
  .map((n) => `INT. ROOM ${n} - NIGHT\n\nMara trims the wick.\n\nA radio crackles.\n`)
  .join('\n');
const free = { provider: 'animatic', stillModel: null, clipModel: null, slate: false } as const;

let sim: FalSim;
let studio: StudioPage;
let calls: Awaited<ReturnType<typeof callStudio>>;
let projectId: ProjectId;
let kills = 0;

/** Ends the studio as a crash would, and waits until its keeper has it back; calls go to the new one. */
async function kill(): Promise<void> {
  process.kill(servingPid(studio.home), 'SIGKILL');
  kills += 1;
  const back = new RegExp(`(back at the same address[\\s\\S]*){${kills}}`);
  await studio.server.seen(back);
  calls.close();
  calls = await callStudio(studio.server);
}

const takes = async (): Promise<number> =>
  (await calls.client.assets.takes({ projectId, shotId: null })).length;

beforeAll(async () => {
  if (!onServer) return;
  // Requests that go on for long: whoever kills the studio finds some of them at the provider and the rest unsent.
  sim = await startFalSim({ runReads: 10_000, mostClipHeightPx: 144 });
  studio = await openStudioPage({
    env: { REELWRIGHT_FAL_URL: sim.origin.origin, FAL_KEY: 'test:0123456789abcdef' },
  });
  calls = await callStudio(studio.server);
  await calls.client.studio.setPreference({ name: 'board.drawStills', value: false });
  const name = 'rooms.fountain';
  const made = await calls.client.projects.create({
    name,
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

test.runIf(onServer)('drawings that a killed studio was making are made by the next one', async () => {
  const shots = (await calls.client.shots.list({ projectId })).length;
  await calls.client.jobs.start({ projectId, choice: { ...free, upTo: 'clip' }, maxCostUsdMicros: null });
  await expect.poll(takes, { timeout: 60_000 }).toBeGreaterThan(0);
  await kill();
  expect(await takes()).toBeLessThan(2 * shots);
  await expect.poll(takes, { timeout: 120_000 }).toBe(2 * shots);
  await expect
    .poll(async () => (await calls.client.activities.list()).map(({ kind, state }) => [kind, state]))
    .toEqual([['generate', 'done']]);
});

test.runIf(onServer)('a film that a killed studio was writing is written by the next one', async () => {
  const destination = { to: 'exports-folder', fileName: 'Rooms' } as const;
  const { path } = await calls.client.exports.queue({
    projectId,
    destination,
    preset: 'draft',
    captions: 'none',
  });
  await kill();
  expect(existsSync(path ?? '')).toBe(false);
  await expect
    .poll(async () => (await calls.client.activities.list()).find(({ kind }) => kind === 'export')?.state, {
      timeout: 120_000,
    })
    .toBe('done');
  expect(existsSync(path ?? '')).toBe(true);
});

test.runIf(onServer)(
  'what costs money waits after a kill, says its price, and goes on with one click',
  async () => {
    const { client } = calls;
    await client.projects.setBudget({ projectId, budgetUsdMicros: 50_000_000 });
    const choice = { ...free, provider: 'fal', upTo: 'still' } as const;
    await client.jobs.start({ projectId, choice, maxCostUsdMicros: null });
    await expect.poll(() => sim.submits().length, { timeout: 30_000 }).toBeGreaterThan(0);
    await kill();
    const question = studio.page
      .getByText(/\d+ more requests? \(about \$\d.*\) (is|are) not sent by/)
      .first();
    await question.waitFor();
    const sent = sim.submits().length;
    const open = (await calls.client.jobs.list({ projectId })).filter(
      ({ provider, state }) => provider === 'fal' && state === 'queued',
    );
    expect(open).toEqual([]);
    await studio.page.getByRole('button', { name: 'Continue' }).first().click();
    await expect
      .poll(async () => (await calls.client.activities.list())[0])
      .toMatchObject({ kind: 'generate', state: 'running' });
    const digests = sim.submits().map(({ endpoint, input }) => JSON.stringify([endpoint, input]));
    expect(sim.submits().length).toBeGreaterThanOrEqual(sent);
    expect(new Set(digests).size).toBe(digests.length);
  },
);
