import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { createByteHandler } from '../core/serving/create-byte-handler.ts';
import { withHeaders } from '../core/serving/protective-headers.ts';
import { refusal } from '../core/serving/refusal.ts';
import { sourcesOfParts } from '../core/serving/sources-of-parts.ts';
import type { Studio } from '../core/studio.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { serveRpcSockets } from '../hosting/serve-rpc-sockets.ts';
import { answerDoor, answerForeign, answerStranger, cookieName } from './door/answer-door.ts';
import type { Door } from './door/door.ts';
import { judgeCaller, readCookie, type Verdict } from './door/judge-caller.ts';
import { listenOnLoopback } from './listen-on-loopback.ts';

/** The screen while it is worked on: built file by file, and changed in open windows. Stands behind the same door. */
export interface LiveScreen {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Whether the connection was one for telling windows of changes, and is taken over. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
}

export interface ServeOptions {
  readonly studio: Studio;
  readonly door: Door;
  readonly port: number | null;
  /** The built screen. */
  readonly appFolder: string;
  readonly liveScreen: LiveScreen | null;
}

export interface ServedStudio {
  readonly port: number;
  /** Host and port as browsers write them. */
  readonly host: string;
  close(): Promise<void>;
}

/** Serves a studio to browsers on this computer, behind the door. */
export async function serveStudio(options: ServeOptions): Promise<Result<ServedStudio>> {
  const { studio, door, appFolder, liveScreen } = options;
  let host = '';
  const answerBytes = createByteHandler({ sources: sourcesOfParts(studio.parts), appFolder });
  const sockets = serveRpcSockets(studio.parts, 'uploads');
  const fromOutside = listenerOf(async (request) => {
    const answer = (await answerDoor(request, door, false)) ?? answerStranger(request);
    return withHeaders(answer, 'app');
  });
  const fromForeign = listenerOf(async (request) => withHeaders(answerForeign(request), 'app'));
  const fromInside = listenerOf(async (request) => {
    const answer = await answerDoor(request, door, true);
    return answer === null ? answerBytes(request) : withHeaders(answer, 'app');
  });

  const onRequest: RequestListener = (request, response) => {
    const { method = 'GET', headers, url = '/' } = request;
    const verdict = judgeCaller({ method, headers, upgrade: false }, host);
    if (verdict === 'foreign-site' && headers['sec-fetch-mode'] === 'navigate')
      return void fromForeign(request, response);
    if (verdict !== 'pass') return refuse(response, verdict);
    if (!door.hasPass(readCookie(headers.cookie, cookieName))) return void fromOutside(request, response);
    if (liveScreen !== null && !isStudios(url)) return liveScreen.handle(request, response);
    void fromInside(request, response);
  };
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Without a listener of its own, a broken connection would end the process.
    socket.on('error', () => socket.destroy());
    const { headers, method = 'GET' } = request;
    const verdict = judgeCaller({ method, headers, upgrade: true }, host);
    const known = door.hasPass(readCookie(headers.cookie, cookieName));
    if (verdict !== 'pass' || !known) {
      const status =
        verdict === 'wrong-host' ? '421 Misdirected Request' : known ? '403 Forbidden' : '401 Unauthorized';
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    if (request.url === '/rpc') sockets.upgrade(request, socket, head);
    else if (liveScreen?.upgrade(request, socket, head) !== true) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    }
  };
  const listening = await listenOnLoopback(options.port, { onRequest, onUpgrade });
  if (!listening.ok) {
    sockets.close();
    return listening;
  }
  const { port } = listening.value;
  host = port === 80 ? `${door.label}.localhost` : `${door.label}.localhost:${port}`;
  return ok({
    port,
    host,
    async close() {
      sockets.close();
      await listening.value.close();
    },
  });
}

/** Paths that the studio answers also while the screen comes from elsewhere. */
function isStudios(url: string): boolean {
  return /^\/(media\/|uploads$|session$|enter$|door\.)/.test(url);
}

function listenerOf(answer: (request: Request) => Promise<Response>) {
  return getRequestListener(answer, { overrideGlobalObjects: false });
}

/** Said to callers that are no window of ours: nothing about where the studio is. */
function refuse(response: ServerResponse, verdict: Exclude<Verdict, 'pass'>): void {
  const status = verdict === 'wrong-host' ? 421 : 403;
  const answer = withHeaders(
    refusal(
      status,
      'This is not how the studio is reached. Open the address that it printed when it was started.',
    ),
    'data',
  );
  response.writeHead(status, { ...Object.fromEntries(answer.headers), connection: 'close' });
  void answer.text().then((text) => response.end(text));
}
