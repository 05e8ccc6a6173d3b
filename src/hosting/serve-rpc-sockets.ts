import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { router } from '../core/handlers/router.ts';
import type { StudioParts } from '../core/studio-parts.ts';

export interface RpcSockets {
  /** Takes a connection over that was let in. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  count(): number;
  /** Tells every window that the studio goes, and ends the lines. */
  close(): void;
}

/** A pasted story of the longest size, as JSON. */
const longestMessageBytes = 96 * 1024 * 1024;
/** A window that reads so little that this much waits for it does not read at all. */
const longestBacklogBytes = 256 * 1024 * 1024;
const pingMs = 20_000;
const mostLines = 200;
const goingAway = 1001;

/**
 * The contract over WebSockets, for callers that a host has let in. A line that closes, or whose far side answers no
 * ping, aborts the signals of all its calls, and so ends their streams.
 */
export function serveRpcSockets(parts: StudioParts, access: StudioParts['access']): RpcSockets {
  const rpc = new RPCHandler(router);
  const server = new WebSocketServer({ noServer: true, maxPayload: longestMessageBytes });
  const waiting = new Set<WebSocket>();
  const pings = setInterval(() => {
    for (const line of server.clients) {
      if (waiting.has(line) || line.bufferedAmount > longestBacklogBytes) {
        line.terminate();
        continue;
      }
      waiting.add(line);
      line.ping();
    }
  }, pingMs);
  pings.unref();
  return {
    upgrade(request, socket, head) {
      if (server.clients.size >= mostLines) {
        socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (line) => {
        line.on('pong', () => waiting.delete(line));
        line.on('close', () => waiting.delete(line));
        // A broken line closes next, and that is what counts.
        line.on('error', () => line.terminate());
        void rpc.upgrade(line, { context: { ...parts, access } });
      });
    },
    count: () => server.clients.size,
    close() {
      clearInterval(pings);
      for (const line of server.clients) line.close(goingAway);
      server.close();
    },
  };
}
