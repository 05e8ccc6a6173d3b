import { expect, test } from 'vitest';
import type { Job } from '../../domain/jobs/job.ts';
import { JobId } from '../../domain/kernel/ids.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import type { JobListener } from '../orchestrator/orchestrator.ts';
import { summariseQueue } from './list-queue.ts';
import { createQueueDesk } from './queue-desk.ts';

const id = JobId.parse('j');

function openDesk(times: readonly number[] = []) {
  const clock = createManualClock();
  let tell: JobListener = () => undefined;
  let announced = 0;
  const store = {
    queue: {
      counts: () => ({ attention: 0, running: 2, waiting: 10, failed: 0, done: 3 }),
      page: () => [],
      ids: () => [],
      sums: () => ({ reservedUsdMicros: 20_000, waitingUsdMicros: 100_000 }),
      recentTimes: () => times.map((tookMs) => ({ provider: 'far', tookMs })),
    },
  };
  const desk = createQueueDesk({
    store,
    clock,
    orchestrator: {
      onJob: (listener) => {
        tell = listener;
        return () => undefined;
      },
    },
    announcements: { announce: () => (announced += 1) },
  });
  const note = (over: Partial<Job>, progress: number | null = null): void =>
    tell({
      job: { id, provider: 'far', state: 'running', sentAtMs: null, finishedAtMs: null, ...over } as Job,
      progress,
      queuePosition: null,
      words: null,
    });
  return { clock, desk, store, note, announced: () => announced };
}

const lane = {
  provider: 'far',
  free: false,
  reach: 'up',
  breaker: 'closed',
  pausedUntilMs: null,
  waitsFor: null,
  atProvider: 2,
  queued: 10,
  maxConcurrent: 2,
  mostPerMinute: null,
} as const;

function summary(opened: ReturnType<typeof openDesk>, over: Partial<typeof lane> | { reach: 'down' } = {}) {
  const states = [{ ...lane, ...over }] as never;
  const orchestrator = { providerStates: () => states, pausedSinceMs: null };
  const everything = { projectId: null, provider: null, batchId: null };
  return summariseQueue({ store: opened.store, orchestrator, queueDesk: opened.desk }, everything);
}

test('however many jobs move, windows are told twice a second', async () => {
  const { clock, note, announced, desk } = openDesk();
  for (let i = 0; i < 1_000; i++) note({});
  await clock.advance(499);
  expect(announced()).toBe(0);
  await clock.advance(1);
  expect(announced()).toBe(1);
  await clock.advance(5_000);
  expect(announced()).toBe(1);
  note({});
  await clock.advance(500);
  expect(announced()).toBe(2);
  desk.close();
});

test('how far a request is is known while it is at the provider', () => {
  const { note, desk } = openDesk();
  note({}, 0.4);
  expect(desk.progressOf(id)).toEqual({ progress: 0.4, position: null });
  note({ state: 'fetching' });
  expect(desk.progressOf(id)).toBeNull();
});

test('the time left is told from three results on, and never of a provider that is down', () => {
  expect(summary(openDesk([10_000, 10_000])).secondsLeft).toBeNull();
  // Ten that wait and two half through, two at once, ten seconds each: one that hung says nothing.
  const opened = openDesk([10_000, 3_600_000, 10_000]);
  expect(opened.desk.usualMs('far')).toBe(10_000);
  expect(summary(opened).secondsLeft).toBe(55);
  expect(summary(opened, { reach: 'down' }).secondsLeft).toBeNull();
});
