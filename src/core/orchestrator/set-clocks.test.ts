import { afterEach, describe, expect, it } from 'vitest';
import type { FakeBehaviour } from '../../testing/fakes/fake-provider.ts';
import { createTestEngine, type TestEngine, type TestEngineOptions } from '../../testing/test-engine.ts';

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];

let bed: TestEngine;
const open = (options: TestEngineOptions): TestEngine => {
  bed = createTestEngine(options);
  bed.engine.start();
  return bed;
};
afterEach(() => bed.dispose());

/** Sets the wall time forward or back without anything being waited for. */
const setClockBy = (ms: number): void => bed.studio.clock.setMs(bed.studio.clock.nowMs() + ms);
/** Turns the clock without jobs that keep anybody waiting. */
async function turn(ms: number): Promise<void> {
  for (let turned = 0; turned < ms; turned += minuteMs / 4) {
    await bed.studio.clock.advance(minuteMs / 4);
    for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a clock that is set back', () => {
  it('keeps no job waiting for the time that it was set back by', async () => {
    open({ behave: () => ({ submit: ['rate-limited', 'accept'], retryAfterMs: 30_000 }) });
    bed.ask('one');
    await turn(minuteMs / 4);
    expect(bed.job('one')).toMatchObject({ state: 'queued', tries: 1 });
    setClockBy(-5 * hourMs);
    await turn(2 * minuteMs);
    expect(bed.job('one').submits).toBe(2);
    await bed.run();
    expect(bed.job('one').state).toBe('done');
  });

  it('while the studio was closed keeps none waiting for longer than an hour', async () => {
    open({ behave: () => ({ submit: ['rate-limited', 'accept'], retryAfterMs: 30_000 }) });
    bed.ask('one');
    await turn(minuteMs / 4);
    setClockBy(-9 * dayMs);
    await bed.restart();
    await turn(hourMs + minuteMs);
    expect(bed.job('one').submits).toBe(2);
    await bed.run();
    expect(bed.job('one').state).toBe('done');
  });
});

describe('a clock that is set forward, or a computer that slept', () => {
  it('makes no list of a provider old enough to send a lost request again', async () => {
    const lookUps = ['not-found', 'never-begun', 'never-begun', 'true'] as const;
    open({ keepsList: true, behave: () => ({ submit: ['lose-answer', 'accept'], lookUps }) });
    bed.ask('one');
    // Long enough to lose the answer, too short for all the answers of the look-up.
    await bed.studio.clock.advance(1_000);
    expect(bed.job('one').state).toBe('unknown');
    setClockBy(dayMs);
    await turn(2 * minuteMs);
    expect([...bed.far.begun.values()]).toEqual([1]);
    await turn(hourMs);
    expect(bed.job('one')).toMatchObject({ state: 'done', submits: 1 });
    expect(bed.far.accepted).toHaveLength(1);
  });

  it('takes no request back for the time in which nobody asked after it', async () => {
    const polls: FakeBehaviour['polls'] = ['running', 'running', 'running', 'running', 'ready'];
    open({ behave: () => ({ polls }) });
    bed.ask('one');
    await turn(minuteMs / 60);
    setClockBy(3 * dayMs);
    await bed.run();
    expect(bed.job('one').state).toBe('done');
    expect(bed.far.accepted[0]?.cancelled).toBe(false);
  });

  it('gives no request up that could not be reached for a moment before and a moment after', async () => {
    open({ behave: () => ({ polls: ['unreachable', 'unreachable', 'unreachable', 'ready'] }) });
    bed.ask('one');
    while ((bed.far.accepted[0]?.polls ?? 0) < 1) await new Promise((resolve) => setImmediate(resolve));
    setClockBy(30 * dayMs);
    await bed.run();
    expect(bed.job('one').state).toBe('done');
  });

  it('gives no result up before the line had time to come up, also past the day until which it is held', async () => {
    open({ behave: () => ({ fetches: ['unreachable', 'unreachable', 'unreachable', 'fetched'] }) });
    bed.ask('one');
    await bed.studio.clock.advance(0);
    for (let i = 0; i < 50 && bed.job('one').state !== 'fetching'; i++) {
      await bed.studio.clock.advanceToNext();
      await new Promise((resolve) => setImmediate(resolve));
    }
    bed.store.jobs.transition(bed.job('one').id, ['fetching'], {
      heldUntilMs: bed.studio.clock.nowMs() + dayMs,
    });
    await bed.restart();
    setClockBy(9 * dayMs);
    await bed.run();
    expect(bed.job('one').state).toBe('done');
    expect(bed.far.accepted).toHaveLength(1);
  });
});

it('a provider that names a day far off is asked again after one day', async () => {
  open({ behave: () => ({ submit: ['rate-limited', 'accept'], retryAfterMs: 400 * dayMs }) });
  bed.ask('one');
  await bed.run(2 * dayMs);
  expect(bed.job('one')).toMatchObject({ state: 'done', submits: 2 });
});
