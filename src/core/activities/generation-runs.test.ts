import { expect, test } from 'vitest';
import type { Activity } from '../../contract/activities.ts';
import type { GenerationChoice } from '../../contract/jobs.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';

const all: GenerationChoice = {
  provider: 'fake',
  clipProvider: null,
  stillModel: null,
  clipModel: null,
  slate: false,
  shotIds: null,
  again: false,
  stillsFirst: false,
  payAgain: false,
  upTo: 'clip',
};

const start = (
  { client }: TestStudio,
  projectId: ProjectId,
  choice: Partial<GenerationChoice> = {},
  maxCostUsdMicros: number | null = null,
) => client.jobs.start({ projectId, choice: { ...all, ...choice }, maxCostUsdMicros });

async function ended(studio: TestStudio, { id }: Activity): Promise<Activity> {
  for (;;) {
    const found = (await studio.client.activities.list()).find((activity) => activity.id === id);
    if (found === undefined) throw new Error('the activity is gone');
    if (found.finishedAtMs !== null) return found;
    await studio.clock.advanceToNext();
  }
}

const shotIds = async ({ client }: TestStudio, projectId: ProjectId, count: number) =>
  (await client.shots.list({ projectId })).slice(0, count).map(({ id }) => id);

test('a run makes the takes of the chosen shots, and the timeline follows without being an edit', async () => {
  await using studio = createTestStudio({ pictures: true });
  const { client } = studio;
  const projectId = await studio.openStory();
  const before = await client.projects.undoLabels({ projectId });
  const run = await start(studio, projectId, { shotIds: await shotIds(studio, projectId, 3) });
  expect(run).toMatchObject({ kind: 'generate', state: 'running', finishedAtMs: null });
  expect(await ended(studio, run)).toMatchObject({
    state: 'done',
    done: 6,
    total: 6,
    message: '6 takes were made.',
  });
  const { items } = await client.timeline.get({ projectId });
  expect(items.filter((item) => item.kind === 'clip' && item.assetId !== null)).toHaveLength(3);
  expect(await client.projects.undoLabels({ projectId })).toEqual(before);
  expect(await client.studio.notices()).toMatchObject([{ code: 'generate.done', projectId, read: false }]);
});

test('what a person did to the timeline stays as it is while takes come in', async () => {
  await using studio = createTestStudio({ pictures: true });
  const { client } = studio;
  const projectId = await studio.openStory();
  const [shot] = await client.shots.list({ projectId });
  const clip = (await client.timeline.get({ projectId })).items.find(
    (item) => item.kind === 'clip' && item.shotId === shot?.id,
  );
  if (clip === undefined || shot === undefined) throw new Error('the first shot has a clip');
  await client.timeline.rippleDelete({ projectId, itemId: clip.id });
  await ended(studio, await start(studio, projectId, { shotIds: [shot.id] }));
  const { items } = await client.timeline.get({ projectId });
  expect(items.some(({ id }) => id === clip.id)).toBe(false);
});

test('a timeline that was never assembled is laid out by the first run', async () => {
  await using studio = createTestStudio({ pictures: true });
  const { client } = studio;
  const projectId = await studio.openStory();
  await client.projects.undo({ projectId });
  expect((await client.timeline.get({ projectId })).items).toEqual([]);
  await ended(studio, await start(studio, projectId, { shotIds: await shotIds(studio, projectId, 1) }));
  expect((await client.timeline.get({ projectId })).items.length).toBeGreaterThan(3);
});

test('a shot that fails never stops the others, and the run says how many and why', async () => {
  await using studio = createTestStudio({
    pictures: true,
    behave: ({ brief }) => (brief.shotNumber === '1B' ? { polls: ['failed'] } : {}),
  });
  const projectId = await studio.openStory();
  const run = await ended(
    studio,
    await start(studio, projectId, { shotIds: await shotIds(studio, projectId, 4) }),
  );
  expect(run).toMatchObject({ state: 'failed', done: 7, total: 7 });
  expect(run.message).toBe('6 of 7 takes were made. 1 request failed. The request failed.');
});

test('a second wish for what is made anyway joins the run; others wait for their turn', async () => {
  await using studio = createTestStudio({ pictures: true });
  const projectId = await studio.openStory();
  const ids = await shotIds(studio, projectId, 4);
  const first = await start(studio, projectId, { shotIds: ids.slice(0, 2) });
  expect((await start(studio, projectId, { shotIds: ids.slice(0, 1) })).id).toBe(first.id);
  const second = await start(studio, projectId, { shotIds: ids.slice(2) });
  expect(second).toMatchObject({ state: 'waiting', message: expect.stringContaining('Waits') });
  const third = await start(studio, projectId, { shotIds: ids, upTo: 'still' });
  expect((await studio.client.activities.cancel({ activityId: third.id })).state).toBe('cancelled');
  expect(await ended(studio, second)).toMatchObject({ state: 'done', done: 4 });
  expect(await ended(studio, first)).toMatchObject({ state: 'done', done: 4 });
  expect(studio.far.accepted).toHaveLength(8);
});

