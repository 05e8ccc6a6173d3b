import { request } from 'node:http';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { StudioClient } from '../../src/contract/contract.ts';
import type { StudioServer } from './start-studio-server.ts';

export interface RawAnswer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

export interface RawWish {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Another address of this computer. */
  readonly to?: string;
}

/** A request exactly as written: no browser, and no library that tidies the path or fills in headers. */
export function rawRequest({ origin }: StudioServer, path: string, wish: RawWish = {}): Promise<RawAnswer> {
  const { host, port } = new URL(origin);
  const { method = 'GET', headers = {}, body = '', to = '127.0.0.1' } = wish;
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: to, port, method, path, headers: { host, 'content-length': body.length, ...headers } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (piece: string) => {
          text += piece;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

/** The cookie that the server's ticket is exchanged for. */
export async function signIn(server: StudioServer): Promise<string> {
  const ticket = new URLSearchParams(new URL(server.address).hash.slice(1)).get('ticket');
  const answer = await rawRequest(server, '/session', {
    method: 'POST',
    headers: { origin: server.origin },
    body: JSON.stringify({ ticket }),
  });
  const [cookie = ''] = answer.headers['set-cookie'] ?? [];
  return cookie.split(';')[0] ?? '';
}

/** How the server answers an attempt to open a WebSocket: `101`, or the refusal's status. */
export function tryWebSocket(
  server: StudioServer,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const { port, host } = new URL(server.origin);
  const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers: { host, ...headers } });
  return new Promise((resolve, reject) => {
    socket.once('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.once('unexpected-response', (request, answer) => {
      resolve(answer.statusCode ?? 0);
      request.destroy();
    });
    socket.once('error', reject);
  });
}

/** The contract as a window has it, without a window. */
export async function callStudio(
  server: StudioServer,
): Promise<{ readonly client: StudioClient; close(): void }> {
  const { port, host } = new URL(server.origin);
  const headers = { host, origin: server.origin, cookie: await signIn(server) };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    client: createORPCClient(new RPCLink({ websocket: socket as never })),
    close: () => socket.close(),
  };
}
