import { expect, test } from 'vitest';
import { faultOfCall } from '../../contract/fault-of-call.ts';
import {
  createFakeLine,
  createHandClock,
  type FakeLine,
  type HandClock,
} from '../../testing/fakes/fake-line.ts';
import { type Connection, type ConnectionState, connectStudio } from './connection.ts';

interface Bench {
  readonly line: FakeLine;
  readonly clock: HandClock;
  readonly connection: Connection;
  readonly states: ConnectionState[];
}

function connect(line = createFakeLine((path) => ({ path }))): Bench {
  const clock = createHandClock(50_000);
  const connection = connectStudio(line.open, clock);
  const states: ConnectionState[] = [];
  connection.subscribe(() => states.push(connection.state()));
  return { line, clock, connection, states };
}

test('a line opens, and calls go over it', async () => {
  const { clock, connection, states } = connect();
  expect(connection.state()).toEqual({ is: 'connecting' });
  await clock.advance(0);
  expect(states).toEqual([{ is: 'open' }]);
  expect(await connection.client.studio.about()).toEqual({ path: 'studio.about' });
});

test('a call while there is no line fails at once with connection.lost', async () => {
  const { connection } = connect();
  const fault = await connection.client.studio.about().catch(faultOfCall);
  expect(fault).toMatchObject({ code: 'connection.lost' });
});

test('a lost line is dialled again, waiting longer each time, and says since when and how often', async () => {
  const { line, clock, connection } = connect();
  await clock.advance(0);
  line.refuse(true);
  line.cut();
  await clock.advance(0);
  expect(connection.state()).toEqual({ is: 'lost', sinceMs: 50_000, attempt: 1 });
  const attempts: number[] = [];
  connection.subscribe(() => attempts.push(clock.nowMs() - 50_000));
  await clock.advance(20_000);
  expect(attempts).toEqual([250, 750, 1_750, 3_750, 7_750, 12_750, 17_750]);
  expect(connection.state()).toEqual({ is: 'lost', sinceMs: 50_000, attempt: 8 });
  line.refuse(false);
  await clock.advance(5_000);
  expect(connection.state()).toEqual({ is: 'open' });
  expect(line.lines()).toBe(1);
});

test('a studio that is not there at the start is waited for', async () => {
  const line = createFakeLine(() => null);
  line.refuse(true);
  const { clock, connection } = connect(line);
  await clock.advance(0);
  expect(connection.state()).toMatchObject({ is: 'lost', attempt: 1 });
  line.refuse(false);
  await clock.advance(250);
  expect(connection.state()).toEqual({ is: 'open' });
});

test('trying again now dials at once, and never twice at the same time', async () => {
  const { line, clock, connection } = connect();
  await clock.advance(0);
  line.cut();
  await clock.advance(0);
  connection.retryNow();
  connection.retryNow();
  await clock.advance(10_000);
  expect(connection.state()).toEqual({ is: 'open' });
  expect(line.dialled()).toBe(2);
  expect(line.lines()).toBe(1);
});

test('a connection that was closed stays closed', async () => {
  const { line, clock, connection } = connect();
  await clock.advance(0);
  connection.close();
  await clock.advance(60_000);
  expect(line.dialled()).toBe(1);
  expect(line.lines()).toBe(0);
});

test('one that is closed while it dials lets the line go', async () => {
  const { line, clock, connection } = connect();
  connection.close();
  await clock.advance(1_000);
  expect(line.lines()).toBe(0);
});
