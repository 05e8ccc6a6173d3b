import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeOfJob, monthOf } from '../../domain/jobs/charge.ts';
import { ProjectId } from '../../domain/kernel/ids.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { testProjectId } from '../../testing/builders/build-blocks.ts';
import type { FakeBehaviour, FakeSubmit } from '../../testing/fakes/fake-provider.ts';
import { faultCount } from '../../testing/fault-counts.ts';
import { noteFigure } from '../../testing/note-figure.ts';
import { askFor, createTestEngine, type TestEngine } from '../../testing/test-engine.ts';
import type { Store } from '../store/store.ts';

const runs = faultCount(400, 30);
const priceUsdMicros = 10_000;

const submit: fc.Arbitrary<FakeSubmit> = fc.constantFrom(
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
  polls: fc.array(fc.constantFrom('waiting', 'running', 'unreachable', 'ready', 'failed', 'gone'), {
    maxLength: 4,
  }),
  fetches: fc.array(fc.constantFrom('fetched', 'unreachable', 'throw', 'failed', 'gone'), { maxLength: 3 }),
  cancel: fc.constantFrom('cancelled', 'requested', 'too-late', 'unreachable'),
  chargeUsdMicros: fc.constantFrom(null, 0, priceUsdMicros, priceUsdMicros / 2),
});
const event = fc.record({
  kind: fc.constantFrom('restart', 'cancel', 'ask-again', 'retry', 'offline', 'online'),
  job: fc.nat(7),
  // Now and then into another month.
  afterMs: fc.oneof({ arbitrary: fc.nat(4_000), weight: 9 }, fc.constant(32 * 24 * 3_600_000)),
});

/** That the ledger tells what the jobs tell, whole and part, and that the kept sums are those of its lines. */
function expectSameStory(store: Store, projects: readonly ProjectId[]): void {
  const months = new Map<string, number>();
  for (const projectId of projects) {
    let used = 0;
    for (const job of store.rows('job', projectId)) {
      const expected = chargeOfJob(job);
      const line = store.charges.of(job.id);
      if (expected === null) {
        expect(line).toBeNull();
        continue;
      }
      const { basis: _basis, ...money } = expected;
      expect(line).toMatchObject(money);
      used += expected.amountUsdMicros;
      months.set(expected.month, (months.get(expected.month) ?? 0) + expected.amountUsdMicros);
    }
    const { chargedUsdMicros, reservedUsdMicros } = store.jobs.spend(projectId);
    expect(used).toBe(chargedUsdMicros + reservedUsdMicros);
  }
  for (const { key, ...group } of store.charges.groups('month', {})) {
    const { lines: _l, paidLines: _p, title: _t, newestAtMs: _n, ...sums } = group;
    expect(store.charges.month(key)).toEqual(sums);
    expect(sums.chargedUsdMicros + sums.reservedUsdMicros + sums.uncertainUsdMicros).toBe(
      months.get(key) ?? 0,
    );
  }
}

function watch(bed: TestEngine, projects: readonly ProjectId[]): () => number {
  let seen = 0;
  bed.store.onCommit(() => {
    seen += 1;
    expectSameStory(bed.store, projects);
  });
  return () => seen;
}

describe('the ledger', () => {
  it('tells what the jobs tell after every single write, whatever a provider does', {
    timeout: 1_800_000,
  }, async () => {
    let writes = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(behaviour, { minLength: 1, maxLength: 8 }),
        fc.array(event, { maxLength: 8 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 8 }),
        async (behaviours, events, affordable, monthly) => {
          const bed = createTestEngine({
            behave: ({ prompt }) => behaviours[Number(prompt)] ?? {},
            overrides: {
              maxCostUsdMicros: () => affordable * priceUsdMicros,
              monthlyCapUsdMicros: () => monthly * priceUsdMicros,
              limits: { submitTries: 6 },
            },
          });
          try {
            const failures: unknown[] = [];
            const look = (): void => {
              bed.store.onCommit(() => {
                writes += 1;
                try {
                  expectSameStory(bed.store, [testProjectId]);
                } catch (thrown) {
                  failures.push(thrown);
                }
              });
            };
            look();
            const prompts = behaviours.map((_, i) => String(i));
            bed.engine.start();
            bed.ask(...prompts);
            for (const { kind, job, afterMs } of events) {
              await bed.studio.clock.advance(afterMs);
              const id = bed.jobs()[job % prompts.length]?.id ?? bed.job('0').id;
              if (kind === 'restart') {
                await bed.restart();
                look();
              }
              if (kind === 'ask-again') bed.ask(...prompts);
              if (kind === 'retry') bed.engine.retry(id);
              if (kind === 'offline' || kind === 'online') bed.far.offline = kind === 'offline';
              if (kind === 'cancel') bed.engine.cancel(id);
            }
            bed.far.offline = false;
            await bed.run();
            expect(failures).toEqual([]);
            expectSameStory(bed.store, [testProjectId]);
            for (const { key } of bed.store.charges.groups('month', {})) {
              const { chargedUsdMicros, reservedUsdMicros, uncertainUsdMicros } =
                bed.store.charges.month(key);
              expect(chargedUsdMicros + reservedUsdMicros + uncertainUsdMicros).toBeLessThanOrEqual(
                monthly * priceUsdMicros,
              );
            }
          } finally {
            await bed.dispose();
          }
        },
      ),
      { numRuns: runs },
    );
    noteFigure('The ledger over random runs', { runs, writes, differences: 0 });
  });

  it('a hundred submits at once, of two films, never pass the month, whatever was there before', {
    timeout: 1_800_000,
  }, async () => {
    const other = ProjectId.parse('another-project');
    const races = faultCount(500, 8);
    for (let race = 0; race < races; race++) {
      const affordable = (race * 37) % 101;
      const capUsdMicros = affordable * priceUsdMicros + (race % 2) * (priceUsdMicros / 2);
      const bed = createTestEngine({
        maxConcurrent: 100,
        overrides: { monthlyCapUsdMicros: () => capUsdMicros },
      });
      const seen = race === 1 ? watch(bed, [testProjectId, other]) : () => 1;
      bed.engine.start();
      unwrap(bed.engine.enqueue(Array.from({ length: 50 }, (_, i) => askFor(`a ${i}`))));
      unwrap(
        bed.engine.enqueue(Array.from({ length: 50 }, (_, i) => ({ ...askFor(`b ${i}`), projectId: other }))),
      );
      await bed.run();
      expect(bed.far.accepted).toHaveLength(Math.min(100, affordable));
      const month = monthOf(bed.studio.clock.nowMs());
      expect(bed.store.charges.month(month).chargedUsdMicros).toBe(
        Math.min(100, affordable) * priceUsdMicros,
      );
      const stopped = [testProjectId, other]
        .flatMap((projectId) => bed.store.rows('job', projectId))
        .filter(({ faultCode }) => faultCode === 'money.month-cap-reached');
      expect(stopped).toHaveLength(100 - Math.min(100, affordable));
      if (stopped[0] !== undefined) expect(stopped[0].faultMessage).toContain(`for all films in ${month}`);
      expect(seen()).toBeGreaterThan(0);
      await bed.dispose();
    }
    noteFigure('The limit of a month', { races, submits: races * 100, 'above the limit': 0 });
  });
});
