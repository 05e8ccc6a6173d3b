import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOfRequest } from '../../domain/jobs/request-kinds.ts';
import { isEnded } from '../../domain/jobs/transitions.ts';
import { testProjectId } from '../../testing/builders/build-blocks.ts';
import type { FakeBehaviour, FakeSubmit } from '../../testing/fakes/fake-provider.ts';
import { faultCount } from '../../testing/fault-counts.ts';
import { noteFigure } from '../../testing/note-figure.ts';
import { createSeededRandom } from '../../testing/seeded-random.ts';
import { createTestEngine } from '../../testing/test-engine.ts';

const priceUsdMicros = 10_000;

const submit: fc.Arbitrary<FakeSubmit> = fc.constantFrom(
  'accept',
  'accept',
  'accept',
  'refuse',
  'not-sent',
  'rate-limited',
  'lose-answer',
  'lose-request',
  'throw',
);
const behaviour: fc.Arbitrary<FakeBehaviour> = fc.record({
  submit: fc.array(submit, { minLength: 1, maxLength: 4 }),
  retryAfterMs: fc.constantFrom(0, 500, 20_000),
  polls: fc.array(fc.constantFrom('waiting', 'running', 'unreachable', 'ready', 'failed', 'gone'), {
    maxLength: 4,
  }),
  fetches: fc.array(fc.constantFrom('fetched', 'unreachable', 'throw', 'failed', 'gone'), { maxLength: 3 }),
  cancel: fc.constantFrom('cancelled', 'requested', 'too-late', 'unreachable'),
  chargeUsdMicros: fc.constantFrom(null, priceUsdMicros, priceUsdMicros / 2),
});
type Event = {
  readonly kind: 'restart' | 'cancel' | 'ask-again' | 'offline' | 'online';
  readonly job: number;
  readonly afterMs: number;
};
const event: fc.Arbitrary<Event> = fc.record({
  kind: fc.constantFrom('restart', 'cancel', 'ask-again', 'offline', 'online'),
  job: fc.nat(7),
  afterMs: fc.nat(4_000),
});

/** Cases that once failed. */
const knownBreakers: [FakeBehaviour[], Event[], number, number][] = [
  [[{ submit: ['rate-limited', 'accept'], retryAfterMs: 0 }], [], 1, 1],
];

