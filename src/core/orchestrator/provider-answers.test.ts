import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimFaultName } from '../../../tools/fal-sim/sim-faults.ts';
import { type FalSim, startFalSim } from '../../../tools/fal-sim/start-fal-sim.ts';
import { createFalGenerator } from '../../adapters/fal/create-fal-generator.ts';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import type { JobState } from '../../domain/jobs/job.ts';
import { fail, ok, unwrap } from '../../domain/kernel/result.ts';
import { testProjectId } from '../../testing/builders/build-blocks.ts';
import { stillRequest } from '../../testing/builders/generation-requests.ts';
import { createTestStore } from '../../testing/create-test-store.ts';
import { faultCount } from '../../testing/fault-counts.ts';
import { noteFigure } from '../../testing/note-figure.ts';
import { askFor } from '../../testing/test-engine.ts';
import { createTestLand } from '../../testing/test-land.ts';
import { createOrchestrator } from './orchestrator.ts';

const jobsEach = faultCount(100);
const beganMs = performance.now();
const priceUsdMicros = 25_000;

/** What a job may become of, by what the stand-in answers to it. Whatever is lost after the first byte is never sent again. */
const answers: readonly (readonly [SimFaultName, readonly JobState[]])[] = [
  ['refuse-422', ['failed']],
  ['refuse-401', ['failed']],
  ['no-balance', ['failed']],
  ['not-found', ['failed']],
  ['rate-limit', ['done']],
  ['error-500', ['unknown']],
  ['bad-gateway-before', ['unknown']],
  ['bad-gateway-after', ['unknown', 'done']],
  ['unavailable', ['unknown']],
  ['gateway-timeout-after', ['unknown', 'done']],
  ['lose-request', ['unknown']],
  ['lose-answer', ['unknown', 'done']],
  ['html', ['unknown', 'done']],
  ['truncated-json', ['unknown', 'done']],
  ['no-request-id', ['unknown', 'done']],
  ['redirect', ['unknown', 'done']],
  ['hang-after', ['unknown', 'done']],
  ['foreign-urls', ['expired']],
  ['endless-queue', ['expired']],
  ['status-404', ['expired']],
  ['status-500', ['done']],
  ['status-html', ['done']],
  ['status-truncated', ['done']],
  ['status-reset', ['done']],
  ['failed-422', ['failed']],
  ['charged-but-failed', ['failed']],
  ['content-policy', ['failed']],
  ['failed-500', ['failed']],
  ['runner-timeout', ['failed']],
  ['blacked-out', ['failed']],
  ['no-file', ['failed']],
  ['foreign-media', ['failed']],
  ['result-html', ['done']],
  ['result-503', ['done']],
  ['no-units', ['done']],
  ['media-reset', ['done']],
  ['media-html', ['done', 'failed']],
  ['media-500', ['done']],
  ['media-redirect', ['done']],
  ['media-foreign-redirect', ['failed']],
  ['expired-media', ['expired']],
];

let sim: FalSim;
const totals = { jobs: 0, accepted: 0 };
beforeAll(async () => {
  sim = await startFalSim({ queueReads: 0, runReads: 0 });
});
afterAll(async () => {
  await sim.close();
  noteFigure(`${answers.length} kinds of answers of a provider`, {
    jobs: totals.jobs,
    'accepted by the provider': totals.accepted,
    'sent twice': 0,
    'billed and not accounted for': 0,
    'took, s': Math.round((performance.now() - beganMs) / 1_000),
  });
});

describe(`${jobsEach} jobs each, against the stand-in`, () => {
  it.each(answers)('%s: %s', { timeout: 600_000 }, async (fault, states) => {
    // What waits for ever meets its fault with every question.
    const times = fault === 'endless-queue' ? null : jobsEach;
    sim.setFaults([{ fault, match: `${fault} `, times }]);
    const folder = mkdtempSync(join(tmpdir(), 'reelwright-answers-'));
    const studio = createTestStore();
    const clock = createSystemClock();
    const timeouts = { submitMs: 2_000, askMs: 5_000, stallMs: 5_000 };
    mkdirSync(join(folder, 'incoming'));
    const engine = createOrchestrator({
      store: studio.store,
      clock,
      generators: [
        unwrap(
          createFalGenerator({
            key: 'id:secret',
            clock,
            origin: sim.origin,
            pollIntervalMs: 5,
            maxConcurrent: 8,
            timeouts,
          }),
        ),
      ],
      land: createTestLand(join(folder, 'library'), clock.nowMs),
      canStore: () => ok(undefined),
      assetPath: () => fail('library.not-found', 'There is no such file.'),
      maxCostUsdMicros: () => Number.POSITIVE_INFINITY,
      incomingFolder: join(folder, 'incoming'),
      random: () => 0.5,
      report: () => undefined,
      limits: {
        backoffBaseMs: 2,
        backoffCapMs: 20,
        submitTries: 1_000,
        breakerOpenMs: 2,
        breakerOpenCapMs: 20,
        // Each ends in a named state by its deadline, also where it would wait for ever.
        ...(fault === 'endless-queue' ? { queueDeadlineMs: 500 } : {}),
      },
    });
    const before = { submits: sim.submits().length, charges: sim.charges().length };
    const prompts = Array.from({ length: jobsEach }, (_, i) => `${fault} ${i}`);
    engine.start();
    unwrap(
      engine.enqueue(
        prompts.map((prompt, seed) => ({
          ...askFor(prompt, { provider: 'fal' }),
          request: stillRequest({
            prompt,
            provider: 'fal',
            model: 'fal-ai/flux/dev',
            seed,
            widthPx: 64,
            heightPx: 48,
          }),
          estimateUsdMicros: priceUsdMicros,
        })),
      ),
    );
    await engine.waitForIdle();
    await engine.close();
    const jobs = studio.store.rows('job', testProjectId);
    const submits = sim
      .submits()
      .slice(before.submits)
      .filter(({ requestId }) => requestId !== null);
    const accepted = submits.map(({ input }) => String(input['prompt']));
    expect(accepted).toHaveLength(new Set(accepted).size);
    expect([...new Set(jobs.map(({ state }) => state))].filter((state) => !states.includes(state))).toEqual(
      [],
    );
    const spend = studio.store.jobs.spend(testProjectId);
    const billed = sim
      .charges()
      .slice(before.charges)
      .reduce((sum, { costUsdMicros }) => sum + costUsdMicros, 0);
    expect(spend.chargedUsdMicros + spend.reservedUsdMicros).toBeGreaterThanOrEqual(billed);
    for (const job of jobs) {
      if (fault !== 'rate-limit') expect(job.submits).toBe(1);
      if (job.state !== 'done') expect(job.faultMessage).toMatch(/\.$/);
    }
    totals.jobs += jobs.length;
    totals.accepted += accepted.length;
    studio.dispose();
    rmSync(folder, { recursive: true, force: true });
  });
});
