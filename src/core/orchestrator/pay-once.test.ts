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

describe('money', () => {
  it('never passes the cap, and says so on every job that it stopped', async () => {
    open({ overrides: { maxCostUsdMicros: () => 35_000 } });
    bed.engine.start();
    bed.ask('a', 'b', 'c', 'd', 'e');
    await bed.run();
    expect(bed.far.accepted).toHaveLength(3);
    const stopped = bed.jobs().filter((job) => job.state === 'failed');
    expect(stopped.map((job) => job.faultCode)).toEqual(['money.cap-reached', 'money.cap-reached']);
    expect(stopped.map((job) => wordsOfRequest(job.request))).toEqual(['d', 'e']);
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
