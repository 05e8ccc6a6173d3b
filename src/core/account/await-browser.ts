import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { returnPage } from './return-page.ts';

/** A place on this computer where the browser comes back to, once. */
export interface BrowserReturn {
  /** With a state that nobody else knows. */
  readonly url: URL;
  /** The address at which the browser arrived; null when it was closed before. */
  readonly arrived: Promise<URL | null>;
  close(): void;
}

const path = '/account/callback';

/**
 * Listens on the loopback for the one request that carries our state (RFC 8252, section 7.3). What it brings is only good
 * together with the token of this installation, which never left this process. Any other request is answered with 404 and
 * changes nothing. `ports`: the first free one is taken; the identity service knows their addresses.
 */
export async function awaitBrowser(ports: readonly number[]): Promise<Result<BrowserReturn>> {
  const state = randomBytes(32).toString('base64url');
  let land: (address: URL | null) => void = () => undefined;
  const arrived = new Promise<URL | null>((resolve) => {
    land = resolve;
  });
  const server = createServer((request, response) => {
    const address = arrivalOf(request, server, state);
    answer(request, response, address !== null);
    if (address !== null) response.once('close', () => land(address));
  });
  for (const port of ports) {
    if (!(await listens(server, port))) continue;
    const url = new URL(`http://127.0.0.1:${portOf(server)}${path}`);
    url.searchParams.set('state', state);
    const close = (): void => {
      server.close();
      server.closeAllConnections();
      land(null);
    };
    void arrived.then(close);
    return ok({ url, arrived, close });
  }
  return noWayBack();
}

export const noWayBack = () =>
  fail(
    'account.no-way-back',
    'The browser could not come back to the studio, because other programs use the addresses for it. Nothing was changed; sign in with a code, or try again later.',
  );

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const refused = (): void => resolve(false);
    server.once('error', refused);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', refused);
      resolve(true);
    });
  });
}

/** The address, where it is the one we wait for: this host, this path, our state. */
function arrivalOf(request: IncomingMessage, server: Server, state: string): URL | null {
  const host = `127.0.0.1:${portOf(server)}`;
  if (request.method !== 'GET' || request.headers.host !== host) return null;
  const url = URL.parse(request.url ?? '', `http://${host}`);
  const given = Buffer.from(url?.searchParams.get('state') ?? '');
  const wanted = Buffer.from(state);
  const fits = given.length === wanted.length && timingSafeEqual(given, wanted);
  return url?.pathname === path && fits ? url : null;
}

function answer(request: IncomingMessage, response: ServerResponse, fits: boolean): void {
  response.writeHead(fits ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(fits ? returnPage(request.headers['accept-language']) : '');
}
