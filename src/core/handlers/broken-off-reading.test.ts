import { afterEach, expect, it } from 'vitest';
import { startLanguageModelSim } from '../../../tools/language-model-sim/start-language-model-sim.ts';
import { createLanguageGenerator } from '../../adapters/language-models/create-language-generator.ts';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import type { ReadingState } from '../../contract/scenes.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { buildLongScreenplay } from '../../testing/builders/long-screenplay.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';

const choice = { provider: 'openai', model: null, repair: false };
const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Follows the reading until it fits, turning the clock where the engine waits. */
async function readUntil(
  { client, clock }: TestStudio,
  projectId: ProjectId,
  fits: (state: ReadingState) => boolean,
): Promise<ReadingState> {
  const abort = new AbortController();
  let turning = true;
  const turn = async (): Promise<void> => {
    while (turning) {
      await clock.advanceToNext();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const turned = turn();
  try {
    for await (const state of await client.scenes.watchReading({ projectId }, { signal: abort.signal })) {
      if (fits(state)) return state;
    }
    throw new Error('the watch ended before');
  } finally {
    turning = false;
    abort.abort();
    await turned;
  }
}

it('a reading that the end of the studio broke off is offered to go on, with what its rest costs, and pays for no part twice', async () => {
  const sim = await startLanguageModelSim();
  const reader = createLanguageGenerator('openai', {
    key: async () => 'sk-secret',
    clock: createSystemClock(),
    origin: sim.origin,
  });
  const first = createTestStudio({ generators: [reader] });
  cleanups.push(
    () => sim.close(),
    () => first.cleanup(),
  );
  const source = { from: 'words', words: buildLongScreenplay(14) } as const;
  const settings = { aspect: '16:9', heightPx: 144, fpsNum: 24, fpsDen: 1, style: null } as const;
  const made = await first.client.projects.create({ name: 'long.fountain', title: null, source, settings });
  const projectId = made.project.id;
  await first.client.scenes.breakDown({ projectId });
  const whole = await first.client.scenes.estimateReading({ projectId, choice });
  expect(whole.parts).toBeGreaterThan(2);
  await first.client.scenes.startReading({ projectId, choice, maxCostUsdMicros: 50_000_000 });
  await readUntil(first, projectId, ({ done }) => done >= 1);
  await first.studio.close();
  const before = sim.charges().length;
  expect(before).toBeLessThan(whole.parts);

  await using next = createTestStudio({ generators: [reader], home: first.home, seed: 2, host: 'server' });
  await expect
    .poll(() => next.client.studio.notices())
    .toMatchObject([{ code: 'read.broken-off', level: 'warning', projectId }]);
  const [notice] = await next.client.studio.notices();
  expect(notice?.message).toMatch(/of \d+ parts are read and kept\. The rest \(at most \$\d+\.\d+\)/);
  await next.clock.advance(60_000);
  expect((await next.client.activities.list()).filter(({ kind }) => kind === 'read')).toEqual([]);

  await next.client.activities.goOn({ activityId: notice?.activityId ?? '' });
  const state = await readUntil(next, projectId, (now) => now.state !== 'running' && now.state !== 'none');
  expect(state).toMatchObject({ state: 'done', parts: whole.parts });
  expect(sim.charges()).toHaveLength(whole.parts);
  expect(next.studio.parts.orders.list()).toEqual([]);
});