describe('whatever a provider does', () => {
  it('every job ends, nothing is sent twice, nothing passes the cap, every result is kept', {
    timeout: 1_800_000,
  }, async () => {
    const numRuns = faultCount(500, 40);
    const seed = Math.floor(Math.random() * 0x7fffffff);
    await fc.assert(
      fc.asyncProperty(
        fc.array(behaviour, { minLength: 1, maxLength: 8 }),
        fc.array(event, { maxLength: 6 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 8 }),
        async (behaviours, events, maxConcurrent, affordable) => {
          const cap = affordable * priceUsdMicros;
          const bed = createTestEngine({
            maxConcurrent,
            behave: ({ prompt }) => behaviours[Number(prompt)] ?? {},
            overrides: { maxCostUsdMicros: () => cap, limits: { submitTries: 6 } },
          });
          try {
            const prompts = behaviours.map((_, i) => String(i));
            bed.engine.start();
            bed.ask(...prompts);
            for (const { kind, job, afterMs } of events) {
              await bed.studio.clock.advance(afterMs);
              if (kind === 'restart') await bed.restart();
              if (kind === 'ask-again') bed.ask(...prompts);
              if (kind === 'offline' || kind === 'online') bed.far.offline = kind === 'offline';
              if (kind === 'cancel')
                bed.engine.cancel(bed.jobs()[job % prompts.length]?.id ?? bed.job('0').id);
            }
            bed.far.offline = false;
            await bed.run();

            const jobs = bed.jobs();
            expect(jobs.filter((job) => !isEnded(job))).toEqual([]);
            for (const prompt of prompts) {
              const accepted = bed.far.accepted.filter(({ request }) => wordsOfRequest(request) === prompt);
              // A cancelled job that is asked for again was taken back free of charge: it may be sent once more.
              if (!events.some(({ kind }) => kind === 'cancel'))
                expect(accepted.length).toBeLessThanOrEqual(1);
            }
            const spend = bed.store.jobs.spend(testProjectId);
            expect(spend.chargedUsdMicros + spend.reservedUsdMicros).toBeLessThanOrEqual(cap);
            expect(bed.far.mostOpen).toBeLessThanOrEqual(prompts.length);
            for (const job of jobs) {
              const take = bed.store.row('take', job.takeId ?? 'none');
              expect(take !== null).toBe(job.state === 'done');
            }
            const losing = ['lose-answer', 'lose-request', 'throw'];
            for (const job of jobs.filter(({ state }) => state === 'unknown')) {
              const steps = [behaviours[Number(wordsOfRequest(job.request))]?.submit ?? 'accept'].flat();
              expect(steps.some((step) => losing.includes(step))).toBe(true);
            }
          } finally {
            await bed.dispose();
          }
        },
      ),
      { numRuns, seed, examples: knownBreakers },
    );
    noteFigure('Whatever a provider does: up to 8 jobs, with restarts, cancels and a line that breaks', {
      runs: numRuns,
      seed,
      'jobs that did not end': 0,
      'sent twice': 0,
      'above the cap': 0,
    });
  });

  it('a hundred submits at once never pass the cap', { timeout: 3_600_000 }, async () => {
    const beganMs = performance.now();
    const seeded = createSeededRandom('budget races');
    const races = faultCount(500, 25);
    let highestShare = 0;
    for (let race = 0; race < races; race++) {
      const affordable = race < 2 ? race : seeded.int(0, 99);
      const cap = affordable * priceUsdMicros + seeded.int(0, priceUsdMicros - 1);
      const bed = createTestEngine({
        maxConcurrent: seeded.int(2, 100),
        overrides: { maxCostUsdMicros: () => cap },
      });
      bed.engine.start();
      bed.ask(...Array.from({ length: 100 }, (_, i) => String(i)));
      await bed.run();
      expect(bed.far.accepted).toHaveLength(affordable);
      expect(bed.jobs().filter((job) => job.faultCode === 'money.cap-reached')).toHaveLength(
        100 - affordable,
      );
      highestShare = Math.max(highestShare, (affordable * priceUsdMicros) / Math.max(1, cap));
      await bed.dispose();
    }
    noteFigure('Budget races of 100 submits, seed "budget races"', {
      races,
      'above the cap': 0,
      'closest to the cap, %': (100 * highestShare).toFixed(2),
      'took, s': Math.round((performance.now() - beganMs) / 1_000),
    });
  });

  it('collects every finished result over a line that keeps breaking', {
    timeout: 1_800_000,
  }, async () => {
    const beganMs = performance.now();
    const seeded = createSeededRandom('flapping line');
    const count = faultCount(1_000);
    const bed = createTestEngine({
      maxConcurrent: 8,
      behave: ({ prompt }) => ({
        polls: Number(prompt) % 3 === 0 ? ['waiting', 'unreachable', 'running'] : ['running'],
        fetches: Number(prompt) % 5 === 0 ? ['unreachable', 'fetched'] : [],
      }),
      overrides: { limits: { waitsOffline: true } },
    });
    bed.engine.start();
    bed.ask(...Array.from({ length: count }, (_, i) => String(i)));
    let cuts = 0;
    const isOpen = (): boolean => bed.jobs().some(({ state }) => state !== 'done');
    while (isOpen() && cuts < 500) {
      bed.far.offline = !bed.far.offline;
      if (bed.far.offline) cuts += 1;
      await bed.studio.clock.advance(seeded.int(1, bed.far.offline ? 20_000 : 10_000));
    }
    bed.far.offline = false;
    await bed.run();
    const done = bed.jobs().filter((job) => job.state === 'done').length;
    expect(done).toBe(count);
    expect(bed.far.accepted).toHaveLength(count);
    noteFigure('Flapping line, seed "flapping line"', {
      jobs: count,
      'times cut': cuts,
      'collected, %': ((100 * done) / count).toFixed(1),
      duplicates: bed.far.accepted.length - count,
      'took, s': Math.round((performance.now() - beganMs) / 1_000),
    });
    await bed.dispose();
  });
});
