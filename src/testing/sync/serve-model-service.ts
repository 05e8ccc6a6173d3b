import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import type { SyncService } from '../../core/ports/sync-service.ts';
import type { Fault, Result } from '../../domain/kernel/result.ts';
import type { PushRequest } from '../../domain/sync/sync-messages.ts';

/** Takes a question in place of the service; false leaves it to the service. */
export type Interception = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface ServedService {
  readonly origin: URL;
  /** Of every question so far: "GET /api/projects Bearer …". */
  readonly asked: readonly string[];
  intercept: Interception;
  close(): Promise<void>;
}

const statuses: Readonly<Record<string, number>> = {
  'sync.signed-out': 401,
  'sync.read-only': 403,
  'sync.no-project': 404,
  'sync.clock-ahead': 409,
  'sync.batch-gap': 409,
  'sync.batch-taken': 409,
  'sync.newer-schema': 426,
};

/** A sync service in memory behind the protocol's addresses, on a port of this computer. */
export async function serveModelService(service: SyncService): Promise<ServedService> {
  const asked: string[] = [];
  const served = { intercept: (() => false) as Interception };
  const closing = new AbortController();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked.push(`${request.method} ${url.pathname}${url.search} ${request.headers.authorization ?? ''}`);
    if (served.intercept(request, response)) return;
    const { signal } = closing;
    const [, , , id, verb] = url.pathname.split('/').map(decodeURIComponent);
    if (url.pathname === '/api/live') {
      await streamLive(service, request, response, signal);
    } else if (url.pathname === '/api/devices') {
      const list = await service.devices(signal);
      say(response, list.ok ? { ok: true, value: { devices: list.value } } : list);
    } else if (id === undefined && request.method === 'GET') {
      const list = await service.projects(signal);
      say(response, list.ok ? { ok: true, value: { projects: list.value } } : list);
    } else if (id === undefined) {
      say(response, await service.createProject((await json(request)) as never, signal));
    } else if (id === 'removed') {
      const list = await service.removedProjects(signal);
      say(response, list.ok ? { ok: true, value: { projects: list.value } } : list);
    } else if (request.method === 'DELETE') {
      const gone = await service.removeProject(id, signal);
      say(response, gone.ok ? { ok: true, value: { id } } : gone);
    } else if (verb === 'restore') {
      say(response, await service.restoreProject(id, signal));
    } else if (verb === 'push') {
      say(response, await service.push(id, (await pushOf(request)) as PushRequest, signal));
    } else {
      const { after, from, limit, device = '' } = Object.fromEntries(url.searchParams);
      const page = { after: Number(after), from: Number(from), limit: Number(limit), device };
      say(response, await service.pull(id, page, signal));
    }
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((thrown) => response.destroy(thrown as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(served, {
    origin: new URL(`http://127.0.0.1:${port}`),
    asked,
    async close() {
      closing.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function pushOf(request: IncomingMessage): Promise<unknown> {
  return json(request.headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request);
}

async function streamLive(
  service: SyncService,
  request: IncomingMessage,
  response: ServerResponse,
  closing: AbortSignal,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(': here\n\n');
  const gone = new AbortController();
  request.once('close', () => gone.abort());
  response.once('close', () => gone.abort());
  await service.live(
    null,
    (event, id) => response.write(`id: ${id}\nevent: project\ndata: ${JSON.stringify(event)}\n\n`),
    AbortSignal.any([gone.signal, closing]),
  );
  response.end();
}

function say(response: ServerResponse, result: Result<unknown>): void {
  if (result.ok) sayJson(response, 200, result.value);
  else sayFault(response, statuses[result.fault.code] ?? 503, result.fault);
}

export function sayFault(
  response: ServerResponse,
  status: number,
  { code, message, detail }: Fault,
  retryAfterMs: number | null = null,
): void {
  const applied = detail?.['applied'];
  const last = typeof applied === 'number' ? { applied } : {};
  sayJson(response, status, { error: { code, message, requestId: 'request-1', retryAfterMs, ...last } });
}

function sayJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
