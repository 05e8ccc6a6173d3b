import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startFalSim } from '../../../tools/fal-sim/start-fal-sim.ts';
import { startReplicateSim } from '../../../tools/replicate-sim/start-replicate-sim.ts';
import { createFalGenerator } from '../../adapters/fal/create-fal-generator.ts';
import { createReplicateGenerator } from '../../adapters/replicate/create-replicate-generator.ts';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { compareLedger } from '../../testing/compare-ledger.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { createFakeGenerator } from '../../testing/fakes/fake-generator.ts';
import { fakePicture } from '../../testing/fakes/fake-picture.ts';
import { createFakeProvider, type FakeProvider } from '../../testing/fakes/fake-provider.ts';
import type { Generator } from '../ports/generator.ts';

const step = async ({ clock }: TestStudio): Promise<void> => {
  await clock.advanceToNext();
  await new Promise((resolve) => setImmediate(resolve));
};
const isIdle = async ({ client }: TestStudio): Promise<boolean> =>
  (await client.activities.list()).every(({ finishedAtMs }) => finishedAtMs !== null);

async function askForStills(
  { client }: TestStudio,
  projectId: ProjectId,
  provider: string,
  count: number,
): Promise<void> {
  const shotIds = (await client.shots.list({ projectId })).slice(0, count).map(({ id }) => id);
  const choice = {
    provider,
    stillModel: null,
    clipModel: null,
    slate: false,
    shotIds,
    upTo: 'still' as const,
  };
  await client.jobs.start({ projectId, choice, maxCostUsdMicros: null });
}

test('Fal is down, Replicate is up: it makes them all, and its bill is the ledger', async () => {
  const fal = await startFalSim();
  await fal.close();
  const replicate = await startReplicateSim();
  const clock = createSystemClock();
  const key = 'r8_0123456789abcdef0123456789abcdef01234';
  const studio = createTestStudio({
    host: 'server',
    generators: [
      unwrap(createFalGenerator({ key: 'a:b', clock, origin: fal.origin })),
      unwrap(createReplicateGenerator({ key: async () => key, clock, origin: replicate.origin })),
    ],
  });
  const { client } = studio;
  const projectId = await studio.openStory();
  const model = 'black-forest-labs/flux-dev';
  await client.models.choose({
    ...{ projectId, kind: 'still' },
    choice: {
      ...{ provider: 'fal', model: 'fal-ai/flux/dev' },
      otherwise: [
        { kind: 'wait', minutes: 1 },
        { kind: 'provider', provider: 'replicate', model },
      ],
    },
  });
  await client.projects.setBudget({ projectId, budgetUsdMicros: 5_000_000 });
  await askForStills(studio, projectId, 'fal', 4);
  while (!(await isIdle(studio))) await step(studio);
  const jobs = await client.jobs.list({ projectId });
  expect(jobs.filter(({ state }) => state === 'done').map(({ provider }) => provider)).toEqual(
    Array(4).fill('replicate'),
  );
  expect(replicate.submits()).toHaveLength(4);
  const lines = studio.studio.parts.store.charges.page({ projectId }, 0, 100);
  expect(compareLedger(lines, jobs, replicate.charges())).toEqual([]);
  await studio.cleanup();
  await replicate.close();
});

interface Fars {
  readonly first: FakeProvider;
  readonly second: FakeProvider;
}

/** A process that was killed does nothing more: whatever it waited for never comes. */
interface Life {
  isOver: boolean;
}

function mortal(generator: Generator, life: Life): Generator {
  const never = <T>(): Promise<T> => new Promise(() => undefined);
  return {
    ...generator,
    submit: (...asked) => (life.isOver ? never() : generator.submit(...asked)),
    poll: (...asked) => (life.isOver ? never() : generator.poll(...asked)),
    fetch: (...asked) => (life.isOver ? never() : generator.fetch(...asked)),
  };
}

const open = (home: string, { first, second }: Fars, life: Life): TestStudio =>
  createTestStudio({
    ...{ home, pictures: true, host: 'server' },
    generators: [
      mortal(
        createFakeGenerator(first, { provider: 'first', resultOf: fakePicture, maxConcurrent: 2 }),
        life,
      ),
      mortal(
        createFakeGenerator(second, { provider: 'second', resultOf: fakePicture, maxConcurrent: 2 }),
        life,
      ),
    ],
  });

/** What the disk holds at a moment is what a studio finds that was killed then. */
test.each([2, 4, 5, 6, 8, 12])(
  'killed after %i steps on the way from one to the other, nobody is asked twice',
  async (steps) => {
    const home = mkdtempSync(join(tmpdir(), 'reelwright-killed-'));
    const fars: Fars = { first: createFakeProvider(), second: createFakeProvider() };
    const life = { isOver: false };
    const before = open(home, fars, life);
    const projectId = await before.openStory();
    await before.client.models.choose({
      ...{ projectId, kind: 'still' },
      choice: {
        ...{ provider: 'first', model: 'fake-still' },
        otherwise: [{ kind: 'provider', provider: 'second', model: 'fake-still' }],
      },
    });
    await before.client.projects.setBudget({ projectId, budgetUsdMicros: 1_000_000 });
    fars.first.offline = true;
    await askForStills(before, projectId, 'first', 4);
    for (let i = 0; i < steps; i++) await step(before);
    life.isOver = true;
    const copy = `${home}-copy`;
    cpSync(home, copy, { recursive: true });
    // Else it would be a copy, whose jobs are left to its original.
    rmSync(home, { recursive: true });
    rmSync(join(copy, 'writer.lock'), { force: true, recursive: true });
    const left = open(copy, fars, { isOver: false });
    fars.first.offline = false;
    for (const { activityId } of await left.client.studio.notices()) {
      if (activityId !== null) await left.client.activities.goOn({ activityId }).catch(() => undefined);
    }
    await askForStills(left, projectId, 'first', 4);
    while (!(await isIdle(left))) await step(left);
    const times = [...fars.first.begun.values(), ...fars.second.begun.values()];
    expect(times.every((count) => count === 1)).toBe(true);
    const jobs = await left.client.jobs.list({ projectId });
    const lost = jobs.filter(({ state }) => state === 'unknown').length;
    expect(fars.first.accepted.length + fars.second.accepted.length).toBe(4);
    expect(jobs.filter(({ state }) => state === 'done').length + lost).toBe(4);
    await left.cleanup();
    rmSync(copy, { recursive: true, force: true });
  },
);
