import { afterEach, describe, expect, it } from 'vitest';
import { wordsOfRequest } from '../../domain/jobs/request-kinds.ts';
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
  Object.fromEntries(engine.jobs().map((job) => [wordsOfRequest(job.request), job.state]));

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
    // Nothing happened to it at the start: what waits there is counted and not announced.
    expect(states).toEqual(['sending', 'submitted', 'running', 'fetching', 'done']);
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

describe('cancel', () => {
  it('drops what was not sent', async () => {
    open({ maxConcurrent: 1, behave: () => ({ polls: ['waiting', 'waiting'] }) });
    bed.ask('a', 'b');
    const heard: string[] = [];
    bed.store.onCommit((_, { label }) => heard.push(label));
    expect(bed.engine.cancelThese(bed.jobs().map(({ id }) => id))).toBe(2);
    // One transaction for both; each row is told of.
    expect(heard).toEqual(['Job step', 'Job step']);
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
