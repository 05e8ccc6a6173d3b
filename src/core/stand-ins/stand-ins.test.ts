import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Activity } from '../../contract/activities.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { Otherwise } from '../../domain/project/chosen-maker.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { createFakeGenerator } from '../../testing/fakes/fake-generator.ts';
import { fakePicture } from '../../testing/fakes/fake-picture.ts';
import { createFakeProvider, type FakeProvider } from '../../testing/fakes/fake-provider.ts';
import type { Generator } from '../ports/generator.ts';

const second = { kind: 'provider', provider: 'second', model: 'fake-still' } as const;

interface Bench extends AsyncDisposable {
  readonly studio: TestStudio;
  readonly projectId: ProjectId;
  readonly first: FakeProvider;
  readonly second: FakeProvider;
  /** Asks `first` for the stills of three shots. */
  start(): Promise<Activity>;
  ended(activity: Pick<Activity, 'id'>): Promise<Activity>;
  /** Turns the clock for so long. */
  turn(ms: number): Promise<void>;
  /** Whose takes the three shots show. */
  shown(): Promise<(string | null)[]>;
}

async function openBench(
  otherwise: Otherwise,
  options: { readonly secondCosts?: number; readonly firstIs?: (usual: Generator) => Generator } = {},
): Promise<Bench> {
  const home = mkdtempSync(join(tmpdir(), 'reelwright-stand-in-'));
  const first = createFakeProvider();
  const other = createFakeProvider();
  const usual = createFakeGenerator(first, { provider: 'first', resultOf: fakePicture, maxConcurrent: 2 });
  const generators = [
    options.firstIs?.(usual) ?? usual,
    createFakeGenerator(other, {
      ...{ provider: 'second', resultOf: fakePicture },
      priceUsdMicros: () => options.secondCosts ?? 9_000,
    }),
  ];
  const studio = createTestStudio({ home, pictures: true, host: 'server', generators });
  const { client } = studio;
  const projectId = await studio.openStory();
  const choice = { provider: 'first', model: 'fake-still', otherwise: [...otherwise] };
  await client.models.choose({ projectId, kind: 'still', choice });
  await client.projects.setBudget({ projectId, budgetUsdMicros: 1_000_000 });
  const shotIds = (await client.shots.list({ projectId })).slice(0, 3).map(({ id }) => id);
  const find = async (id: string): Promise<Activity> => {
    const found = (await client.activities.list()).find((activity) => activity.id === id);
    if (found === undefined) throw new Error('the activity is gone');
    return found;
  };
  return {
    ...{ studio, projectId, first, second: other },
    start: () =>
      client.jobs.start({
        projectId,
        choice: {
          provider: 'first',
          stillModel: null,
          clipModel: null,
          slate: false,
          shotIds,
          upTo: 'still',
        },
        maxCostUsdMicros: null,
      }),
    async ended({ id }) {
      for (let found = await find(id); ; found = await find(id)) {
        if (found.finishedAtMs !== null) return found;
        await studio.clock.advanceToNext();
      }
    },
    async turn(ms) {
      const untilMs = studio.clock.nowMs() + ms;
      while (studio.clock.nowMs() < untilMs) await studio.clock.advanceToNext();
    },
    async shown() {
      const takes = await client.assets.takes({ projectId, shotId: null });
      const shots = await client.shots.list({ projectId });
      return shots
        .slice(0, 3)
        .map(({ chosenStillId }) => takes.find(({ id }) => id === chosenStillId)?.provider ?? null);
    },
    async [Symbol.asyncDispose]() {
      await studio.cleanup();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

test('who is out of reach gives way to the next who is not dearer, and what that one made stands', async () => {
  await using bench = await openBench([second]);
  bench.first.offline = true;
  const run = await bench.ended(await bench.start());
  expect(run).toMatchObject({ state: 'done', done: 3, total: 3 });
  expect(await bench.shown()).toEqual(['second', 'second', 'second']);
  expect(bench.second.accepted).toHaveLength(3);
  const { client } = bench.studio;
  expect(await client.projects.get({ projectId: bench.projectId })).toMatchObject({ costUsdMicros: 27_000 });
  const jobs = await client.jobs.list({ projectId: bench.projectId });
  expect(
    jobs.map(({ provider, state, costUsdMicros }) => [provider, state, costUsdMicros]).toSorted(),
  ).toEqual([...Array(3).fill(['first', 'cancelled', 0]), ...Array(3).fill(['second', 'done', 9_000])]);
  bench.first.offline = false;
  await bench.ended(await bench.start());
  expect(bench.first.accepted).toEqual([]);
  expect(bench.second.accepted).toHaveLength(3);
});

test('a dearer one is asked only once a person has agreed to its price', async () => {
  await using bench = await openBench([second], { secondCosts: 16_000 });
  bench.first.offline = true;
  const run = await bench.start();
  await bench.turn(120_000);
  expect(bench.second.accepted).toEqual([]);
  const { client } = bench.studio;
  const offers = (await client.studio.notices()).filter(({ code }) => code === 'generate.stand-in-offered');
  expect(offers).toHaveLength(1);
  const [offer] = offers;
  expect(offer?.message).toContain('3 stills wait, approved at $0.03.');
  expect(offer?.message).toContain('second makes this with fake-still for $0.048.');
  const going = await client.activities.goOn({ activityId: offer?.activityId ?? '' });
  expect(going.id).toBe(run.id);
  expect(await bench.ended(run)).toMatchObject({ state: 'done', done: 3 });
  expect(bench.second.accepted).toHaveLength(3);
  expect(await client.projects.get({ projectId: bench.projectId })).toMatchObject({ costUsdMicros: 48_000 });
});

test('waiting comes first where the order says so, and a provider that comes back in time makes it all', async () => {
  await using bench = await openBench([{ kind: 'wait', minutes: 10 }, second]);
  bench.first.offline = true;
  const run = await bench.start();
  await bench.turn(4 * 60_000);
  expect(bench.second.accepted).toEqual([]);
  bench.first.offline = false;
  expect(await bench.ended(run)).toMatchObject({ state: 'done', done: 3 });
  expect(bench.second.accepted).toEqual([]);
  expect(await bench.shown()).toEqual(['first', 'first', 'first']);
});

test('after the wait the next one is asked', async () => {
  await using bench = await openBench([{ kind: 'wait', minutes: 10 }, second]);
  bench.first.offline = true;
  expect(await bench.ended(await bench.start())).toMatchObject({ state: 'done', done: 3 });
  expect(await bench.shown()).toEqual(['second', 'second', 'second']);
});

test.each(['provider.key-refused', 'provider.no-balance', 'provider.model-gone'] as const)(
  '%s: nobody waits for that, and the run goes on with the next one',
  async (code) => {
    await using bench = await openBench([{ kind: 'wait' }, second], {
      firstIs: (usual) => ({
        ...usual,
        submit: async (_request, { beforeFirstByte }) => {
          beforeFirstByte();
          return { kind: 'refused', fault: { code, message: 'Refused.' } };
        },
      }),
    });
    expect(await bench.ended(await bench.start())).toMatchObject({ state: 'done', done: 3 });
    expect(await bench.shown()).toEqual(['second', 'second', 'second']);
    expect(bench.second.accepted).toHaveLength(3);
    const { projectId } = bench;
    expect(await bench.studio.client.projects.get({ projectId })).toMatchObject({ costUsdMicros: 27_000 });
  },
);

test('the animatic draws what has no picture, and the paid one is still wanted', async () => {
  await using bench = await openBench([{ kind: 'animatic' }]);
  bench.first.offline = true;
  expect(await bench.ended(await bench.start())).toMatchObject({ state: 'done', done: 3 });
  expect(await bench.shown()).toEqual(['fake', 'fake', 'fake']);
  const { client } = bench.studio;
  const choice = {
    provider: 'first',
    stillModel: null,
    clipModel: null,
    slate: false,
    upTo: 'still',
  } as const;
  const { stills } = await client.jobs.estimate({ projectId: bench.projectId, choice });
  expect(stills).toBe((await client.shots.list({ projectId: bench.projectId })).length);
});

test('what is at a provider stays there, whoever else could make it', async () => {
  await using bench = await openBench([second]);
  const run = await bench.start();
  while (bench.first.accepted.length < 2) await bench.studio.clock.advanceToNext();
  bench.first.offline = true;
  await bench.turn(10 * 60_000);
  expect(bench.second.accepted.length).toBe(1);
  bench.first.offline = false;
  expect(await bench.ended(run)).toMatchObject({ state: 'done', done: 3 });
  expect(bench.first.accepted.length + bench.second.accepted.length).toBe(3);
  expect([...bench.first.begun.values(), ...bench.second.begun.values()]).toEqual([1, 1, 1]);
});

test('without an order everything waits, as before', async () => {
  await using bench = await openBench([]);
  bench.first.offline = true;
  const run = await bench.start();
  await bench.turn(10 * 60_000);
  expect((await bench.studio.client.activities.list())[0]).toMatchObject({ id: run.id, state: 'running' });
  bench.first.offline = false;
  await bench.ended(run);
  expect(await bench.shown()).toEqual(['first', 'first', 'first']);
});

test('a studio that ends in between asks nobody twice: what took a job’s place is found again', async () => {
  const home = mkdtempSync(join(tmpdir(), 'reelwright-stand-in-'));
  let isSlow = true;
  const first = createFakeProvider();
  const other = createFakeProvider(() => (isSlow ? { polls: Array(10_000).fill('running') } : {}));
  const open = (): TestStudio =>
    createTestStudio({
      ...{ home, pictures: true, host: 'server' },
      generators: [
        createFakeGenerator(first, { provider: 'first', resultOf: fakePicture }),
        createFakeGenerator(other, { provider: 'second', resultOf: fakePicture }),
      ],
    });
  const before = open();
  const projectId = await before.openStory();
  const choice = { provider: 'first', model: 'fake-still', otherwise: [second] };
  await before.client.models.choose({ projectId, kind: 'still', choice });
  await before.client.projects.setBudget({ projectId, budgetUsdMicros: 1_000_000 });
  const shotIds = (await before.client.shots.list({ projectId })).slice(0, 3).map(({ id }) => id);
  const wish = { provider: 'first', stillModel: null, clipModel: null, slate: false, shotIds, upTo: 'still' };
  first.offline = true;
  await before.client.jobs.start({ projectId, choice: { ...wish, upTo: 'still' }, maxCostUsdMicros: null });
  while (other.accepted.length < 3) await before.clock.advanceToNext();
  await before.cleanup();

  first.offline = false;
  isSlow = false;
  for (const request of other.accepted) request.polls = 10_000;
  const after = open();
  const offer = (await after.client.studio.notices()).find(({ activityId }) => activityId !== null);
  if (offer?.activityId != null) await after.client.activities.goOn({ activityId: offer.activityId });
  const again = { projectId, choice: { ...wish, upTo: 'still' as const }, maxCostUsdMicros: null };
  await after.client.jobs.start(again);
  const isDone = async (): Promise<boolean> =>
    (await after.client.activities.list()).every(({ finishedAtMs }) => finishedAtMs !== null);
  while (!(await isDone())) await after.clock.advanceToNext();
  expect(first.accepted).toEqual([]);
  expect([...other.begun.values()]).toEqual([1, 1, 1]);
  expect(await after.client.projects.get({ projectId })).toMatchObject({ costUsdMicros: 30_000 });
  await after.cleanup();
  rmSync(home, { recursive: true, force: true });
});