test('what is edited while a run makes it is made by the next one', async () => {
  await using studio = createTestStudio({ pictures: true });
  const { client } = studio;
  const projectId = await studio.openStory();
  const ids = await shotIds(studio, projectId, 2);
  const [shotId] = ids;
  if (shotId === undefined) throw new Error('the story has a shot');
  const first = await start(studio, projectId, { shotIds: ids });
  await client.shots.edit({ projectId, shotId, fields: { description: 'A kite burns.' } });
  const second = await start(studio, projectId, { shotIds: ids });
  expect(second.id).not.toBe(first.id);
  // The one that waits finds out what is missing when it begins.
  expect((await start(studio, projectId, { shotIds: ids })).id).toBe(second.id);
  expect(await ended(studio, first)).toMatchObject({ state: 'done', done: 4 });
  expect(await ended(studio, second)).toMatchObject({ state: 'done' });
  expect(await client.jobs.estimate({ projectId, choice: { ...all, shotIds: ids } })).toMatchObject({
    stills: 0,
  });
});

test('cancelling answers at once, keeps what is made and sends nothing more', async () => {
  await using studio = createTestStudio({ pictures: true });
  const { client, clock } = studio;
  const projectId = await studio.openStory();
  const run = await start(studio, projectId);
  while ((await client.assets.takes({ projectId, shotId: null })).length < 3) await clock.advanceToNext();
  const cancelled = await client.activities.cancel({ activityId: run.id });
  expect(cancelled).toMatchObject({ state: 'cancelled', message: expect.stringContaining('kept') });
  await studio.studio.parts.orchestrator.waitForIdle(projectId);
  const sent = studio.far.accepted.length;
  await clock.advance(60_000);
  expect(studio.far.accepted).toHaveLength(sent);
  expect((await client.assets.takes({ projectId, shotId: null })).length).toBeGreaterThanOrEqual(3);
});

test('another take has another seed, and the one before stays', async () => {
  await using studio = createTestStudio({ pictures: true });
  const { client } = studio;
  const projectId = await studio.openStory();
  const [shotId] = await shotIds(studio, projectId, 1);
  if (shotId === undefined) throw new Error('the story has a shot');
  const make = async (choice: Partial<GenerationChoice>) =>
    ended(studio, await start(studio, projectId, { shotIds: [shotId], ...choice }));
  await make({ upTo: 'still' });
  await make({ upTo: 'still', again: true });
  await make({ upTo: 'still', again: true });
  const takes = await client.assets.takes({ projectId, shotId });
  expect(takes.map(({ kind }) => kind)).toEqual(['still', 'still', 'still']);
  expect(new Set(takes.map(({ seed }) => seed)).size).toBe(3);
  expect((await client.shots.list({ projectId }))[0]?.chosenStillId).toBe(takes[2]?.id);
  // The newest is as current as the first was: nothing is missing but the clip.
  const choice = { ...all, shotIds: [shotId] };
  expect(await client.jobs.estimate({ projectId, choice })).toMatchObject({ stills: 0, clips: 1 });
});

test('paid work needs a limit, keeps to the least of them, and the limit of a run ends with it', async () => {
  await using studio = createTestStudio({ pictures: true });
  const projectId = await studio.openStory();
  const wish = { provider: 'paid', shotIds: await shotIds(studio, projectId, 2), upTo: 'still' } as const;
  await expect(start(studio, projectId, wish)).rejects.toMatchObject({ data: { code: 'money.no-cap' } });
  expect(studio.far.accepted).toEqual([]);
  const run = await ended(studio, await start(studio, projectId, wish, 10_000));
  expect(run).toMatchObject({ state: 'failed', done: 2 });
  expect(run.message).toContain('would pass the limit');
  expect(studio.far.accepted).toHaveLength(1);
  expect(studio.studio.parts.limits.of(projectId)).toBeNull();
  expect(await studio.client.studio.notices()).toMatchObject([
    { code: 'money.cap-reached', level: 'warning' },
  ]);
});

test("a month's limit is a limit: paid work begins under it alone, and stops at it", async () => {
  await using studio = createTestStudio({ pictures: true });
  const projectId = await studio.openStory();
  const wish = { provider: 'paid', shotIds: await shotIds(studio, projectId, 2), upTo: 'still' } as const;
  await studio.client.money.setCaps({ monthlyBudgetUsdMicros: 10_000 });
  const run = await ended(studio, await start(studio, projectId, wish));
  expect(run.message).toContain('for all films in');
  expect(studio.far.accepted).toHaveLength(1);
  await studio.client.money.setCaps({ monthlyBudgetUsdMicros: null });
  await expect(start(studio, projectId, wish)).rejects.toMatchObject({ data: { code: 'money.no-cap' } });
});

test('closing the studio ends a run in order, and its finished takes are there at the next start', async () => {
  const studio = createTestStudio({ pictures: true });
  const projectId = await studio.openStory();
  await start(studio, projectId);
  while ((await studio.client.assets.takes({ projectId, shotId: null })).length < 2) {
    await studio.clock.advanceToNext();
  }
  await studio.studio.close();
  await using next = createTestStudio({ pictures: true, home: studio.home, seed: 2 });
  expect((await next.client.assets.takes({ projectId, shotId: null })).length).toBeGreaterThanOrEqual(2);
  expect(await next.client.activities.list()).toEqual([]);
});

test('a film that is put in the trash is not made any further', async () => {
  await using studio = createTestStudio({ pictures: true });
  const { client } = studio;
  const projectId = await studio.openStory();
  const run = await start(studio, projectId);
  while ((await client.jobs.list({ projectId })).length === 0) await studio.clock.advanceToNext();
  await client.projects.setTrashed({ projectId, trashed: true });
  expect((await ended(studio, run)).state).toBe('cancelled');
  const open = studio.studio.parts.store.jobs.count(['queued', 'draft'], null);
  expect(open).toBe(0);
  await client.projects.setTrashed({ projectId, trashed: false });
  expect(studio.studio.parts.store.jobs.count(['queued'], null)).toBe(0);
});
