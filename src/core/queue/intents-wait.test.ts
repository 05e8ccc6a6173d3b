import { expect, test } from 'vitest';
import type { GenerationChoice } from '../../contract/jobs.ts';
import { createTestStudio } from '../../testing/create-test-studio.ts';
import { createFakeGenerator } from '../../testing/fakes/fake-generator.ts';
import { fakePicture } from '../../testing/fakes/fake-picture.ts';
import { createFakeProvider } from '../../testing/fakes/fake-provider.ts';

const everything = { projectId: null, provider: null, batchId: null };

test('paid work asked for without a line ends the run, is told of when the line is back, and is sent once it is confirmed', async () => {
  const far = createFakeProvider();
  const maker = createFakeGenerator(far, { provider: 'far', checksHealth: true, resultOf: fakePicture });
  await using studio = createTestStudio({ pictures: true, host: 'server', generators: [maker] });
  const { client, clock } = studio;
  const codes = async (): Promise<string[]> => (await client.studio.notices()).map(({ code }) => code);
  const until = async (seen: () => Promise<boolean>): Promise<void> => {
    while (!(await seen())) {
      await new Promise((resolve) => setImmediate(resolve));
      await clock.advanceToNext();
    }
  };
  const projectId = await studio.openStory();
  const shotIds = (await client.shots.list({ projectId })).slice(0, 2).map(({ id }) => id);
  far.offline = true;
  const choice: GenerationChoice = {
    provider: 'far',
    clipProvider: null,
    stillModel: null,
    clipModel: null,
    slate: false,
    shotIds,
    again: false,
    stillsFirst: false,
    payAgain: false,
    upTo: 'still',
  };
  await client.jobs.start({ projectId, choice, maxCostUsdMicros: 100_000 });
  await until(async () => (await codes()).includes('queue.confirm'));
  const [ended] = await client.studio.notices();
  expect(ended).toMatchObject({
    projectId,
    level: 'warning',
    message: 'No take was made. 2 wait until you confirm their prices, for their provider was out of reach.',
    batchId: expect.any(String),
  });
  const held = await client.queue.rows({ filter: everything, groups: ['attention'], offset: 0, limit: 10 });
  expect(held.rows).toMatchObject([
    { state: 'draft', may: ['again', 'drop'], costUsdMicros: null },
    { state: 'draft', may: ['again', 'drop'], costUsdMicros: null },
  ]);
  expect((await client.money.caps()).reservedUsdMicros).toBe(0);

  far.offline = false;
  await until(async () => (await codes()).length === 2);
  expect((await client.studio.notices())[0]).toMatchObject({
    code: 'queue.confirm',
    message:
      '2 requests to far were asked for while it could not be reached ($0.02 then). They are sent once you confirm their prices.',
  });
  // It is back, and still nothing was sent.
  expect(far.accepted).toHaveLength(0);

  const lines = await client.queue.priceAgain({ which: { filter: everything, groups: ['attention'] } });
  expect(lines).toMatchObject([
    { how: 'send', costUsdMicros: 10_000, problem: null },
    { how: 'send', costUsdMicros: 10_000, problem: null },
  ]);
  const asks = lines.map(({ jobId, costUsdMicros }) => ({ jobId, costUsdMicros: costUsdMicros ?? 0 }));
  expect(await client.queue.sendAgain({ asks })).toEqual({ again: 2, refused: [] });
  await until(async () => (await client.queue.summary({ filter: everything })).counts.done === 2);
  expect(far.accepted).toHaveLength(2);
});
