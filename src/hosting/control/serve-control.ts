import { timingSafeEqual } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Studio } from '../../core/studio.ts';
import { productVersion } from '../product-version.ts';
import { serveRpcSockets } from '../serve-rpc-sockets.ts';
import { newControlFile, removeControlFile, writeControlFile } from './control-file.ts';

/** What a command line is told first. */
export const ControlHello = z.object({ version: z.string(), what: z.string(), pid: z.int() });
export type ControlHello = z.infer<typeof ControlHello>;

/** What became of a wish to see the studio: an address to open, or a window that came to the front. */
export const ControlShown = z.object({ address: z.string().nullable() });
export type ControlShown = z.infer<typeof ControlShown>;

export interface ControlOptions {
  readonly studio: Studio;
  /** "the studio in the browser", "the desktop app". */
  readonly what: string;
  /** Somebody started the studio a second time: answers a new address, or null once a window came to the front. */
  readonly show: () => string | null;
}

export interface Control {
  close(): void;
}

/**
 * The line for command lines of the same person: a socket beside the database that only the owner may open, and a
 * token in a file that only the owner may read. Calls may name any path, as on a command line they always could.
 */
export async function serveControl({ studio, what, show }: ControlOptions): Promise<Control> {
  const { home } = studio.parts.store;
  const file = newControlFile(home);
  const lines = serveRpcSockets(studio.parts, 'any');
  const allowed = (request: IncomingMessage): boolean =>
    areEqual(request.headers.authorization ?? '', `Bearer ${file.token}`);
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    if (!allowed(request)) return void response.writeHead(401).end();
    switch (`${request.method} ${request.url}`) {
      case 'GET /hello': {
        const hello: ControlHello = { version: productVersion, what, pid: process.pid };
        return void response.end(JSON.stringify(hello));
      }
      case 'POST /show': {
        const shown: ControlShown = { address: show() };
        return void response.end(JSON.stringify(shown));
      }
      default:
        response.writeHead(404).end();
    }
  };
  const server = createServer(onRequest);
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (allowed(request)) lines.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
  });
  // We hold the data folder: a socket that lies there belongs to nobody any more.
  if (!file.socket.startsWith('\\\\')) rmSync(file.socket, { force: true });
  await listenPrivately(server, file.socket);
  writeControlFile(home, file);
  return {
    close() {
      lines.close();
      server.close();
      server.closeAllConnections();
      removeControlFile(home, file);
    },
  };
}

/** The socket is made while the mask is tight, so that there is no moment in which somebody else could open it. */
function listenPrivately(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const before = process.umask(0o177);
    try {
      server.listen(path, resolve);
    } finally {
      process.umask(before);
    }
  });
}

function areEqual(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
