import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { StudioClient } from '../contract/contract.ts';
import type { ProjectId } from '../domain/kernel/ids.ts';
import { createTestStudio, type TestStudio } from '../testing/create-test-studio.ts';
import { readUntilReady } from '../testing/read-until-ready.ts';
import { type RpcSockets, serveRpcSockets } from './serve-rpc-sockets.ts';

let bench: TestStudio;
let projectId: ProjectId;
let sockets: RpcSockets;
let server: Server;
/** Listeners for commits that are set and not taken back. */
let listening: number;

beforeEach(async () => {
  bench = createTestStudio();
  projectId = await bench.openStory('harbour-radio.txt');
  listening = 0;
  const { parts } = bench.studio;
  const store = Object.assign(Object.create(parts.store) as typeof parts.store, {
    onCommit: (listener: Parameters<typeof parts.store.onCommit>[0]) => {
      listening++;
      const stop = parts.store.onCommit(listener);
      return () => {
        listening--;
        stop();
      };
    },
  });
  sockets = serveRpcSockets({ ...parts, store }, 'any');
  server = createServer();
  server.on('upgrade', sockets.upgrade);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  sockets.close();
  server.close();
  await bench.cleanup();
});

async function openLine(): Promise<{ socket: WebSocket; client: StudioClient }> {
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/rpc`);
  await once(socket, 'open');
  return { socket, client: createORPCClient(new RPCLink({ websocket: socket as never })) };
}

test('a window that goes, however it goes, leaves nothing listening', async () => {
  for (let i = 0; i < 100; i++) {
    const { socket, client } = await openLine();
    const events = await client.projects.watch({ projectId });
    // Half of them read to the end of the rows, so that the studio waits for the next commit.
    if (i % 2 === 0) await readUntilReady(events);
    events.next().catch(() => undefined);
    if (i % 3 === 0) socket.terminate();
    else socket.close();
  }
  await expect.poll(() => sockets.count()).toBe(0);
  await expect.poll(() => listening).toBe(0);
});

test('a window that stops watching is forgotten though its line stays', async () => {
  const { socket, client } = await openLine();
  const abort = new AbortController();
  const events = await client.projects.watch({ projectId }, { signal: abort.signal });
  await readUntilReady(events);
  expect(listening).toBe(1);
  const waiting = events.next();
  abort.abort();
  await expect(waiting).rejects.toThrow();
  await expect.poll(() => listening).toBe(0);
  expect(await client.projects.get({ projectId })).toMatchObject({ project: { id: projectId } });
  socket.close();
});

test('what one window changes, the other is told', async () => {
  const one = await openLine();
  const other = await openLine();
  const events = await other.client.projects.watch({ projectId });
  await readUntilReady(events);
  const told = events.next();
  await one.client.projects.rename({ projectId, title: 'Low Tide' });
  expect(await told).toMatchObject({
    value: { kind: 'patch', patch: { changes: [{ entity: 'project', kind: 'update' }] } },
  });
  one.socket.close();
  other.socket.close();
});

test('a message that is no call ends nothing but itself', async () => {
  // The transport says on stderr what it could not read.
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { socket, client } = await openLine();
  for (const rubbish of [
    '',
    '{',
    '[]',
    'null',
    '{"i":1}',
    '\u0000',
    '{"i":"99","p":{"u":"/nothing/here"}}',
  ]) {
    socket.send(rubbish);
  }
  socket.send(Buffer.from([0xff, 0x00, 0xff, 0x10]));
  expect(await client.projects.list()).toHaveLength(1);
  expect(said).toHaveBeenCalled();
  said.mockRestore();
  socket.close();
});
