import { expect, test } from 'vitest';
import { JobState } from '../../domain/jobs/job.ts';
import { collectableCauses, groupOfJob, queueGroups } from '../../domain/jobs/queue-group.ts';
import { JobId, type ProjectId, ShotId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { stillRequest } from '../../testing/builders/generation-requests.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';

const everything = { projectId: null, provider: null, batchId: null };

function ask(
  { studio }: TestStudio,
  projectId: ProjectId,
  names: readonly string[],
  batchId: string | null = null,
) {
  const requests = names.map((prompt) => ({
    projectId,
    shotId: ShotId.parse(prompt),
    batchId,
    request: stillRequest({ provider: 'paid', prompt }),
    estimateUsdMicros: 10_000,
  }));
  return unwrap(studio.parts.orchestrator.enqueue(requests));
}

async function settle(studio: TestStudio, projectId: ProjectId): Promise<void> {
  let idle = false;
  void studio.studio.parts.orchestrator.waitForIdle(projectId).then(() => {
    idle = true;
  });
  while (!idle) {
    await new Promise((resolve) => setImmediate(resolve));
    await studio.clock.advanceToNext();
  }
}

test('the database puts every job into the group that the rule says', async () => {
  await using studio = createTestStudio({ pictures: true });
  const projectId = await studio.openStory();
  const { store, orchestrator } = studio.studio.parts;
  unwrap(orchestrator.pause());
  const [like] = ask(studio, projectId, ['one']);
  if (like === undefined) throw new Error('one job was asked for');
  const codes = [
    null,
    'money.cap-reached',
    'provider.key-refused',
    'provider.content-refused',
    ...collectableCauses,
  ];
  const jobs = JobState.options.flatMap((state) =>
    codes.map((faultCode) => ({ ...like, id: JobId.parse(`${state} ${faultCode}`), state, faultCode })),
  );
  unwrap(
    store.commit(patchOf(jobs.map((job) => addChange('job', job))), {
      projectId,
      label: 'Test',
      undoable: false,
    }),
  );
  const counts = store.queue.counts(everything);
  for (const group of queueGroups) {
    const wanted = [like, ...jobs].filter((job) => groupOfJob(job) === group).map(({ id }) => id);
    expect(store.queue.ids(everything, group, 1_000).sort()).toEqual(wanted.sort());
    expect(counts[group]).toBe(wanted.length);
    expect(store.queue.page(everything, group, 0, 1_000).every((job) => groupOfJob(job) === group)).toBe(
      true,
    );
  }
});

test('a window runs over the groups as over one list, and says what may be done', async () => {
  await using studio = createTestStudio({
    pictures: true,
    behave: ({ prompt }) => (prompt === 'lost' ? { submit: 'lose-answer' } : {}),
  });
  const { client } = studio;
  const projectId = await studio.openStory();
  const lift = studio.studio.parts.limits.set(projectId, Number.POSITIVE_INFINITY);
  ask(studio, projectId, ['lost', 'done'], 'batch');
  await settle(studio, projectId);
  lift();
  await client.jobs.pause();
  ask(studio, projectId, ['a', 'b', 'c']);
  const groups = ['attention', 'running', 'waiting', 'failed', 'done'] as const;
  const all = await client.queue.rows({ filter: everything, groups: [...groups], offset: 0, limit: 200 });
  expect(all.total).toBe(5);
  expect(all.rows.map(({ group, words }) => [group, words])).toEqual([
    ['attention', 'A lighthouse keeper climbs the stairs.'],
    ['waiting', 'A lighthouse keeper climbs the stairs.'],
    ['waiting', 'A lighthouse keeper climbs the stairs.'],
    ['waiting', 'A lighthouse keeper climbs the stairs.'],
    ['done', 'A lighthouse keeper climbs the stairs.'],
  ]);
  expect(all.rows[0]).toMatchObject({
    state: 'unknown',
    shotNumber: '1A',
    kind: 'still',
    may: ['again', 'drop'],
  });
  expect(all.rows[1]).toMatchObject({ state: 'queued', may: ['cancel'], shotId: 'a' });
  const some = await client.queue.rows({ filter: everything, groups: [...groups], offset: 2, limit: 2 });
  expect(some.rows).toEqual(all.rows.slice(2, 4));
  const batch = { ...everything, batchId: 'batch' };
  expect(await client.queue.summary({ filter: batch })).toMatchObject({
    counts: { attention: 1, running: 0, waiting: 0, failed: 0, done: 1 },
    reservedUsdMicros: 10_000,
    waitingUsdMicros: 0,
  });
  // All that waits is taken back; what may have been billed stays.
  const cancelled = await client.queue.cancel({ which: { filter: everything, groups: ['waiting'] } });
  expect(cancelled).toEqual({ cancelled: 3, told: 0, kept: 0 });
});

test('asking again says what it means and costs, and sends nothing above it', async () => {
  await using studio = createTestStudio({
    pictures: true,
    behave: ({ prompt }) => (prompt === 'lost' ? { submit: 'lose-answer' } : {}),
  });
  const { client } = studio;
  const projectId = await studio.openStory();
  // Without any limit the first try is not sent.
  const [unsent] = ask(studio, projectId, ['unsent']);
  await settle(studio, projectId);
  const lift = studio.studio.parts.limits.set(projectId, Number.POSITIVE_INFINITY);
  const [lost] = ask(studio, projectId, ['lost']);
  await settle(studio, projectId);
  lift();
  if (unsent === undefined || lost === undefined) throw new Error('two jobs were asked for');
  const filter = everything;
  const lines = await client.queue.priceAgain({ which: { filter, groups: ['attention'] } });
  expect(lines).toMatchObject([
    { jobId: lost.id, how: 'bill-again', costUsdMicros: 10_000, basis: '1 request' },
    { jobId: unsent.id, how: 'send', costUsdMicros: 10_000 },
  ]);
  const before = studio.far.accepted.length;
  const asks = [{ jobId: unsent.id, costUsdMicros: 10_000 }];
  expect(await client.queue.sendAgain({ asks })).toEqual({ again: 1, refused: [] });
  await settle(studio, projectId);
  expect(studio.far.accepted.length).toBe(before + 1);
  expect(studio.studio.parts.store.row('job', unsent.id)?.state).toBe('done');
  // One that costs more by then than what was consented to is not sent.
  const low = await client.queue.sendAgain({ asks: [{ jobId: lost.id, costUsdMicros: 1 }] });
  expect(low.again).toBe(1);
  await settle(studio, projectId);
  expect(studio.far.accepted.length).toBe(before + 1);
  expect(await client.queue.summary({ filter })).toMatchObject({
    counts: { attention: 1, done: 1, failed: 1 },
  });
});

test('what waits for a person is put aside, at the price that it may have cost', async () => {
  await using studio = createTestStudio({ pictures: true, behave: () => ({ submit: 'lose-answer' }) });
  const { client } = studio;
  const projectId = await studio.openStory();
  ask(studio, projectId, ['unsent']);
  await settle(studio, projectId);
  const lift = studio.studio.parts.limits.set(projectId, Number.POSITIVE_INFINITY);
  ask(studio, projectId, ['lost']);
  await settle(studio, projectId);
  lift();
  const which = { filter: everything, groups: ['attention' as const] };
  expect(await client.queue.drop({ which })).toEqual({ dropped: 2, kept: 0 });
  expect(await client.queue.summary({ filter: everything })).toMatchObject({
    counts: { attention: 0, failed: 1, done: 1 },
    reservedUsdMicros: 0,
  });
  const { chargedUsdMicros, uncertainUsdMicros } = await client.money.caps();
  expect(chargedUsdMicros + uncertainUsdMicros).toBe(10_000);
});
