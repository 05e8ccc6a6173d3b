import { expect, it } from 'vitest';
import { wordsOfRequest } from '../../domain/jobs/request-kinds.ts';
import { testProjectId } from '../../testing/builders/build-blocks.ts';
import type { FakeBehaviour } from '../../testing/fakes/fake-provider.ts';
import { faultCount } from '../../testing/fault-counts.ts';
import { noteFigure } from '../../testing/note-figure.ts';
import { createSeededRandom } from '../../testing/seeded-random.ts';
import { createTestEngine } from '../../testing/test-engine.ts';

const count = faultCount(1_000);
const seed = 'lost answers';
const priceUsdMicros = 10_000;

it(`${count} lost answers: nothing is sent again that might have been begun`, {
  timeout: 900_000,
}, async () => {
  const beganMs = performance.now();
  const seeded = createSeededRandom(seed);
  const isLikely = (percent: number): boolean => seeded.int(1, 100) <= percent;
  const behaviours = Array.from({ length: count }, (): FakeBehaviour => {
    const submit = isLikely(60) ? 'lose-answer' : 'lose-request';
    // A list that is not whole, or that cannot be read, proves nothing.
    const lookUps = Array.from(
      { length: 4 },
      () => (isLikely(50) ? 'not-found' : 'unreachable') as 'not-found' | 'unreachable',
    );
    return { submit, lookUps: isLikely(50) ? [...lookUps, 'true'] : ['not-found'] };
  });
  // The provider tells the truth in the end to half of them; a request that was lost on its way is then known as never begun.
  const bed = createTestEngine({
    keepsList: true,
    maxConcurrent: 40,
    overrides: { limits: { lookUpTries: 6 } },
    behave: ({ prompt }) => {
      const behaviour = behaviours[Number(prompt)] ?? {};
      return behaviour.submit === 'lose-request'
        ? { ...behaviour, submit: ['lose-request', 'accept'] }
        : behaviour;
    },
  });
  bed.engine.start();
  const prompts = behaviours.map((_, i) => String(i));
  for (let round = 0; round < 2; round++) {
    bed.ask(...prompts);
    await bed.run();
    await bed.restart();
    await passHours(bed.studio.clock, 1);
    await bed.run();
  }
  const begun = new Map(prompts.map((prompt) => [prompt, 0]));
  for (const { request } of bed.far.accepted) {
    const prompt = wordsOfRequest(request);
    begun.set(prompt, (begun.get(prompt) ?? 0) + 1);
  }
  expect([...begun].filter(([, times]) => times > 1)).toEqual([]);
  const jobs = bed.jobs();
  for (const job of jobs) {
    const { submit, lookUps } = behaviours[Number(wordsOfRequest(job.request))] ?? {};
    const isTold = lookUps?.includes('true') === true;
    expect([job.state, job.submits]).toEqual(
      isTold ? ['done', submit === 'lose-request' ? 2 : 1] : ['unknown', 1],
    );
  }
  const spend = bed.store.jobs.spend(testProjectId);
  expect(spend.chargedUsdMicros + spend.reservedUsdMicros).toBe(count * priceUsdMicros);
  noteFigure(`Answers to a submit lost, seed "${seed}"`, {
    lost: count,
    resent: 0,
    'found at the provider': jobs.filter(({ state, submits }) => state === 'done' && submits === 1).length,
    'proved never begun, and sent once': jobs.filter(({ submits }) => submits === 2).length,
    'left unknown, with the price reserved': jobs.filter(({ state }) => state === 'unknown').length,
    'took, s': Math.round((performance.now() - beganMs) / 1_000),
  });
  await bed.dispose();
});

/** Look-ups keep nobody waiting, so the clock is turned for them. */
async function passHours(
  clock: { nowMs(): number; advanceToNext(): Promise<boolean> },
  hours: number,
): Promise<void> {
  const untilMs = clock.nowMs() + hours * 3_600_000;
  while (clock.nowMs() < untilMs) {
    for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
    if (!(await clock.advanceToNext())) return;
  }
}
