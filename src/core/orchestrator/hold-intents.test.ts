import { afterEach, expect, it } from 'vitest';
import { createTestEngine, type TestEngine } from '../../testing/test-engine.ts';

const minuteMs = 60_000;
let bed: TestEngine;
const open = (): string[] => {
  bed = createTestEngine({
    checksHealth: true,
    overrides: { limits: { waitsOffline: true, confirmAfterMs: 2 * minuteMs } },
  });
  const back: string[] = [];
  bed.engine.onBack((provider) => back.push(provider));
  return back;
};
afterEach(() => bed.dispose());

/** Turns the clock for so long, whatever is left to do. */
async function pass(ms: number): Promise<void> {
  const untilMs = bed.studio.clock.nowMs() + ms;
  while (bed.studio.clock.nowMs() < untilMs) {
    for (let turns = 0; turns < 5; turns++) await new Promise((resolve) => setImmediate(resolve));
    if (!(await bed.studio.clock.advanceToNext())) return;
  }
}

it('sends by itself what a short break held up', async () => {
  const back = open();
  bed.far.offline = true;
  bed.engine.start();
  bed.ask('one');
  await pass(30_000);
  bed.far.offline = false;
  await bed.run();
  expect(bed.job('one').state).toBe('done');
  expect(back).toEqual([]);
});

it('asks about what waited through a long break, with its price, and sends it once it is confirmed', async () => {
  const back = open();
  bed.far.offline = true;
  bed.engine.start();
  bed.ask('one', 'two');
  await pass(5 * minuteMs);
  expect(bed.jobs().map(({ state, faultCode }) => [state, faultCode])).toEqual([
    ['draft', 'job.waits-for-consent'],
    ['draft', 'job.waits-for-consent'],
  ]);
  // What is asked for while the line is out waits as well.
  bed.ask('three');
  await pass(10 * minuteMs);
  expect(bed.job('three').state).toBe('draft');
  expect(back).toEqual([]);
  bed.far.offline = false;
  await pass(10 * minuteMs);
  // It is back, that is told once, and nothing was sent for it.
  expect(back).toEqual(['fake']);
  expect(bed.far.accepted).toHaveLength(0);
  expect(bed.engine.retry(bed.job('one').id, { estimateUsdMicros: 10_000 }).ok).toBe(true);
  expect(bed.engine.drop(bed.job('two').id).ok).toBe(true);
  await bed.run();
  expect(bed.job('one')).toMatchObject({ state: 'done', costUsdMicros: 10_000 });
  expect(bed.job('two').state).toBe('cancelled');
  expect(bed.job('three').state).toBe('draft');
  expect(bed.far.accepted).toHaveLength(1);
});

it('tells after a restart that intents wait, and asking for the shot again is the consent too', async () => {
  open();
  bed.far.offline = true;
  bed.engine.start();
  bed.ask('one');
  await pass(5 * minuteMs);
  expect(bed.job('one').state).toBe('draft');
  bed.far.offline = false;
  await bed.restart({ limits: { waitsOffline: true, confirmAfterMs: 2 * minuteMs } });
  await pass(minuteMs);
  expect(bed.job('one').state).toBe('draft');
  bed.ask('one');
  await bed.run();
  expect(bed.job('one').state).toBe('done');
});
