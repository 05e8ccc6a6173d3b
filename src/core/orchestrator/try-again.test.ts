import { afterEach, describe, expect, it } from 'vitest';
import { wordsOfRequest } from '../../domain/jobs/request-kinds.ts';
import { createTestEngine, type TestEngine, type TestEngineOptions } from '../../testing/test-engine.ts';

let bed: TestEngine;
const open = (options?: TestEngineOptions): TestEngine => {
  bed = createTestEngine(options);
  return bed;
};
afterEach(() => bed.dispose());

const statesOf = (engine: TestEngine): Record<string, string> =>
  Object.fromEntries(engine.jobs().map((job) => [wordsOfRequest(job.request), job.state]));

describe('trying again where it is free of charge', () => {
  it('waits out a provider that cannot be reached, within its tries', async () => {
    open({ overrides: { limits: { submitTries: 3 } } });
    bed.far.offline = true;
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    expect(bed.job('one')).toMatchObject({ state: 'failed', costUsdMicros: 0, submits: 0, tries: 2 });
    bed.far.offline = false;
    bed.engine.retry(bed.job('one').id);
    await bed.run();
    expect(bed.job('one').state).toBe('done');
  });

  it('obeys Retry-After, within ten per cent, for the whole lane', async () => {
    const starts: number[] = [];
    open({
      maxConcurrent: 1,
      behave: ({ prompt }) =>
        prompt === 'one' ? { submit: ['rate-limited', 'accept'], retryAfterMs: 30_000 } : {},
    });
    bed.engine.onJob(({ job }) => {
      if (job.state === 'sending') starts.push(bed.studio.clock.nowMs());
    });
    bed.engine.start();
    bed.ask('one', 'two');
    await bed.run();
    expect(statesOf(bed)).toEqual({ one: 'done', two: 'done' });
    const wait = (starts[1] ?? 0) - (starts[0] ?? 0);
    expect(wait).toBeGreaterThanOrEqual(30_000);
    expect(wait).toBeLessThanOrEqual(33_000);
  });

  it('polls and fetches through a bad line', async () => {
    open({
      behave: () => ({
        polls: ['unreachable', 'waiting', 'unreachable', 'unreachable', 'running'],
        fetches: ['unreachable', 'throw', 'fetched'],
      }),
    });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    expect(bed.job('one').state).toBe('done');
  });

  it('sets a result aside that cannot be stored, and collects it at the next start without another submit', async () => {
    let full = true;
    open({ overrides: { limits: { landTries: 2 } } });
    const refuseToLand = async () =>
      ({ ok: false, fault: { code: 'library.disk-full', message: 'The disk is full.' } }) as const;
    await bed.restart({ land: refuseToLand });
    bed.ask('one');
    await bed.run();
    expect(bed.job('one')).toMatchObject({ state: 'failed', faultCode: 'job.result-not-stored' });
    full = false;
    await bed.restart();
    await bed.run();
    expect(full).toBe(false);
    expect(bed.job('one').state).toBe('done');
    expect(bed.far.accepted).toHaveLength(1);
  });

  it('ends an endless queue at its deadline, and takes the request back', async () => {
    open({
      behave: () => ({ polls: Array(100_000).fill('waiting') }),
      overrides: { limits: { queueDeadlineMs: 60_000 } },
    });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    expect(bed.job('one')).toMatchObject({
      state: 'expired',
      faultCode: 'job.deadline-passed',
      costUsdMicros: 0,
    });
    expect(bed.far.accepted[0]?.cancelled).toBe(true);
  });
});
