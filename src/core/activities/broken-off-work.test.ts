import { expect, test } from 'vitest';
import type { Activity } from '../../contract/activities.ts';
import type { GenerationChoice } from '../../contract/jobs.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';

const choice: GenerationChoice = {
  provider: 'fake',
  clipProvider: null,
  stillModel: null,
  clipModel: null,
  slate: false,
  shotIds: null,
  again: false,
  stillsFirst: false,
  payAgain: false,
  upTo: 'still',
};

async function ended(studio: TestStudio, { id }: Activity): Promise<Activity> {
  for (;;) {
    const found = (await studio.client.activities.list()).find((activity) => activity.id === id);
    if (found === undefined) throw new Error('the activity is gone');
    if (found.finishedAtMs !== null) return found;
    await studio.clock.advanceToNext();
  }
}

const takes = async ({ client }: TestStudio, projectId: Activity['projectId']) =>
  (await client.assets.takes({ projectId, shotId: null })).length;

test('free work that the end of the studio broke off goes on by itself, and only where there are windows', async () => {
  const first = createTestStudio({ pictures: true });
  const projectId = await first.openStory();
  const shots = (await first.client.shots.list({ projectId })).length;
  await first.client.jobs.start({ projectId, choice, maxCostUsdMicros: null });
  while ((await takes(first, projectId)) < 2) await first.clock.advanceToNext();
  await first.studio.close();

  const command = createTestStudio({ pictures: true, home: first.home, seed: 2 });
  expect(await command.client.activities.list()).toEqual([]);
  await command.studio.close();

  await using next = createTestStudio({ pictures: true, home: first.home, seed: 3, host: 'server' });
  await expect.poll(() => next.client.activities.list()).toMatchObject([{ kind: 'generate', projectId }]);
  const [run] = await next.client.activities.list();
  if (run === undefined) throw new Error('it is on the list');
  expect(await ended(next, run)).toMatchObject({ state: 'done' });
  expect(await takes(next, projectId)).toBe(shots);
  await next.studio.close();

  await using last = createTestStudio({ pictures: true, home: first.home, seed: 4, host: 'server' });
  await last.clock.advance(1_000);
  expect(await last.client.activities.list()).toEqual([]);
});

test('paid work that was broken off sends nothing until a person says so, once, and says what it would cost', async () => {
  const first = createTestStudio({
    pictures: true,
    behave: () => ({ polls: Array.from({ length: 100 }, () => 'running' as const) }),
  });
  const projectId = await first.openStory();
  const shots = (await first.client.shots.list({ projectId })).length;
  await first.client.projects.setBudget({ projectId, budgetUsdMicros: 5_000_000 });
  const paid = { ...choice, provider: 'paid' };
  await first.client.jobs.start({ projectId, choice: paid, maxCostUsdMicros: null });
  while (first.far.accepted.length < 1) await first.clock.advanceToNext();
  await first.studio.close();
  const begun = first.far.accepted.length;
  expect(begun).toBeLessThan(shots);

  const { home, far } = first;
  await using next = createTestStudio({ pictures: true, home, far, seed: 3, host: 'server' });
  const { client } = next;
  await expect
    .poll(() => client.studio.notices())
    .toMatchObject([{ code: 'generate.broken-off', level: 'warning', projectId }]);
  const [notice] = await client.studio.notices();
  const missing = shots - begun;
  expect(notice?.message).toContain(
    `${missing} more requests (about $0.${String(missing).padStart(2, '0')})`,
  );
  await next.clock.advance(60_000);
  expect(far.accepted).toHaveLength(begun);

  const activityId = notice?.activityId ?? '';
  expect(await ended(next, await client.activities.goOn({ activityId }))).toMatchObject({
    state: 'done',
  });
  expect(far.accepted).toHaveLength(shots);
  expect(new Set(far.accepted.map(({ digest }) => digest)).size).toBe(shots);
  expect((await client.studio.notices()).at(-1)).toMatchObject({ activityId: null, read: true });
  await expect(client.activities.goOn({ activityId })).rejects.toMatchObject({
    data: { code: 'activity.not-found' },
  });
});

test('work that keeps ending the studio is not begun a third time by itself', async () => {
  const first = createTestStudio({ pictures: true });
  const projectId = await first.openStory();
  const { id } = await first.client.jobs.start({ projectId, choice, maxCostUsdMicros: null });
  const order = first.studio.parts.orders.list()[0];
  if (order === undefined) throw new Error('it is kept');
  await first.studio.close();
  first.studio.parts.orders.keep({ ...order, restarts: 2 });
  await using next = createTestStudio({ pictures: true, home: first.home, seed: 3, host: 'server' });
  await expect.poll(() => next.client.studio.notices()).toMatchObject([{ activityId: id }]);
  expect(await next.client.activities.list()).toEqual([]);
});

test('what nobody asked for is not announced when it ends well, and not taken up again', async () => {
  await using studio = createTestStudio({ pictures: true });
  const projectId = await studio.openStory();
  const order = { projectId, choice, maxCostUsdMicros: null, unasked: true };
  const run = await studio.client.jobs.start(order);
  expect(studio.studio.parts.orders.list()).toEqual([]);
  // Somebody who asks for the same is told when it ends.
  const asked = await studio.client.jobs.start({ ...order, unasked: false });
  expect(asked.id).not.toBe(run.id);
  await studio.client.activities.cancel({ activityId: asked.id });
  expect(await ended(studio, run)).toMatchObject({ state: 'done' });
  expect(await studio.client.studio.notices()).toEqual([]);
});
