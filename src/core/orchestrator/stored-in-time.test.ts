import { expect, it } from 'vitest';
import type { JobState } from '../../domain/jobs/job.ts';
import { wordsOfRequest } from '../../domain/jobs/request-kinds.ts';
import { openStates } from '../../domain/jobs/transitions.ts';
import { createFakeGenerator } from '../../testing/fakes/fake-generator.ts';
import { createFakeProvider } from '../../testing/fakes/fake-provider.ts';
import { createSeededRandom } from '../../testing/seeded-random.ts';
import { createTestEngine } from '../../testing/test-engine.ts';
import type { Generator } from '../ports/generator.ts';

const pollIntervalMs = 2_000;
const atOnce = 40;

it('forty results that are finished at any time are each stored within one poll interval', async () => {
  const seeded = createSeededRandom('finished at any time');
  const finishedAtMs = new Map<string, number>();
  const fake = createFakeGenerator(createFakeProvider(), { maxConcurrent: atOnce, pollIntervalMs });
  const patient: Generator = {
    ...fake,
    async submit(request, context) {
      const outcome = await fake.submit(request, context);
      finishedAtMs.set(wordsOfRequest(request), bed.studio.clock.nowMs() + seeded.int(1, 120_000));
      return outcome;
    },
    poll: async (request, handle, signal) =>
      bed.studio.clock.nowMs() < (finishedAtMs.get(wordsOfRequest(request)) ?? 0)
        ? { kind: 'running', progress: null }
        : fake.poll(request, handle, signal),
  };
  const bed = createTestEngine({ overrides: { generators: [patient] } });
  bed.engine.start();
  bed.ask(...Array.from({ length: atOnce }, (_, i) => String(i)));
  // The clock stands while files are written: what the engine itself waits for is what counts.
  const isAt = (...states: readonly JobState[]): boolean => bed.store.jobs.count(states, null) > 0;
  while (isAt(...openStates)) {
    await new Promise((resolve) => setImmediate(resolve));
    if (!isAt('fetching', 'sending')) await bed.studio.clock.advanceToNext();
  }
  const late = bed.jobs().map((job) => {
    const readyMs = finishedAtMs.get(wordsOfRequest(job.request)) ?? Number.NaN;
    return (job.finishedAtMs ?? Number.NaN) - readyMs;
  });
  expect(late).toHaveLength(atOnce);
  expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...late)).toBeLessThanOrEqual(pollIntervalMs);
  await bed.dispose();
});
