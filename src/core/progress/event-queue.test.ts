import { expect, test } from 'vitest';
import { createEventQueue } from './event-queue.ts';

interface Step {
  readonly n: number;
}

async function readAll(events: AsyncGenerator<Step, void>): Promise<number[]> {
  const seen: number[] = [];
  for await (const { n } of events) seen.push(n);
  return seen;
}

test('everything that was pushed is read in order, before, while and after somebody waits', async () => {
  const queue = createEventQueue<Step>();
  queue.push({ n: 1 });
  queue.push({ n: 2 });
  const reading = readAll(queue.read());
  await Promise.resolve();
  queue.push({ n: 3 });
  await new Promise((resolve) => setImmediate(resolve));
  queue.push({ n: 4 });
  queue.push({ n: 5 });
  queue.end();
  expect(await reading).toEqual([1, 2, 3, 4, 5]);
});

test('of progress, a slow reader gets the newest', async () => {
  const queue = createEventQueue<Step>();
  for (const n of [1, 2, 3]) queue.pushLatest({ n });
  queue.end();
  expect(await readAll(queue.read())).toEqual([3]);
});

test('ending wakes the reader who waits', async () => {
  const queue = createEventQueue<Step>();
  const reading = readAll(queue.read());
  await new Promise((resolve) => setImmediate(resolve));
  queue.end();
  expect(await reading).toEqual([]);
});

test('a reader may leave; what comes later disturbs nobody', async () => {
  const queue = createEventQueue<Step>();
  queue.push({ n: 1 });
  for await (const { n } of queue.read()) if (n === 1) break;
  queue.push({ n: 2 });
  queue.end();
  expect(await readAll(queue.read())).toEqual([2]);
});
