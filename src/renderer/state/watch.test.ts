import { expect, test } from 'vitest';
import { createFakeLine, createHandClock } from '../../testing/fakes/fake-line.ts';
import { connectStudio } from '../client/connection.ts';
import { watch } from './watch.ts';

/** A stream that a test feeds, and that ends where its line is cut. */
function createFeed() {
  const waiting: ((result: IteratorResult<number>) => void)[] = [];
  let fail: ((error: unknown) => void) | null = null;
  return {
    send: (value: number) => waiting.shift()?.({ done: false, value }),
    end: () => waiting.shift()?.({ done: true, value: undefined }),
    fail: (error: unknown) => fail?.(error),
    stream: {
      [Symbol.asyncIterator]: () => ({
        next: () =>
          new Promise<IteratorResult<number>>((resolve, reject) => {
            waiting.push(resolve);
            fail = reject;
          }),
      }),
    } satisfies AsyncIterable<number>,
  };
}

async function open() {
  const line = createFakeLine(() => null);
  const clock = createHandClock();
  const connection = connectStudio(line.open, clock);
  await clock.advance(0);
  return { line, clock, connection };
}

test('events come in order, and none after the watching was stopped', async () => {
  const { clock, connection } = await open();
  const feed = createFeed();
  const seen: number[] = [];
  const stop = watch(
    connection,
    async () => feed.stream,
    (value) => seen.push(value),
  );
  await clock.advance(0);
  feed.send(1);
  await clock.advance(0);
  feed.send(2);
  await clock.advance(0);
  stop();
  feed.send(3);
  await clock.advance(0);
  expect(seen).toEqual([1, 2]);
});

test('a stream that ends with its line is begun anew when the line is back, and once', async () => {
  const { line, clock, connection } = await open();
  const feeds = [createFeed(), createFeed(), createFeed()];
  let begun = 0;
  const seen: number[] = [];
  const faults: unknown[] = [];
  watch(
    connection,
    async () => feeds[begun++]?.stream ?? createFeed().stream,
    (value) => seen.push(value),
    (error) => faults.push(error),
  );
  await clock.advance(0);
  feeds[0]?.send(1);
  await clock.advance(0);
  line.cut();
  await clock.advance(0);
  feeds[0]?.fail(new Error('the line is closed'));
  await clock.advance(10_000);
  expect(begun).toBe(2);
  feeds[1]?.send(2);
  await clock.advance(0);
  expect(seen).toEqual([1, 2]);
  expect(faults).toEqual([]);
});

test('a stream that ends late, after the line is back, is begun anew as well', async () => {
  const { line, clock, connection } = await open();
  const feeds = [createFeed(), createFeed()];
  let begun = 0;
  watch(
    connection,
    async () => feeds[begun++]?.stream ?? createFeed().stream,
    () => undefined,
  );
  await clock.advance(0);
  line.cut();
  await clock.advance(10_000);
  expect(connection.state()).toEqual({ is: 'open' });
  feeds[0]?.fail(new Error('the line is closed'));
  await clock.advance(0);
  expect(begun).toBe(2);
});

test('a fault of the stream itself is told, and it is not begun again by itself', async () => {
  const { clock, connection } = await open();
  const faults: unknown[] = [];
  let begun = 0;
  watch(
    connection,
    async () => {
      begun++;
      throw new Error('no such project');
    },
    () => undefined,
    (error) => faults.push(error),
  );
  await clock.advance(10_000);
  expect(faults).toEqual([new Error('no such project')]);
  expect(begun).toBe(1);
});
