import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { freeChoice } from './open-film.ts';
import { openPaidFilm, type PaidFilm, paidChoice } from './open-paid-film.ts';
import { testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
const story = [1, 2, 3, 4, 5, 6]
  .map((n) => `INT. ROOM ${n} - NIGHT\n\nMara trims the wick.\n\nA radio crackles.\n`)
  .join('\n');

let film: PaidFilm;
let projectId: ProjectId;

const takes = async (): Promise<number> =>
  (await film.client.assets.takes({ projectId, shotId: null })).length;

beforeAll(async () => {
  if (!onServer) return;
  // Requests that go on for long: whoever kills the studio finds some of them at the provider and the rest unsent.
  film = await openPaidFilm({ story, key: 'environment', sim: { runReads: 10_000 } });
  ({ projectId } = film);
});
afterAll(() => film?.close());

test.runIf(onServer)('drawings that a killed studio was making are made by the next one', async () => {
  const shots = (await film.client.shots.list({ projectId })).length;
  await film.client.jobs.start({
    projectId,
    choice: { ...freeChoice, upTo: 'clip' },
    maxCostUsdMicros: null,
  });
  await expect.poll(takes, { timeout: 60_000 }).toBeGreaterThan(0);
  await film.kill();
  expect(await takes()).toBeLessThan(2 * shots);
  await expect.poll(takes, { timeout: 120_000 }).toBe(2 * shots);
  await expect
    .poll(async () => (await film.client.activities.list()).map(({ kind, state }) => [kind, state]))
    .toEqual([['generate', 'done']]);
});

test.runIf(onServer)('a film that a killed studio was writing is written by the next one', async () => {
  const destination = { to: 'exports-folder', fileName: 'Rooms' } as const;
  const { path } = await film.client.exports.queue({
    projectId,
    destination,
    preset: 'draft',
    captions: 'none',
  });
  await film.kill();
  expect(existsSync(path ?? '')).toBe(false);
  await expect
    .poll(async () => (await film.client.activities.list()).find(({ kind }) => kind === 'export')?.state, {
      timeout: 120_000,
    })
    .toBe('done');
  expect(existsSync(path ?? '')).toBe(true);
});

test.runIf(onServer)(
  'what costs money waits after a kill, says its price, and goes on with one click',
  async () => {
    const { client } = film;
    await client.projects.setBudget({ projectId, budgetUsdMicros: 50_000_000 });
    await client.jobs.start({ projectId, choice: paidChoice('still'), maxCostUsdMicros: null });
    await expect.poll(() => film.sim.submits().length, { timeout: 30_000 }).toBeGreaterThan(0);
    await film.kill();
    const question = film.page.getByText(/\d+ more requests? \(about \$\d.*\) (is|are) not sent by/).first();
    await question.waitFor();
    const sent = film.sim.submits().length;
    const open = (await film.client.jobs.list({ projectId })).filter(
      ({ provider, state }) => provider === 'fal' && state === 'queued',
    );
    expect(open).toEqual([]);
    await film.page.getByRole('button', { name: 'Continue' }).first().click();
    await expect.poll(async () => film.activity()).toMatchObject({ kind: 'generate', state: 'running' });
    const digests = film.sim.submits().map(({ endpoint, input }) => JSON.stringify([endpoint, input]));
    expect(film.sim.submits().length).toBeGreaterThanOrEqual(sent);
    expect(new Set(digests).size).toBe(digests.length);
  },
);
