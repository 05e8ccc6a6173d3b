import { expect, test } from 'vitest';
import type { QueueLane, QueueRow } from '../../../contract/queue.ts';
import { queue } from '../../words/en/queue.ts';
import { queueStates } from '../../words/en/queue-states.ts';
import { createFormats } from '../../words/formats.ts';
import { rowWords } from './row-words.ts';

const nowMs = Date.UTC(2026, 10, 21, 12, 0, 0);
const parts = {
  words: queue,
  states: queueStates,
  formats: createFormats('en'),
  interpret: (sentence: string) => sentence,
  nameOf: () => 'Fal',
};
const row = (over: Partial<QueueRow>): QueueRow =>
  ({
    group: 'waiting',
    state: 'queued',
    kind: 'clip',
    provider: 'fal',
    shotNumber: '3A',
    estimateUsdMicros: 350_000,
    costUsdMicros: null,
    createdAtMs: nowMs - 120_000,
    sentAtMs: null,
    finishedAtMs: null,
    notBeforeMs: 0,
    faultMessage: null,
    progress: null,
    position: null,
    ...over,
  }) as QueueRow;
const lane = (over: Partial<QueueLane> = {}): QueueLane => ({
  provider: 'fal',
  free: false,
  reach: 'up',
  pausedUntilMs: null,
  waitsFor: null,
  atProvider: 2,
  maxConcurrent: 2,
  queued: 9,
  mostPerMinute: 30,
  usualMs: 60_000,
  ...over,
});
const say = (over: Partial<QueueRow>, at: QueueLane | null = lane(), pausedSinceMs: number | null = null) =>
  rowWords(row(over), at, pausedSinceMs, nowMs, parts);

test('what waits says for what: its turn, a pause of everything, the rate, the reach, another try', () => {
  expect(say({})).toMatchObject({
    what: 'Shot 3A · Clip',
    state: 'Waiting',
    why: 'Waits for its turn: 2 at Fal, which is given 2 at once',
    price: '$0.35 when sent',
    time: 'asked 2 minutes ago',
  });
  expect(say({}, lane(), nowMs - 1).why).toBe('Waits: the queue is paused');
  const until = { pausedUntilMs: nowMs + 60_000 };
  expect(say({}, lane({ ...until, waitsFor: 'rate' })).why).toMatch(
    /^Fal takes 30 a minute; the next goes at /,
  );
  expect(say({}, lane({ ...until, waitsFor: 'reach' })).why).toMatch(
    /^Fal cannot be reached; asked again at /,
  );
  expect(say({}, lane({ ...until, waitsFor: 'pause' })).why).toMatch(/^Fal asked for a pause until /);
  const tried = { notBeforeMs: nowMs + 5_000, faultMessage: 'Fal is too busy.' };
  expect(say(tried).why).toMatch(/^Tried again at .*: Fal is too busy\.$/);
  // A pause that is over is none.
  expect(say({}, lane({ pausedUntilMs: nowMs - 1, waitsFor: 'rate' })).why).toMatch(/^Waits for its turn/);
});

test('what runs says how far it is and about how long it still takes', () => {
  const running = { group: 'running', state: 'running', sentAtMs: nowMs - 20_000 } as const;
  expect(say({ ...running, progress: 0.4 })).toMatchObject({
    why: '40% done',
    time: 'about 40 sec left',
    price: '$0.35 reserved',
  });
  expect(say({ ...running, position: 7 }).why).toBe('Place 7 in the queue of Fal');
  expect(say(running, lane({ usualMs: null })).time).toBe('for 20 sec');
});

test('what a job cost is told apart from what it may have cost, or never did', () => {
  expect(say({ group: 'done', state: 'done', costUsdMicros: 25_000 }).price).toBe('$0.025 charged');
  expect(say({ group: 'failed', state: 'failed', costUsdMicros: 0 }).price).toBe('not charged');
  expect(say({ group: 'attention', state: 'unknown', sentAtMs: 1 }).price).toBe('$0.35 perhaps charged');
  expect(say({ group: 'attention', state: 'draft' }).price).toBe('$0.35 when sent');
  expect(say({ estimateUsdMicros: 0 }).price).toBe('free');
});
