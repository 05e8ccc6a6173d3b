import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../domain/kernel/result.ts';
import type { FakeBehaviour } from '../../testing/fakes/fake-provider.ts';
import { createTestEngine, type TestEngine, type TestEngineOptions } from '../../testing/test-engine.ts';
import type { PollOutcome } from '../ports/generator.ts';

let bed: TestEngine;
const open = (options?: TestEngineOptions): TestEngine => {
  bed = createTestEngine(options);
  return bed;
};
afterEach(() => bed.dispose());

const statesOf = (engine: TestEngine): Record<string, string> =>
  Object.fromEntries(engine.jobs().map((job) => [job.request.prompt, job.state]));

describe('the way of a job', () => {
  it('goes from intent to asset and take', async () => {
    const { engine, store, ask, far, run, job } = open({ behave: () => ({ polls: ['waiting', 'running'] }) });
    const [queued] = ask('one');
    expect(queued?.state).toBe('queued');
    expect(far.accepted).toHaveLength(0);
    const states: string[] = [];
    engine.onJob((event) => {
      if (states.at(-1) !== event.job.state) states.push(event.job.state);
    });
    engine.start();
    await run();
    expect(states).toEqual(['queued', 'sending', 'submitted', 'running', 'fetching', 'done']);
    const done = bed.job('one');
    expect(done).toMatchObject({ costUsdMicros: 10_000, submits: 1, faultCode: null });
    expect(store.row('take', done.takeId ?? '')?.jobId).toBe(done.id);
    expect(store.row('asset', done.assetId ?? '')).not.toBeNull();
    expect(job.call(bed, 'one').finishedAtMs).not.toBeNull();
  });

  it('keeps to the room at the provider, oldest first', async () => {
    open({ maxConcurrent: 3, behave: () => ({ polls: ['waiting', 'running'] }) });
    const prompts = Array.from({ length: 20 }, (_, i) => `p${i}`);
    bed.engine.start();
    bed.ask(...prompts);
    await bed.run();
    expect(bed.far.mostOpen).toBe(3);
    expect(new Set(Object.values(statesOf(bed)))).toEqual(new Set(['done']));
    expect(bed.far.accepted).toHaveLength(20);
  });

  it('lets no failing job stop the others', async () => {
    open({
      behave: ({ prompt }) => {
        if (prompt === 'refused') return { submit: 'refuse' };
        if (prompt === 'failed') return { polls: ['failed'] };
        if (prompt === 'throw') return { submit: 'throw' };
        if (prompt === 'gone') return { polls: ['gone'] };
        if (prompt === 'bad result') return { fetches: ['failed'] };
        return {};
      },
    });
    bed.engine.start();
    bed.ask('refused', 'failed', 'throw', 'gone', 'bad result', 'fine');
    await bed.run();
    expect(statesOf(bed)).toEqual({
      refused: 'failed',
      failed: 'failed',
      throw: 'unknown',
      gone: 'expired',
      'bad result': 'failed',
      fine: 'done',
    });
  });
});

describe('a process that dies at work', () => {
  const died: Fault = { code: 'worker.died', message: 'The worker ended unexpectedly.' };
  const failed: PollOutcome = { kind: 'failed', fault: died, billed: 'no' };
  const deaths = (times: number) => (): FakeBehaviour =>
    bed.far.accepted.length < times ? { polls: [failed] } : {};

  it('is asked again where it is free', async () => {
    open({ free: true, behave: deaths(2) });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    expect(bed.job('one')).toMatchObject({ state: 'done', submits: 3 });
  });

  it('is never asked again where it may cost', async () => {
    open({ behave: deaths(1) });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    expect(bed.job('one')).toMatchObject({ state: 'failed', submits: 1 });
  });
});

