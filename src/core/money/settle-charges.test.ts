import { expect, test } from 'vitest';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { createFakeGenerator } from '../../testing/fakes/fake-generator.ts';
import { createTestEngine, type TestEngine } from '../../testing/test-engine.ts';
import { settleCharges } from './settle-charges.ts';

const minuteMs = 60_000;

async function finished(behave: Parameters<typeof createTestEngine>[0]): Promise<TestEngine> {
  const bed = createTestEngine(behave);
  bed.engine.start();
  bed.ask('one');
  await bed.run();
  return bed;
}

function settleWith(bed: TestEngine, answers: (Result<number | null> | 'throw')[]) {
  let asked = 0;
  const stop = settleCharges({
    store: bed.store,
    clock: bed.studio.clock,
    onJob: bed.engine.onJob,
    report: () => {},
    generators: [
      {
        ...createFakeGenerator(bed.far),
        async readCharge() {
          const answer = answers[Math.min(asked++, answers.length - 1)] ?? ok(null);
          if (answer === 'throw') throw new Error('The line broke.');
          return answer;
        },
      },
    ],
  });
  return { stop, asked: () => asked };
}

test('what the provider did not say with the result is asked later, until it says', async () => {
  const bed = await finished({ behave: () => ({ chargeUsdMicros: null }) });
  const { id } = bed.job('one');
  expect(bed.job('one').costUsdMicros).toBeNull();
  expect(bed.store.charges.of(id)).toMatchObject({ basis: 'estimate', amountUsdMicros: 10_000 });
  const refused = { ok: false, fault: { code: 'provider.unreachable', message: 'No line.' } } as const;
  const settling = settleWith(bed, [ok(null), refused, 'throw', ok(7_500)]);
  await bed.studio.clock.advance(0);
  expect(settling.asked()).toBe(1);
  await bed.studio.clock.advance(minuteMs);
  expect(settling.asked()).toBe(2);
  await bed.studio.clock.advance(60 * minuteMs);
  const job = bed.job('one');
  expect(job).toMatchObject({ state: 'done', costUsdMicros: 7_500 });
  expect(bed.store.row('take', job.takeId ?? '')?.costUsdMicros).toBe(7_500);
  expect(bed.store.charges.of(id)).toMatchObject({
    state: 'charged',
    basis: 'billing-event',
    amountUsdMicros: 7_500,
  });
  await bed.studio.clock.advance(48 * 60 * minuteMs);
  expect(settling.asked()).toBe(4);
  await settling.stop();
  await bed.dispose();
});

test('a job that ends while the studio runs is asked about, a known charge is not', async () => {
  const bed = createTestEngine({
    behave: ({ prompt }) => ({
      polls:
        prompt === 'failed'
          ? [{ kind: 'failed', fault: { code: 'provider.fake', message: 'No.' }, billed: 'unknown' }]
          : [],
      chargeUsdMicros: 9_000,
    }),
  });
  const settling = settleWith(bed, [ok(0)]);
  bed.engine.start();
  bed.ask('known', 'failed');
  await bed.run();
  await bed.studio.clock.advance(2 * minuteMs);
  expect(settling.asked()).toBe(1);
  expect(bed.store.charges.of(bed.job('failed').id)).toMatchObject({
    state: 'released',
    amountUsdMicros: 0,
    basis: 'billing-event',
  });
  expect(bed.store.charges.of(bed.job('known').id)).toMatchObject({
    basis: 'provider',
    amountUsdMicros: 9_000,
  });
  await settling.stop();
  await bed.dispose();
});

test('a provider that never answers keeps nobody from closing', async () => {
  const bed = await finished({ behave: () => ({ chargeUsdMicros: null }) });
  const stop = settleCharges({
    store: bed.store,
    clock: bed.studio.clock,
    onJob: bed.engine.onJob,
    report: () => {},
    generators: [{ ...createFakeGenerator(bed.far), readCharge: () => new Promise(() => {}) }],
  });
  await bed.studio.clock.advance(0);
  await stop();
  expect(bed.store.charges.of(bed.job('one').id)?.basis).toBe('estimate');
  await bed.dispose();
});
