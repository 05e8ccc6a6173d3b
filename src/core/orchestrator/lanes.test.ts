import { afterEach, describe, expect, it } from 'vitest';
import { wordsOfRequest } from '../../domain/jobs/request-kinds.ts';
import { ProjectId } from '../../domain/kernel/ids.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import {
  askFor,
  createTestEngine,
  type TestEngine,
  type TestEngineOptions,
} from '../../testing/test-engine.ts';

let bed: TestEngine;
const open = (options?: TestEngineOptions): TestEngine => {
  bed = createTestEngine(options);
  return bed;
};
afterEach(() => bed.dispose());

const turn = async (times = 200): Promise<void> => {
  for (let i = 0; i < times; i++) await new Promise((resolve) => setImmediate(resolve));
};
/** For half an hour: what looks around now and then waits for the clock for ever. */
const settle = async (): Promise<void> => {
  const { clock } = bed.studio;
  const untilMs = clock.nowMs() + 30 * 60_000;
  do await turn();
  while (clock.nowMs() < untilMs && (await clock.advanceToNext()));
};
const numbers = (count: number, name = 'shot'): string[] =>
  Array.from({ length: count }, (_, i) => `${name} ${i}`);

describe('who is served, and when', () => {
  it('lets the projects take turns', async () => {
    open({ maxConcurrent: 1 });
    unwrap(bed.engine.enqueue(numbers(20).map((prompt) => askFor(prompt))));
    const other = { ...askFor('of another project'), projectId: ProjectId.parse('another-project') };
    unwrap(bed.engine.enqueue([other]));
    bed.engine.start();
    await bed.run();
    expect(
      bed.far.accepted.findIndex(({ request }) => wordsOfRequest(request) === 'of another project'),
    ).toBeLessThan(2);
    expect(bed.far.accepted).toHaveLength(21);
  });

  it('keeps as many requests open as a person says, and more as soon as they say more', async () => {
    let most = 3;
    open({
      maxConcurrent: 40,
      behave: () => ({ polls: ['running', 'running'] }),
      overrides: { atOnce: () => most },
    });
    bed.engine.start();
    bed.ask(...numbers(20));
    await turn();
    expect(bed.far.accepted).toHaveLength(3);
    most = 8;
    bed.engine.reconsider();
    await turn();
    expect(bed.far.accepted).toHaveLength(8);
    most = 1;
    bed.engine.reconsider();
    await turn();
    expect(bed.engine.providerStates()).toMatchObject([{ atProvider: 8, maxConcurrent: 1 }]);
  });

  it('sends no more in a minute than the provider allows', async () => {
    open({ maxConcurrent: 40, mostPerMinute: 5 });
    const sentMs: number[] = [];
    bed.engine.onJob(({ job }) => {
      if (job.state === 'sending') sentMs.push(bed.studio.clock.nowMs());
    });
    bed.engine.start();
    bed.ask(...numbers(23));
    await bed.run();
    expect(sentMs).toHaveLength(23);
    for (const [i, atMs] of sentMs.entries()) {
      const sixth = sentMs[i + 5];
      if (sixth !== undefined) expect(sixth - atMs).toBeGreaterThanOrEqual(60_000);
    }
  });

  it('asks a provider that is down only with probes, and goes on when it answers', async () => {
    open({
      maxConcurrent: 1,
      checksHealth: true,
      overrides: { limits: { waitsOffline: true, backoffCapMs: 1_000 } },
    });
    bed.far.offline = true;
    bed.engine.start();
    bed.ask(...numbers(30));
    await bed.run(4 * 3_600_000);
    const down = bed.engine.providerStates()[0];
    expect(down).toMatchObject({ reach: 'down', errorRate: 1, queued: 30 });
    expect(bed.jobs().every(({ state }) => state === 'queued')).toBe(true);
    // Five tries opened it; after that only the free question was asked.
    expect(bed.jobs().reduce((sum, { tries }) => sum + tries, 0)).toBeLessThanOrEqual(15);
    bed.far.offline = false;
    await bed.run();
    expect(bed.jobs().every(({ state }) => state === 'done')).toBe(true);
    expect(bed.far.accepted).toHaveLength(30);
    expect(bed.engine.providerStates()[0]).toMatchObject({ breaker: 'closed', queued: 0 });
  });

  it('lets one job be the probe where the provider has no free question', async () => {
    open({ maxConcurrent: 8, overrides: { limits: { waitsOffline: true } } });
    bed.far.offline = true;
    bed.engine.start();
    bed.ask(...numbers(20));
    await bed.run(3_600_000);
    expect(bed.engine.providerStates()[0]?.reach).toBe('down');
    bed.far.offline = false;
    await bed.run();
    expect(bed.jobs().every(({ state, submits }) => state === 'done' && submits === 1)).toBe(true);
  });

  it('sends nothing while it is paused, also after a restart, and brings in what was sent', async () => {
    let sinceMs: number | null = null;
    const hold = {
      get sinceMs() {
        return sinceMs;
      },
      set(next: number | null) {
        sinceMs = next;
        return { ok: true as const, value: undefined };
      },
    };
    open({ maxConcurrent: 2, behave: () => ({ polls: ['waiting', 'running'] }), overrides: { hold } });
    bed.engine.start();
    bed.ask(...numbers(10));
    await turn();
    unwrap(bed.engine.pause());
    await settle();
    const states = (): string[] => [...new Set(bed.jobs().map(({ state }) => state))].sort();
    expect(states()).toEqual(['done', 'queued']);
    expect(bed.far.accepted).toHaveLength(2);
    await bed.restart({ hold });
    await settle();
    expect(bed.far.accepted).toHaveLength(2);
    unwrap(bed.engine.resume());
    await bed.run();
    expect(states()).toEqual(['done']);
    expect(bed.far.accepted).toHaveLength(10);
  });

  it('holds back the rest of a batch when a price rose, and sends it once it was asked for at the new price', async () => {
    let price = 10_000;
    open({ maxConcurrent: 1, priceUsdMicros: () => price, behave: () => ({ polls: ['waiting'] }) });
    const batch = (estimateUsdMicros: number) =>
      numbers(6).map((prompt) => ({ ...askFor(prompt), batchId: 'batch', estimateUsdMicros }));
    unwrap(bed.engine.enqueue([...batch(10_000), askFor('beside the batch')]));
    bed.engine.start();
    await turn();
    price = 12_000;
    await bed.run();
    expect(bed.far.accepted).toHaveLength(1);
    const held = bed.jobs().filter(({ state }) => state === 'failed');
    expect(held).toHaveLength(6);
    expect(
      held.every(({ faultCode, costUsdMicros }) => faultCode === 'money.price-rose' && costUsdMicros === 0),
    ).toBe(true);
    expect(held.filter(({ faultMessage }) => faultMessage?.includes('held back'))).toHaveLength(4);
    unwrap(bed.engine.enqueue(batch(12_000)));
    await bed.run();
    expect(bed.far.accepted).toHaveLength(6);
  });
});

describe('a result that is not here yet', () => {
  it('is fetched for as long as the provider holds it', async () => {
    const days = 24 * 3_600_000;
    open({
      overrides: { limits: { backoffCapMs: days / 8 } },
      keptForMs: 7 * days,
      behave: () => ({ fetches: Array(100_000).fill('unreachable') }),
    });
    bed.engine.start();
    const startMs = bed.studio.clock.nowMs();
    bed.ask('one');
    await bed.run(6 * days);
    expect(bed.job('one')).toMatchObject({ state: 'fetching', heldUntilMs: startMs + 7 * days });
    await bed.run(30 * days);
    expect(bed.job('one')).toMatchObject({
      state: 'expired',
      faultCode: 'provider.result-gone',
      costUsdMicros: null,
    });
    expect(bed.far.accepted).toHaveLength(1);
  });
});