describe('never twice', () => {
  it('asks once for what is open or done already', async () => {
    open();
    bed.engine.start();
    const [first, again] = bed.ask('one', 'one');
    expect(again?.id).toBe(first?.id);
    await bed.run();
    expect(bed.ask('one')[0]).toMatchObject({ id: first?.id, state: 'done' });
    await bed.run();
    expect(bed.far.accepted).toHaveLength(1);
  });

  it('never resends when the answer is lost, and says what may have been billed', async () => {
    open({ behave: () => ({ submit: 'lose-answer' }) });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    expect(bed.job('one')).toMatchObject({
      state: 'unknown',
      faultCode: 'job.maybe-billed',
      costUsdMicros: null,
    });
    bed.ask('one');
    await bed.restart();
    await bed.run();
    expect(bed.far.accepted).toHaveLength(1);
    expect(bed.store.jobs.spend(bed.job('one').projectId).reservedUsdMicros).toBe(10_000);
  });

  it('sends an unknown job again only when a person asks, and keeps the first price as spent', async () => {
    open({ behave: () => ({ submit: ['lose-answer', 'accept'] }) });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    expect(bed.engine.retry(bed.job('one').id).ok).toBe(true);
    await bed.run();
    expect(
      bed
        .jobs()
        .map((job) => job.state)
        .sort(),
    ).toEqual(['done', 'failed']);
    expect(bed.store.jobs.spend(bed.job('one').projectId)).toEqual({
      reservedUsdMicros: 0,
      chargedUsdMicros: 20_000,
    });
  });

  it('asks a free provider again after a lost answer', async () => {
    open({ free: true, behave: () => ({ submit: ['lose-answer', 'throw', 'accept'] }) });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    expect(bed.job('one').state).toBe('done');
  });

  it('does not send a refused request again until a person asks', async () => {
    open({ behave: () => ({ submit: ['refuse', 'accept'] }) });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    expect(bed.ask('one')[0]?.state).toBe('failed');
    expect(bed.engine.retry(bed.job('one').id).ok).toBe(true);
    await bed.run();
    expect(bed.jobs().map((job) => job.state)).toEqual(['done']);
  });
});

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

describe('money', () => {
  it('never passes the cap, and says so on every job that it stopped', async () => {
    open({ overrides: { maxCostUsdMicros: () => 35_000 } });
    bed.engine.start();
    bed.ask('a', 'b', 'c', 'd', 'e');
    await bed.run();
    expect(bed.far.accepted).toHaveLength(3);
    const stopped = bed.jobs().filter((job) => job.state === 'failed');
    expect(stopped.map((job) => job.faultCode)).toEqual(['money.cap-reached', 'money.cap-reached']);
    expect(stopped.map((job) => job.request.prompt)).toEqual(['d', 'e']);
    expect(bed.store.jobs.spend(stopped[0]?.projectId ?? bed.job('a').projectId).chargedUsdMicros).toBe(
      30_000,
    );
  });

  it('goes on below a raised cap when the shots are asked for again', async () => {
    let cap = 10_000;
    open({ overrides: { maxCostUsdMicros: () => cap } });
    bed.engine.start();
    bed.ask('a', 'b');
    await bed.run();
    expect(statesOf(bed)).toEqual({ a: 'done', b: 'failed' });
    cap = 20_000;
    bed.ask('a', 'b');
    await bed.run();
    expect(statesOf(bed)).toEqual({ a: 'done', b: 'done' });
  });

  it('counts what is unknown and what is under way against the cap', async () => {
    open({
      maxConcurrent: 1,
      behave: ({ prompt }) => (prompt === 'a' ? { submit: 'lose-answer' } : { chargeUsdMicros: null }),
      overrides: { maxCostUsdMicros: () => 20_000 },
    });
    bed.engine.start();
    bed.ask('a', 'b', 'c');
    await bed.run();
    expect(statesOf(bed)).toEqual({ a: 'unknown', b: 'done', c: 'failed' });
  });

  it('sends nothing paid without a cap, and nothing above the approved price', async () => {
    open({ overrides: { maxCostUsdMicros: () => null } });
    bed.engine.start();
    bed.ask('a');
    await bed.run();
    expect(bed.job('a').faultCode).toBe('money.no-cap');
    await bed.dispose();
    let price = 10_000;
    open({ priceUsdMicros: () => price });
    bed.ask('a');
    price = 10_001;
    bed.engine.start();
    await bed.run();
    expect(bed.job('a')).toMatchObject({ state: 'failed', faultCode: 'money.price-rose', submits: 0 });
    expect(bed.far.accepted).toHaveLength(0);
  });

  it('pays for nothing that could not be stored', async () => {
    open({
      overrides: {
        canStore: () => ({ ok: false, fault: { code: 'library.disk-full', message: 'The disk is full.' } }),
      },
    });
    bed.engine.start();
    bed.ask('a');
    await bed.run();
    expect(bed.job('a')).toMatchObject({ state: 'failed', faultCode: 'library.disk-full', submits: 0 });
  });
});

