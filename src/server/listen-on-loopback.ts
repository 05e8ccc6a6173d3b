import type { IncomingMessage } from 'node:http';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { fail, ok, type Result } from '../domain/kernel/result.ts';

export interface LoopbackHandlers {
  readonly onRequest: RequestListener;
  readonly onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

export interface Listening {
  readonly port: number;
  /** Takes no new connections, ends idle ones at once and the others soon. */
  close(): Promise<void>;
}

/** Where a search for a free port begins, and how far it goes. */
const firstPort = 4780;
const portsTried = 40;
/** A connection on which nothing moves for so long is ended; a window asks again when it needs to. */
const idleMs = 120_000;
const lingerMs = 1_000;

/**
 * Listens on this computer's own addresses only, IPv4 and IPv6: a browser may try either for a name that ends in
 * `.localhost`, so another program must not get one of the two. Without `port`, the first free one is taken.
 */
export async function listenOnLoopback(
  port: number | null,
  handlers: LoopbackHandlers,
): Promise<Result<Listening>> {
  if (port !== null) return listenOn(port, handlers);
  for (let tried = firstPort; tried < firstPort + portsTried; tried++) {
    const listening = await listenOn(tried, handlers);
    if (listening.ok || listening.fault.code !== 'server.port-in-use') return listening;
  }
  return fail(
    'server.no-port',
    `All ports from ${firstPort} to ${firstPort + portsTried - 1} are in use. Nothing was started. Name a free one with --port.`,
  );
}

async function listenOn(port: number, handlers: LoopbackHandlers): Promise<Result<Listening>> {
  const first = await bind('127.0.0.1', port, handlers);
  if (!first.ok) return first;
  const servers = [first.value];
  const chosen = portOf(first.value);
  const second = await bind('::1', chosen, handlers);
  if (second.ok) servers.push(second.value);
  else if (second.fault.code !== 'server.no-address') {
    await closeAll(servers);
    return second;
  }
  return ok({ port: chosen, close: () => closeAll(servers) });
}

function bind(host: string, port: number, handlers: LoopbackHandlers): Promise<Result<Server>> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 0, keepAliveTimeout: 20_000 });
  server.timeout = idleMs;
  server.on('request', handlers.onRequest);
  server.on('upgrade', handlers.onUpgrade);
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(listenFault(error, port)));
    server.listen({ host, port, exclusive: true }, () => resolve(ok(server)));
  });
}

function listenFault(error: NodeJS.ErrnoException, port: number): Result<never> {
  switch (error.code) {
    case 'EADDRINUSE':
      return fail(
        'server.port-in-use',
        `Port ${port} is in use by another program. Nothing was started. Name another one with --port, or leave it away and a free one is taken.`,
      );
    case 'EACCES':
      return fail(
        'server.port-refused',
        `The system does not allow port ${port}. Nothing was started. Choose one above 1023 with --port.`,
      );
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
      return fail('server.no-address', 'This computer has no such address of its own.');
    default:
      return fail(
        'server.cannot-listen',
        `Port ${port} cannot be used (${error.message}). Nothing was started.`,
      );
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  const linger = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, lingerMs);
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeIdleConnections();
        }),
    ),
  );
  clearTimeout(linger);
}
