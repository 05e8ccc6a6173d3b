import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { contract } from '../../contract/contract.ts';
import { faultOfCall } from '../../contract/fault-of-call.ts';
import { createFakeLine, createHandClock } from '../../testing/fakes/fake-line.ts';
import { createLatestReader } from '../state/latest-reader.ts';
import { watch } from '../state/watch.ts';
import { connectStudio } from './connection.ts';

const rows = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.keys(verbs).map((verb) => [noun, verb] as const),
);
const sentence = 'The drive made a strange noise. Nothing was changed.';
const told = { code: 'test.noise', message: sentence };

function isStream(value: unknown): value is AsyncIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** A window whose studio refuses everything. */
async function refusedWindow() {
  const line = createFakeLine(() => {
    throw new ORPCError('FAULT', { defined: true, message: sentence, data: { code: told.code } });
  });
  const clock = createHandClock(0);
  const connection = connectStudio(line.open, clock);
  await clock.advance(0);
  const call = (noun: string, verb: string): Promise<unknown> => {
    const nouns = connection.client as unknown as Record<
      string,
      Record<string, (input: unknown) => Promise<unknown>>
    >;
    const row = nouns[noun]?.[verb];
    if (row === undefined) throw new Error(`The client has no ${noun}.${verb}.`);
    return row({});
  };
  return { connection, clock, call };
}

test('the table holds every row', () => {
  expect(rows.length).toBeGreaterThan(100);
});

test.each(rows)('%s.%s refused: the window gets the studio’s own code and sentence', async (noun, verb) => {
  const { call, connection } = await refusedWindow();
  const answer = await call(noun, verb).then(
    (value) => (isStream(value) ? value.next() : value),
    (error: unknown) => faultOfCall(error),
  );
  expect(answer).toMatchObject(told);
  // A refusal is an answer: the line stays.
  expect(connection.state()).toEqual({ is: 'open' });
});

test.each(rows)(
  '%s.%s refused: what reads it again and again, or listens to it, tells its fault and stands',
  async (noun, verb) => {
    const { call, connection, clock } = await refusedWindow();
    const faults: unknown[] = [];
    const reader = createLatestReader({
      ask: () => call(noun, verb),
      onValue: () => faults.push('a value'),
      onFault: (error) => faults.push(faultOfCall(error)),
      clock,
    });
    reader.read();
    const stop = watch(
      connection,
      () => call(noun, verb) as Promise<AsyncIterable<unknown>>,
      () => faults.push('an event'),
      (error) => faults.push(faultOfCall(error)),
    );
    await expect.poll(() => faults.length).toBe(2);
    expect(faults).toMatchObject([told, told]);
    reader.read();
    await expect.poll(() => faults.length).toBe(3);
    stop();
    reader.stop();
  },
);