describe('cancel', () => {
  it('drops what was not sent', async () => {
    open({ maxConcurrent: 1, behave: () => ({ polls: ['waiting', 'waiting'] }) });
    bed.ask('a', 'b');
    expect(bed.engine.cancelAll(bed.job('a').projectId)).toBe(2);
    bed.engine.start();
    await bed.run();
    expect(statesOf(bed)).toEqual({ a: 'cancelled', b: 'cancelled' });
    expect(bed.far.accepted).toHaveLength(0);
  });

  it.each([
    ['cancelled', 'cancelled'],
    ['requested', 'cancelled'],
    ['too-late', 'done'],
  ] as const)('told a running request: %s ends in %s', async (cancel, ends) => {
    open({ behave: () => ({ polls: ['running', 'running', 'running'], cancel }) });
    let asked = false;
    bed.engine.onJob(({ job }) => {
      if (job.state !== 'running' || asked) return;
      asked = true;
      expect(bed.engine.cancel(job.id).ok).toBe(true);
    });
    bed.engine.start();
    bed.ask('a');
    await bed.run();
    expect(bed.job('a').state).toBe(ends);
  });

  it('takes back a submit once its answer is there', async () => {
    open({ behave: () => ({ polls: Array(100).fill('waiting') }) });
    bed.engine.onJob(({ job }) => {
      if (job.state === 'sending') expect(bed.engine.cancel(job.id).ok).toBe(true);
    });
    bed.engine.start();
    bed.ask('a');
    await bed.run();
    expect(bed.job('a')).toMatchObject({ state: 'cancelled', costUsdMicros: 0 });
    expect(bed.far.accepted[0]?.cancelled).toBe(true);
  });
});

describe('restart', () => {
  it('goes on with what is at the provider, and submits nothing again', async () => {
    open({ maxConcurrent: 2, behave: () => ({ polls: ['waiting', 'running', 'running'] }) });
    bed.engine.start();
    bed.ask('a', 'b', 'c', 'd');
    await bed.studio.clock.advance(1_500);
    await bed.restart();
    await bed.studio.clock.advance(1_500);
    await bed.restart();
    await bed.run();
    expect(new Set(Object.values(statesOf(bed)))).toEqual(new Set(['done']));
    expect(bed.far.accepted).toHaveLength(4);
  });

  it('calls a paid job found while sending unknown, and asks a free one again', async () => {
    for (const free of [false, true]) {
      open({ free });
      const [job] = bed.ask('a');
      if (job === undefined) throw new Error('no job');
      bed.store.jobs.transition(job.id, ['queued'], { state: 'sending', submits: 1 });
      await bed.restart();
      await bed.run();
      expect(bed.job('a').state).toBe(free ? 'done' : 'unknown');
      expect(bed.far.accepted).toHaveLength(free ? 1 : 0);
      await bed.dispose();
    }
    open();
  });

  it('leaves jobs of a provider that is not there today, and is idle all the same', async () => {
    open({ behave: () => ({ polls: ['waiting', 'waiting'] }) });
    bed.ask('a');
    await bed.restart({ generators: [] });
    await bed.engine.waitForIdle();
    expect(bed.job('a').state).toBe('queued');
    await bed.restart();
    await bed.run();
    expect(bed.job('a').state).toBe('done');
  });
});

it('tells of a listener that throws and goes on', async () => {
  open();
  bed.engine.onJob(() => {
    throw new Error('broken listener');
  });
  bed.engine.start();
  bed.ask('a');
  await bed.run();
  expect(bed.job('a').state).toBe('done');
  expect(bed.reports.some((fault) => fault.message === 'broken listener')).toBe(true);
});
